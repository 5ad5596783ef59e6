import type { Db } from '@mgv/service-kit/database';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { platforms, platformStatuses, tenants } from './platforms.schema.ts';

/** A registration at an issuer, as far as another one has to know it. */
export interface Sibling {
  clientId: string;
  name: string;
  active: boolean;
  registrationHost: string | null;
  accountId: string | null;
  createdAt: Date;
}

const active = sql<boolean>`coalesce(${platformStatuses.active}, true)`;

/** All registrations at an issuer, oldest first. */
export async function selectSiblings(db: Db, issuer: string): Promise<Sibling[]> {
  const { clientId, platformName: name, registrationHost, accountId, createdAt } = platforms;
  return db
    .select({ clientId, name, active, registrationHost, accountId, createdAt })
    .from(platforms)
    .leftJoin(platformStatuses, eq(platformStatuses.id, platforms.kid))
    .where(eq(platforms.platformUrl, issuer))
    .orderBy(asc(createdAt), asc(clientId));
}

/** A client id that may be meant by a login without one. */
export interface Candidate {
  clientId: string;
  active: boolean;
  /** Whether this registration has the deployment that was asked for. */
  deployed: boolean;
}

/**
 * Client ids registered at an issuer.
 *
 * @param deploymentId - Which deployment the login hints at; `null` when it does not.
 */
export async function selectCandidates(db: Db, issuer: string, deploymentId: string | null): Promise<Candidate[]> {
  const deployment = and(eq(tenants.platformId, platforms.id), eq(tenants.deploymentId, deploymentId ?? ''));
  return db
    .select({ clientId: platforms.clientId, active, deployed: sql<boolean>`${isNotNull(tenants.id)}` })
    .from(platforms)
    .leftJoin(platformStatuses, eq(platformStatuses.id, platforms.kid))
    .leftJoin(tenants, deployment)
    .where(eq(platforms.platformUrl, issuer))
    .limit(1000);
}

/** What a platform said of itself when it registered. */
export interface Origin {
  registrationHost: string;
  accountId: string | null;
  productFamily: string | null;
  missingScopes: string[];
}

/** Keeps what a platform said of itself. */
export async function updateOrigin(db: Db, platformId: string, origin: Origin): Promise<void> {
  await db.update(platforms).set(origin).where(eq(platforms.id, platformId));
}
