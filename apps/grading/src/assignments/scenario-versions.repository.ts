import { type Scenario, ScenarioSchema } from '@mgv/core';
import type { Db } from '@mgv/service-kit/database';
import { and, eq } from 'drizzle-orm';
import { scenarioVersions } from './assignments.schema.ts';
import type { VersionedScenario } from './scenario-source.ts';

/** Keeps a scenario version for a tenant; does nothing when it is there. */
export async function keepScenarioVersion(
  db: Db,
  tenantId: string,
  { scenario, version }: VersionedScenario,
  at: Date,
): Promise<void> {
  await db
    .insert(scenarioVersions)
    .values({ tenantId, version, scenarioId: scenario.id, content: scenario, createdAt: at })
    .onConflictDoNothing();
}

/** Reads scenario versions. Content never changes under its hash, so the newest 200 stay parsed. */
export type SelectScenario = (db: Db, tenantId: string, version: string) => Promise<Scenario>;

/** Makes a reader with a cache of its own. */
export function scenarioReader(): SelectScenario {
  const parsed = new Map<string, Scenario>();
  return async (db, tenantId, version) => {
    const key = `${tenantId} ${version}`;
    const known = parsed.get(key);
    if (known) return known;
    const [row] = await db
      .select({ content: scenarioVersions.content })
      .from(scenarioVersions)
      .where(and(eq(scenarioVersions.tenantId, tenantId), eq(scenarioVersions.version, version)));
    const scenario = ScenarioSchema.parse(row?.content);
    if (parsed.size >= 200) parsed.clear();
    parsed.set(key, scenario);
    return scenario;
  };
}
