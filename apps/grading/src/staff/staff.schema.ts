import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';

/** Who opened an assignment of a course as its trainer or assistant. */
export const courseStaff = pgTable(
  'course_staff',
  {
    tenantId: uuid('tenant_id').notNull(),
    courseId: uuid('course_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.courseId, table.personId] })],
);
