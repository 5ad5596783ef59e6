import type { Actor, Review } from '@mgv/contracts';
import { ProblemError } from '@mgv/service-kit';
import type { Assignment } from '../assignments/assignments.repository.ts';
import { type Deps, openOptionalAssignment } from '../assignments/open-assignment.ts';
import {
  type Participant,
  selectParticipant,
  selectParticipantsByLmsId,
} from '../assignments/participants.repository.ts';
import { selectHandedIn, selectOptionalAttempt } from '../attempts/attempts.repository.ts';
import { reviewProblem } from './review.problem.ts';

type Wanted = NonNullable<Actor['review']>;

/** Whose work is asked for; `null` for a student who never opened the assignment. */
async function selectReviewed(deps: Deps, assignment: Assignment, wanted: Wanted): Promise<Participant | null> {
  const { db } = deps;
  const { tenantId } = assignment;
  if (wanted.attemptId === null) {
    const ids = wanted.lmsUserId === null ? [] : [wanted.lmsUserId];
    return (await selectParticipantsByLmsId(db, assignment, ids))[0] ?? null;
  }
  const attempt = await selectOptionalAttempt(db, { tenantId, id: wanted.attemptId });
  if (attempt?.assignmentId !== assignment.id) throw reviewProblem('not-in-course');
  return selectParticipant(db, { tenantId, id: attempt.participantId });
}

/**
 * The work that the actor's launch asks to see: the named attempt, else the student's newest, as far as it was handed in.
 *
 * @throws {ProblemError} `not-found` for a launch that asks for none, `not-in-course`; `not-your-work` to a student for
 *   everything but their own, whether it exists or not.
 * @see https://www.imsglobal.org/spec/lti-sr/v1p0/
 */
export async function reviewFor(deps: Deps, actor: Actor): Promise<Review> {
  const { review: wanted, role, person } = actor;
  if (!wanted) throw ProblemError.common('not-found');
  const assignment = await openOptionalAssignment(deps, actor);
  const found = assignment ? selectReviewed(deps, assignment, wanted) : Promise.reject(reviewProblem('not-in-course'));
  const own = (of: Participant | null): boolean =>
    of ? of.personId === person.id : wanted.lmsUserId === person.lmsUserId;
  const reviewed = await found.catch((error: unknown) => {
    throw role === 'student' && error instanceof ProblemError ? reviewProblem('not-your-work') : error;
  });
  if (role === 'student' && !own(reviewed)) throw reviewProblem('not-your-work');
  if (!reviewed) return { attemptId: null, name: null, ordinal: null };
  const handedIn = await selectHandedIn(deps.db, reviewed);
  const attempt = wanted.attemptId === null ? handedIn.at(-1) : handedIn.find(({ id }) => id === wanted.attemptId);
  return { attemptId: attempt?.id ?? null, name: reviewed.name, ordinal: reviewed.ordinal };
}
