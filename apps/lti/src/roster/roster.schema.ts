import { index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { courses, people } from '../launch/launch.schema.ts';
import { tenants } from '../platforms/platforms.schema.ts';

/** The last roster that the platform gave for a link. */
export const rosters = pgTable(
  'rosters',
  {
    id: uuid().primaryKey().defaultRandom(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id, { onDelete: 'cascade' }),
    lmsLinkId: text('lms_link_id').notNull(),
    readAt: timestamp('read_at', { withTimezone: true }).notNull(),
    /** When it was read whole; after that there may have been changes alone. */
    wholeAt: timestamp('whole_at', { withTimezone: true }).notNull(),
    /** Where the platform says what has changed since; null when it does not. */
    differencesUrl: text('differences_url'),
  },
  (table) => [unique('rosters_link').on(table.courseId, table.lmsLinkId)],
);

/** Who is, or was, in a roster: ids, role and status alone. */
export const rosterMembers = pgTable(
  'roster_members',
  {
    rosterId: uuid('roster_id')
      .notNull()
      .references(() => rosters.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    status: text({ enum: ['active', 'inactive', 'left'] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.rosterId, table.personId] }),
    index('roster_members_person').on(table.personId),
  ],
);
