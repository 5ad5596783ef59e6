import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { participants } from '../assignments/assignments.schema.ts';
import { attempts } from '../attempts/attempts.schema.ts';

const when = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Versions of a mark: only added. A trigger (in the migrations) refuses every update. */
export const markVersions = pgTable(
  'mark_versions',
  {
    id: uuid('id').primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    version: integer('version').notNull(),
    points: doublePrecision('points').notNull(),
    maximum: doublePrecision('maximum').notNull(),
    complete: boolean('complete').notNull(),
    judgements: jsonb('judgements').notNull(),
    comment: text('comment').notNull(),
    reason: text('reason').notNull(),
    /** Null when the scorer made it. */
    authorId: uuid('author_id'),
    authorName: text('author_name'),
    createdAt: when('created_at').notNull(),
  },
  (table) => [uniqueIndex('mark_versions_version').on(table.attemptId, table.version)],
);

/** A mark version shown to its student. */
export const releases = pgTable(
  'releases',
  {
    markVersionId: uuid('mark_version_id')
      .primaryKey()
      .references(() => markVersions.id),
    tenantId: uuid('tenant_id').notNull(),
    participantId: uuid('participant_id')
      .notNull()
      .references(() => participants.id),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    releasedBy: uuid('released_by').notNull(),
    releasedAt: when('released_at').notNull(),
  },
  (table) => [index('releases_participant').on(table.participantId), index('releases_attempt').on(table.attemptId)],
);
