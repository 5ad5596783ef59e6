import { sql } from 'drizzle-orm';
import { doublePrecision, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { assignments, participants } from '../assignments/assignments.schema.ts';
import { markVersions } from '../marks/marks.schema.ts';

const when = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** One score on its way to the gradebook. */
export const passbacks = pgTable(
  'passbacks',
  {
    id: uuid('id').primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id),
    participantId: uuid('participant_id')
      .notNull()
      .references(() => participants.id),
    markVersionId: uuid('mark_version_id')
      .notNull()
      .references(() => markVersions.id),
    scoreGiven: doublePrecision('score_given').notNull(),
    scoreMaximum: doublePrecision('score_maximum').notNull(),
    comment: text('comment').notNull(),
    /** Strictly rising whole seconds within its participant; a retry carries it unchanged. */
    timestamp: when('timestamp').notNull(),
    state: text('state').notNull(),
    tries: integer('tries').notNull(),
    reason: text('reason'),
    nextTryAt: when('next_try_at'),
    /** Start of the 48 hours after which we give up. */
    waitingSince: when('waiting_since').notNull(),
    createdAt: when('created_at').notNull(),
    updatedAt: when('updated_at').notNull(),
  },
  (table) => [
    index('passbacks_participant').on(table.participantId, table.timestamp),
    index('passbacks_assignment').on(table.assignmentId),
    index('passbacks_due')
      .on(table.tenantId, table.nextTryAt)
      .where(sql`state = 'waiting'`),
    index('passbacks_newest').on(table.createdAt),
  ],
);

/** Which instance delivers for a tenant now. A dead one's lease ends by itself. */
export const deliveryLeases = pgTable('delivery_leases', {
  tenantId: uuid('tenant_id').primaryKey(),
  owner: uuid('owner').notNull(),
  until: when('until').notNull(),
});
