import type { Db } from '@mgv/service-kit/database';
import { and, eq, gt, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { platforms, platformStatuses, tenants } from '../platforms/platforms.schema.ts';
import { type SessionFacts, SessionFactsSchema } from './session-facts.ts';
import { sessions } from './session.schema.ts';

/** A session that may be used now. */
export interface Session {
  tokenHash: string;
  tenantId: string;
  personId: string;
  courseId: string;
  facts: SessionFacts;
  lastSeenAt: Date;
}

/** When a session ends, in milliseconds: without use, and however much it is used. */
export const SESSION_LIFETIME = { idleMs: 8 * 3_600_000, absoluteMs: 24 * 3_600_000 } as const;

const idleSince = (now: Date): Date => new Date(now.getTime() - SESSION_LIFETIME.idleMs);

/** Whether the deployment of a session still counts: neither it nor its platform has been shut out by an admin. */
const admitted = sql`exists (
  select 1 from ${tenants} join ${platforms} on ${platforms.id} = ${tenants.platformId}
  left join ${platformStatuses} on ${platformStatuses.id} = ${platforms.kid}
  where ${tenants.id} = ${sessions.tenantId} and ${tenants.status} = 'active' and ${platformStatuses.active} is not false)`;

/** The session of a token, as long as it may be used. */
const living = (tokenHash: string, now: Date): SQL | undefined =>
  and(
    eq(sessions.tokenHash, tokenHash),
    gt(sessions.expiresAt, now),
    gt(sessions.lastSeenAt, idleSince(now)),
    admitted,
  );

/** `null` when there is no such session, or not any more. */
export async function selectOptionalSession(db: Db, tokenHash: string, now: Date): Promise<Session | null> {
  const [row] = await db.select().from(sessions).where(living(tokenHash, now));
  if (!row) return null;
  // A session that an older version of the tool wrote is over: its person opens the assignment again.
  const facts = SessionFactsSchema.safeParse(row.facts).data;
  if (!facts) return null;
  const { tenantId, personId, courseId, lastSeenAt } = row;
  return { tokenHash, tenantId, personId, courseId, lastSeenAt, facts };
}

/** One session that goes on in another: after a reload. */
interface Continuation {
  /** Hash of the token that the page before had. */
  from: string;
  /** Hash of the token that the new page gets. */
  to: string;
  now: Date;
}

/** Begins a session with everything of another that lives; it ends no later. @returns false when there is none. */
export async function insertContinuation(db: Db, { from, to, now }: Continuation): Promise<boolean> {
  const { tenantId, personId, courseId, facts, expiresAt, deepLinkedAt } = sessions;
  const before = db
    .select({
      tokenHash: sql`${to}::text`.as('token_hash'),
      loginId: sql`gen_random_uuid()::text`.as('login_id'),
      tenantId,
      personId,
      courseId,
      facts,
      lastSeenAt: sql`${now.toISOString()}::timestamptz`.as('last_seen_at'),
      expiresAt,
      deepLinkedAt,
    })
    .from(sessions)
    .where(living(from, now));
  const begun = await db.insert(sessions).select(before).returning({ tokenHash: sessions.tokenHash });
  return begun.length === 1;
}

/** Gives a session that lives another token; its old one is over. @returns false when there is none. */
export async function moveSession(db: Db, { from, to, now }: Continuation): Promise<boolean> {
  const moved = await db
    .update(sessions)
    .set({ tokenHash: to, lastSeenAt: now })
    .where(living(from, now))
    .returning({ tokenHash: sessions.tokenHash });
  return moved.length === 1;
}

export async function touchSession(db: Db, tokenHash: string, now: Date): Promise<void> {
  await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.tokenHash, tokenHash));
}

/** Takes the session's one deep linking answer; false when it was taken before. */
export async function takeDeepLinking(db: Db, tokenHash: string, now: Date): Promise<boolean> {
  const taken = await db
    .update(sessions)
    .set({ deepLinkedAt: now })
    .where(and(eq(sessions.tokenHash, tokenHash), isNull(sessions.deepLinkedAt)))
    .returning({ tokenHash: sessions.tokenHash });
  return taken.length === 1;
}

/** Deletes sessions that are over, at most 5,000. */
export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
  const over = db
    .select({ tokenHash: sessions.tokenHash })
    .from(sessions)
    .where(or(lt(sessions.expiresAt, now), lt(sessions.lastSeenAt, idleSince(now))))
    .limit(5000);
  await db.delete(sessions).where(sql`${sessions.tokenHash} in (${over})`);
}
