import { pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { tenants } from '../platforms/platforms.schema.ts';

const created = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

/** A person in a tenant, by their `sub`. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey().defaultRandom(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    lmsUserId: text('lms_user_id').notNull(),
    /** As the newest launch gave it. */
    name: text(),
    createdAt: created,
  },
  (table) => [unique('people_tenant_user').on(table.tenantId, table.lmsUserId)],
);

/** A course in a tenant, by its context id; `''` stands for launches without a context. */
export const courses = pgTable(
  'courses',
  {
    id: uuid().primaryKey().defaultRandom(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    contextId: text('context_id').notNull(),
    createdAt: created,
  },
  (table) => [unique('courses_tenant_context').on(table.tenantId, table.contextId)],
);

/** A resource link in a course. */
export const links = pgTable(
  'links',
  {
    id: uuid().primaryKey().defaultRandom(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    lmsLinkId: text('lms_link_id').notNull(),
    createdAt: created,
  },
  (table) => [unique('links_course_link').on(table.courseId, table.lmsLinkId)],
);
