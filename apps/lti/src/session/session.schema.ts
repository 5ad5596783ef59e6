import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** One row per launch: who may do what, where, until when. */
export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the bearer token. */
    tokenHash: text('token_hash').primaryKey(),
    /** Of the login that began it, which no other session may use: SHA-256 of its nonce. */
    loginId: text('login_id')
      .notNull()
      .unique()
      .default(sql`gen_random_uuid()`),
    // No references: every launch would lock the row of its person, and the one that all of a school share.
    tenantId: uuid('tenant_id').notNull(),
    personId: uuid('person_id').notNull(),
    courseId: uuid('course_id').notNull(),
    /** What the launch said, as `SessionFactsSchema`. */
    facts: jsonb().notNull(),
    lastSeenAt: timestamp('last_seen_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** When the picker's answer was signed; once per session. */
    deepLinkedAt: timestamp('deep_linked_at', { withTimezone: true }),
  },
  (table) => [index('sessions_expires').on(table.expiresAt)],
);
