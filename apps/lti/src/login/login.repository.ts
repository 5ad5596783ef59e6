import type { Db } from '@mgv/service-kit/database';
import { inArray, sql } from 'drizzle-orm';
import { logins } from './login.schema.ts';

/** A login under way. */
export type Login = typeof logins.$inferSelect;

/** A login that begins. */
export type NewLogin = Omit<Login, 'usedAt'>;

/** Writes logins in one statement. */
export async function insertLogins(db: Db, begun: readonly NewLogin[]): Promise<void> {
  const rows = begun.map((login) => ({
    state_hash: login.stateHash,
    nonce: login.nonce,
    binding_hash: login.bindingHash,
    issuer: login.issuer,
    client_id: login.clientId,
    deployment_hint: login.deploymentHint,
    target_link_uri: login.targetLinkUri,
    login_hint: login.loginHint,
    message_hint: login.messageHint,
    expires_at: login.expiresAt,
  }));
  await db.execute(
    sql`insert into logins select (jsonb_populate_recordset(null::logins, ${JSON.stringify(rows)}::jsonb)).*`,
  );
}

/**
 * The logins of some states, in one statement: also those that were used or have expired; `null` where there is none,
 * or none any more.
 */
export async function selectOptionalLogins(db: Db, stateHashes: readonly string[]): Promise<(Login | null)[]> {
  const rows = await db
    .select()
    .from(logins)
    .where(inArray(logins.stateHash, [...new Set(stateHashes)]));
  const byState = new Map(rows.map((row) => [row.stateHash, row]));
  return stateHashes.map((stateHash) => byState.get(stateHash) ?? null);
}

/** Deletes logins that expired, at most 5,000. */
export async function deleteExpiredLogins(db: Db, now: Date): Promise<void> {
  await db.execute(sql`
    delete from logins where state_hash in (
      select state_hash from logins where expires_at < ${now.toISOString()}::timestamptz limit 5000 for update skip locked)`);
}
