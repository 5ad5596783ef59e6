import type { Db } from '@mgv/service-kit/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import { platforms, tenants } from './platforms.schema.ts';

/** Whose a tenant is. */
export interface TenantOwner {
  issuer: string;
  clientId: string;
  deploymentId: string;
}

/** Id of the registration with its tenants, by deployment id; `null` when there is no such registration. */
export async function selectOptionalTenants(
  db: Db,
  issuer: string,
  clientId: string,
): Promise<{ id: string; tenants: Map<string, string> } | null> {
  const rows = await db
    .select({ id: platforms.id, tenantId: tenants.id, deploymentId: tenants.deploymentId })
    .from(platforms)
    .leftJoin(tenants, eq(tenants.platformId, platforms.id))
    .where(and(eq(platforms.platformUrl, issuer), eq(platforms.clientId, clientId)))
    .orderBy(asc(tenants.createdAt), asc(tenants.deploymentId));
  const first = rows[0];
  if (!first) return null;
  const known = rows.flatMap(({ tenantId, deploymentId }): [string, string][] =>
    tenantId === null || deploymentId === null ? [] : [[deploymentId, tenantId]],
  );
  return { id: first.id, tenants: new Map(known) };
}

/**
 * Client ids registered at an issuer, at most two: whoever asks wants to know whether there is exactly one.
 *
 * @param deploymentId - Only registrations that have this deployment; `null` for all.
 */
export async function selectClientIds(db: Db, issuer: string, deploymentId: string | null): Promise<string[]> {
  const rows = await db
    .selectDistinct({ clientId: platforms.clientId })
    .from(platforms)
    .leftJoin(tenants, eq(tenants.platformId, platforms.id))
    .where(
      and(
        eq(platforms.platformUrl, issuer),
        deploymentId === null ? undefined : eq(tenants.deploymentId, deploymentId),
      ),
    )
    .limit(2);
  return rows.map(({ clientId }) => clientId);
}

/** `null` when no tenant has this id. */
export async function selectOptionalTenantOwner(db: Db, tenantId: string): Promise<TenantOwner | null> {
  const rows = await db
    .select({ issuer: platforms.platformUrl, clientId: platforms.clientId, deploymentId: tenants.deploymentId })
    .from(tenants)
    .innerJoin(platforms, eq(tenants.platformId, platforms.id))
    .where(eq(tenants.id, tenantId));
  return rows[0] ?? null;
}

/** Adds the deployments that the registration does not have yet, each as a tenant of its own. */
export async function addTenants(db: Db, platformId: string, deploymentIds: readonly string[]): Promise<void> {
  await db
    .insert(tenants)
    .values([...new Set(deploymentIds)].map((deploymentId) => ({ platformId, deploymentId })))
    .onConflictDoNothing();
}

/** Makes changes of one registration wait for each other, until the end of the transaction. */
export async function lockRegistration(transaction: Db, issuer: string, clientId: string): Promise<void> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify([issuer, clientId])}, 0))`,
  );
}
