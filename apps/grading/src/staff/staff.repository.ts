import type { Actor } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { and, eq, inArray } from 'drizzle-orm';
import { assignments, participants } from '../assignments/assignments.schema.ts';
import { courseStaff } from './staff.schema.ts';

/** A course by id. */
interface CourseKey {
  tenantId: string;
  courseId: string;
}

const ofCourse = ({ tenantId, courseId }: CourseKey) =>
  and(eq(courseStaff.tenantId, tenantId), eq(courseStaff.courseId, courseId));

/**
 * Remembers that somebody grades in a course. From then on their own attempts there are those of a test person: a teacher
 * who looks at an assignment in the role of a student gets no mark in the gradebook.
 */
export async function insertStaff(db: Db, { tenantId, courseId, person }: Actor): Promise<void> {
  const member = { tenantId, courseId, personId: person.id };
  await db.transaction(async (tx) => {
    const added = await tx.insert(courseStaff).values(member).onConflictDoNothing().returning();
    if (added.length === 0) return;
    const here = tx
      .select({ id: assignments.id })
      .from(assignments)
      .where(and(eq(assignments.tenantId, tenantId), eq(assignments.courseId, courseId)));
    await tx
      .update(participants)
      .set({ test: true })
      .where(
        and(
          eq(participants.tenantId, tenantId),
          eq(participants.personId, person.id),
          inArray(participants.assignmentId, here),
        ),
      );
  });
}

/** Ids of who grades, or graded, in a course. */
export async function selectStaff(db: Db, course: CourseKey): Promise<string[]> {
  const rows = await db.select({ personId: courseStaff.personId }).from(courseStaff).where(ofCourse(course));
  return rows.map(({ personId }) => personId);
}

/** Whether somebody grades, or graded, in a course. */
export async function isStaff(db: Db, course: CourseKey, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ personId: courseStaff.personId })
    .from(courseStaff)
    .where(and(ofCourse(course), eq(courseStaff.personId, personId)));
  return row !== undefined;
}
