import { isDeepStrictEqual } from 'node:util';
import { type Actor, type AssignmentSettings, AssignmentSettingsSchema, DEFAULT_SETTINGS } from '@mgv/contracts';
import { maximumOfScenario, type Scenario } from '@mgv/core';
import { ProblemError } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import {
  type Assignment,
  insertAssignment,
  selectOptionalAssignment,
  updateAssignment,
} from './assignments.repository.ts';
import { copyOf, findOriginal, withOriginsSettings } from './copied-settings.ts';
import { selectReviewedAssignment } from '../reviews/reviewed-assignment.ts';
import type { ScenarioSource, VersionedScenario } from './scenario-source.ts';
import { keepScenarioVersion, type SelectScenario } from './scenario-versions.repository.ts';

/** What the topics of this service share. */
export interface Deps {
  db: Db;
  now: () => Date;
  source: ScenarioSource;
  selectScenario: SelectScenario;
  /** Called in the transaction that changed the AGS endpoint, so that waiting marks can go. */
  gradebookChanged: (tx: Db, assignment: Assignment) => Promise<void>;
  /** Called in a transaction for every student whose counting mark may have changed. */
  publishMark: (tx: Db, participant: { tenantId: string; id: string }) => Promise<void>;
}

/** Settings where nobody chose: from the link, then the scenario, then the defaults. */
export function settingsFor(link: Actor['link'], scenario: Scenario | null): AssignmentSettings {
  const title = [link.settings.title, link.title, scenario?.title.nl].find((text) => text?.trim()) ?? 'Opdracht';
  const points = scenario ? maximumOfScenario(scenario) : 10;
  return AssignmentSettingsSchema.parse({
    ...DEFAULT_SETTINGS,
    points: Math.min(points, 1000),
    ...link.settings,
    title: title.trim().slice(0, 255),
  });
}

/** The assignment's key in an actor. */
export function keyOf({ tenantId, courseId, link }: Actor): { tenantId: string; courseId: string; linkId: string } {
  return { tenantId, courseId, linkId: link.id };
}

/**
 * The assignment behind the actor's link: made at the first call that names a scenario, with the newest AGS endpoint. A
 * copy begins with the settings of its original, and with nothing else of it.
 *
 * A launch for one attempt is about that attempt's assignment, if it is in this course.
 *
 * @returns `null` while nobody chose a scenario.
 */
export async function openOptionalAssignment(deps: Deps, actor: Actor): Promise<Assignment | null> {
  const attemptId = actor.review?.attemptId ?? null;
  if (attemptId !== null) return selectReviewedAssignment(deps.db, { ...actor, attemptId });
  const assignment = await selectOptionalAssignment(deps.db, keyOf(actor));
  if (assignment) return withOriginsSettings(deps, actor, await withNewestGradebook(deps, actor, assignment));
  const original = await findOriginal(deps.db, actor);
  const scenarioId = actor.link.scenarioId ?? original?.scenarioId;
  const chosen = scenarioId === undefined ? undefined : deps.source.scenarios.get(scenarioId);
  if (!chosen) return null;
  if (original) return createAssignment(deps, actor, chosen, copyOf(original));
  return createAssignment(deps, actor, chosen, {
    settings: settingsFor(actor.link, chosen.scenario),
    settingsFrom: 'link',
    copiedFrom: null,
  });
}

/**
 * As {@link openOptionalAssignment}.
 *
 * @throws {ProblemError} `not-found` while nobody chose a scenario.
 */
export async function openAssignment(deps: Deps, actor: Actor): Promise<Assignment> {
  const assignment = await openOptionalAssignment(deps, actor);
  if (!assignment) throw ProblemError.common('not-found');
  return assignment;
}

/** Makes the assignment of a link, once. */
export async function createAssignment(
  { db, now }: Deps,
  actor: Actor,
  chosen: VersionedScenario,
  begin: Pick<Assignment, 'settings' | 'settingsFrom' | 'copiedFrom'>,
): Promise<Assignment> {
  await keepScenarioVersion(db, actor.tenantId, chosen, now());
  const assignment = {
    id: crypto.randomUUID(),
    ...keyOf(actor),
    scenarioId: chosen.scenario.id,
    scenarioVersion: chosen.version,
    ...begin,
    itemId: actor.link.itemId,
    gradebook: actor.gradebook,
    ownLineItem: null,
    platformFamily: actor.platformFamily,
    createdAt: now(),
  };
  return insertAssignment(db, assignment);
}

async function withNewestGradebook(deps: Deps, actor: Actor, assignment: Assignment): Promise<Assignment> {
  const { gradebook, platformFamily } = actor;
  const same = isDeepStrictEqual(gradebook, assignment.gradebook) && platformFamily === assignment.platformFamily;
  if (same) return assignment;
  return deps.db.transaction(async (tx) => {
    const changed = await updateAssignment(tx, assignment, { gradebook, platformFamily, updatedAt: deps.now() });
    await deps.gradebookChanged(tx, changed);
    return changed;
  });
}

/** What a new attempt gets: the newest content of the assignment's scenario, or the version that was kept. */
export async function currentScenario(deps: Deps, assignment: Assignment): Promise<VersionedScenario> {
  const newest = deps.source.scenarios.get(assignment.scenarioId);
  if (newest) return newest;
  const { tenantId, scenarioVersion: version } = assignment;
  return { version, scenario: await deps.selectScenario(deps.db, tenantId, version) };
}
