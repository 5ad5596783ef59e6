import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

const when = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Content of each scenario version that was ever used: an attempt keeps the version it began with. */
export const scenarioVersions = pgTable(
  'scenario_versions',
  {
    tenantId: uuid('tenant_id').notNull(),
    /** Hash of the content. */
    version: text('version').notNull(),
    scenarioId: text('scenario_id').notNull(),
    content: jsonb('content').notNull(),
    createdAt: when('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.version] })],
);

/** One resource link in one course of one tenant, with a scenario and its settings. */
export const assignments = pgTable(
  'assignments',
  {
    id: uuid('id').primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    courseId: uuid('course_id').notNull(),
    linkId: text('link_id').notNull(),
    scenarioId: text('scenario_id').notNull(),
    scenarioVersion: text('scenario_version').notNull(),
    settings: jsonb('settings').notNull(),
    /** Who chose the settings: the link that was launched, the assignment that it is a copy of, or a trainer here. */
    settingsFrom: text('settings_from', { enum: ['link', 'copy', 'trainer'] })
      .notNull()
      .default('link'),
    /** What the picker called the item; copies of the link have the same. */
    itemId: text('item_id'),
    /** The assignment whose settings a copy took over. */
    copiedFrom: uuid('copied_from'),
    /** AGS as the newest launch described it; null without a claim. */
    gradebook: jsonb('gradebook'),
    /** Line item that we looked up or made, for launches that name none. */
    ownLineItem: text('own_line_item'),
    platformFamily: text('platform_family'),
    createdAt: when('created_at').notNull(),
    updatedAt: when('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('assignments_link').on(table.tenantId, table.courseId, table.linkId),
    index('assignments_by_link').on(table.tenantId, table.linkId),
  ],
);

/** A student in an assignment. */
export const participants = pgTable(
  'participants',
  {
    id: uuid('id').primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    assignmentId: uuid('assignment_id')
      .notNull()
      .references(() => assignments.id),
    personId: uuid('person_id').notNull(),
    lmsUserId: text('lms_user_id').notNull(),
    name: text('name'),
    test: boolean('test').notNull(),
    /** 1, 2, 3 … in order of first opening. */
    ordinal: integer('ordinal').notNull(),
    /** Timestamp of the newest score made for the gradebook; the next is at least a second later. */
    lastScoreAt: when('last_score_at'),
    openedAt: when('opened_at').notNull(),
  },
  (table) => [
    uniqueIndex('participants_person').on(table.assignmentId, table.personId),
    uniqueIndex('participants_ordinal').on(table.assignmentId, table.ordinal),
  ],
);
