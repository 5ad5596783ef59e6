import type { Actor } from '@mgv/contracts';
import { ProblemError } from '@mgv/service-kit';
import type { Assignment } from '../assignments/assignments.repository.ts';
import { type Deps, openAssignment } from '../assignments/open-assignment.ts';
import { selectOptionalParticipant } from '../assignments/participants.repository.ts';
import { type Attempt, selectOptionalAttempt } from './attempts.repository.ts';

/**
 * An attempt of the actor's own, at this assignment.
 *
 * @throws {ProblemError} `not-found` for everything else, whether it exists or not.
 */
export async function ownAttempt(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<{ assignment: Assignment; attempt: Attempt }> {
  const assignment = await openAssignment(deps, actor);
  const participant = await selectOptionalParticipant(deps.db, assignment, actor.person.id);
  const attempt = await selectOptionalAttempt(deps.db, { tenantId: actor.tenantId, id });
  if (!participant || attempt?.participantId !== participant.id) throw ProblemError.common('not-found');
  return { assignment, attempt };
}
