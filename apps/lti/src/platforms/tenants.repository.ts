import type { Deployment, DeploymentChoice } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { platforms, tenants } from './platforms.schema.ts';

/** Whose a tenant is. */
export interface TenantOwner {
  issuer: string;
  clientId: string;
  deploymentId: string;
}

/** A deployment as it is kept. */
export type TenantRow = typeof tenants.$inferSelect;

/** What our own columns say of a registration. */
export interface OwnColumns {
  id: string;
  missingScopes: string[];
  registrationHost: string | null;
  productFamily: string | null;
  /** Of admitted deployments, by deployment id. */
  tenants: Map<string, string>;
}

/** A registration's own columns with its admitted tenants; `null` when there is no such registration. */
export async function selectOptionalTenants(db: Db, issuer: string, clientId: string): Promise<OwnColumns | null> {
  const { id, missingScopes, registrationHost, productFamily } = platforms;
  const own = { id, missingScopes, registrationHost, productFamily };
  const rows = await db
    .select({ own, tenantId: tenants.id, deploymentId: tenants.deploymentId })
    .from(platforms)
    .leftJoin(tenants, and(eq(tenants.platformId, platforms.id), eq(tenants.status, 'active')))
    .where(and(eq(platforms.platformUrl, issuer), eq(platforms.clientId, clientId)))
    .orderBy(asc(tenants.createdAt), asc(tenants.deploymentId));
  const first = rows[0];
  if (!first) return null;
  const known = rows.flatMap(({ tenantId, deploymentId }): [string, string][] =>
    tenantId === null || deploymentId === null ? [] : [[deploymentId, tenantId]],
  );
  return { ...first.own, tenants: new Map(known) };
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

/** Admits deployments, each as a tenant of its own; also those that waited or were refused. */
export async function addTenants(db: Db, platformId: string, deploymentIds: readonly string[]): Promise<void> {
  const rows = [...new Set(deploymentIds)].map((deploymentId) => ({ platformId, deploymentId }));
  if (rows.length === 0) return;
  await db
    .insert(tenants)
    .values(rows)
    .onConflictDoUpdate({ target: [tenants.platformId, tenants.deploymentId], set: { status: 'active' } });
}

/** `null` when the registration has never had this deployment. */
export async function selectOptionalDeployment(
  db: Db,
  platformId: string,
  deploymentId: string,
): Promise<TenantRow | null> {
  const rows = await db
    .select()
    .from(tenants)
    .where(and(eq(tenants.platformId, platformId), eq(tenants.deploymentId, deploymentId)));
  return rows[0] ?? null;
}

/** Whether a registration has had any deployment, in whatever state. */
export async function hasDeployments(db: Db, platformId: string): Promise<boolean> {
  const rows = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.platformId, platformId)).limit(1);
  return rows.length > 0;
}

/** Writes a deployment that is new; the caller holds the registration's lock. */
export async function insertDeployment(
  db: Db,
  deployment: Pick<TenantRow, 'platformId' | 'deploymentId' | 'status'>,
): Promise<TenantRow> {
  const [row] = await db.insert(tenants).values(deployment).returning();
  if (!row) throw new Error('the deployment was not written');
  return row;
}

/** Deployments of all registrations, those that wait first. */
export async function selectDeployments(db: Db): Promise<Deployment[]> {
  const rows = await db
    .select({ tenant: tenants, platform: platforms })
    .from(tenants)
    .innerJoin(platforms, eq(tenants.platformId, platforms.id))
    .orderBy(desc(eq(tenants.status, 'pending')), asc(platforms.platformName), asc(tenants.createdAt));
  return rows.map(({ tenant, platform }) => ({
    id: tenant.id,
    issuer: platform.platformUrl,
    clientId: platform.clientId,
    deploymentId: tenant.deploymentId,
    name: platform.platformName,
    status: tenant.status,
    firstSeenAt: tenant.createdAt.toISOString(),
  }));
}

/** Approves or refuses a deployment; `false` when there is none like that. */
export async function updateDeploymentStatus(
  db: Db,
  choice: DeploymentChoice,
  status: TenantRow['status'],
): Promise<boolean> {
  const chosen =
    'id' in choice
      ? eq(tenants.id, choice.id)
      : and(
          eq(tenants.deploymentId, choice.deploymentId),
          inArray(
            tenants.platformId,
            db
              .select({ id: platforms.id })
              .from(platforms)
              .where(and(eq(platforms.platformUrl, choice.issuer), eq(platforms.clientId, choice.clientId))),
          ),
        );
  const changed = await db.update(tenants).set({ status }).where(chosen).returning({ id: tenants.id });
  return changed.length > 0;
}

/** Makes changes of one registration wait for each other, until the end of the transaction. */
export async function lockRegistration(transaction: Db, issuer: string, clientId: string): Promise<void> {
  await lockTopic(transaction, [issuer, clientId]);
}

/** Makes transactions on one topic wait for each other. */
export async function lockTopic(transaction: Db, topic: readonly string[]): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify(topic)}, 0))`);
}
