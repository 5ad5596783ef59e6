import type { Db } from '@mgv/service-kit/database';
import { eq, sql } from 'drizzle-orm';
import { logins } from './login.schema.ts';

/** A login under way. */
export type Login = typeof logins.$inferSelect;

export async function insertLogin(db: Db, login: typeof logins.$inferInsert): Promise<void> {
  await db.insert(logins).values(login);
}

/** The login of a state, also when it was used or has expired; `null` when there is none, or none any more. */
export async function selectOptionalLogin(db: Db, stateHash: string): Promise<Login | null> {
  const rows = await db.select().from(logins).where(eq(logins.stateHash, stateHash));
  return rows[0] ?? null;
}

/** Deletes logins that expired, at most 5,000. */
export async function deleteExpiredLogins(db: Db, now: Date): Promise<void> {
  await db.execute(sql`
    delete from logins where state_hash in (
      select state_hash from logins where expires_at < ${now.toISOString()}::timestamptz limit 5000 for update skip locked)`);
}
