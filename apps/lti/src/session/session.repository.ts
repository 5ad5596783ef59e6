import type { Db } from '@mgv/service-kit/database';
import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
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

/** `null` when there is no such session, or not any more. */
export async function selectOptionalSession(db: Db, tokenHash: string, now: Date): Promise<Session | null> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, idleSince(now))),
    );
  if (!row) return null;
  const { tenantId, personId, courseId, lastSeenAt } = row;
  return { tokenHash, tenantId, personId, courseId, lastSeenAt, facts: SessionFactsSchema.parse(row.facts) };
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
