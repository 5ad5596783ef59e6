import type { Actor } from '@mgv/contracts';
import { ProblemError } from '@mgv/service-kit';
import type { Assignment } from '../assignments/assignments.repository.ts';
import { type Deps, openAssignment } from '../assignments/open-assignment.ts';
import { type Attempt, selectOptionalAttempt } from '../attempts/attempts.repository.ts';

/** A handed-in attempt. */
export type HandedIn = Attempt & { handedInAt: Date };

/**
 * A handed-in attempt at the actor's assignment.
 *
 * @throws {ProblemError} `not-found` for everything else, whether it exists or not.
 */
export async function selectSubmission(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<{ assignment: Assignment; attempt: HandedIn }> {
  const assignment = await openAssignment(deps, actor);
  const attempt = await selectOptionalAttempt(deps.db, { tenantId: actor.tenantId, id });
  if (attempt?.assignmentId !== assignment.id || !attempt.handedInAt) throw ProblemError.common('not-found');
  return { assignment, attempt: { ...attempt, handedInAt: attempt.handedInAt } };
}
