import { sql } from 'drizzle-orm';
import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { assignments, participants } from '../assignments/assignments.schema.ts';

const when = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** One go at an assignment; at most one per student is open. */
export const attempts = pgTable(
  'attempts',
  {
    id: uuid('id').primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id),
    participantId: uuid('participant_id')
      .notNull()
      .references(() => participants.id),
    number: integer('number').notNull(),
    scenarioVersion: text('scenario_version').notNull(),
    startedAt: when('started_at').notNull(),
    savedAt: when('saved_at'),
    handedInAt: when('handed_in_at'),
  },
  (table) => [
    uniqueIndex('attempts_number').on(table.participantId, table.number),
    uniqueIndex('attempts_one_open')
      .on(table.participantId)
      .where(sql`handed_in_at is null`),
  ],
);

/** The newest answer to each step of an attempt. */
export const answers = pgTable(
  'answers',
  {
    tenantId: uuid('tenant_id').notNull(),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    stepId: text('step_id').notNull(),
    answer: jsonb('answer').notNull(),
    /** Milliseconds since 1970 on the student's clock. */
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    savedAt: when('saved_at').notNull(),
    lockedAt: when('locked_at'),
  },
  (table) => [primaryKey({ columns: [table.attemptId, table.stepId] })],
);
