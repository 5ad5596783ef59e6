import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { people } from '../launch/launch.schema.ts';

/** One row per launch: who may do what, where, until when. */
export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the bearer token. */
    tokenHash: text('token_hash').primaryKey(),
    // No reference to tenant and course: every launch would lock the one row that all of a school share.
    tenantId: uuid('tenant_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    courseId: uuid('course_id').notNull(),
    /** What the launch said, as `SessionFactsSchema`. */
    facts: jsonb().notNull(),
    lastSeenAt: timestamp('last_seen_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** When the picker's answer was signed; once per session. */
    deepLinkedAt: timestamp('deep_linked_at', { withTimezone: true }),
  },
  (table) => [index('sessions_expires').on(table.expiresAt), index('sessions_person').on(table.personId)],
);
