import type { Db } from '@mgv/service-kit/database';
import { type Assignment, selectAssignment } from '../assignments/assignments.repository.ts';
import { selectOptionalAttempt } from '../attempts/attempts.repository.ts';

interface Wanted {
  tenantId: string;
  courseId: string;
  attemptId: string;
}

/**
 * The assignment of an attempt in this course; `null` when there is no such attempt here. The launch's own link cannot
 * be trusted for it: Canvas's SpeedGrader names the course as the link.
 */
export async function selectReviewedAssignment(
  db: Db,
  { tenantId, courseId, attemptId }: Wanted,
): Promise<Assignment | null> {
  const attempt = await selectOptionalAttempt(db, { tenantId, id: attemptId });
  const assignment = attempt && (await selectAssignment(db, { tenantId, id: attempt.assignmentId }));
  return assignment?.courseId === courseId ? assignment : null;
}
