import type { Actor, ReleasedAll } from '@mgv/contracts';
import { ProblemError } from '@mgv/service-kit';
import type { Assignment } from '../assignments/assignments.repository.ts';
import type { Deps } from '../assignments/open-assignment.ts';
import { lockParticipant, selectParticipants } from '../assignments/participants.repository.ts';
import { type Attempt, selectAttemptsOf } from '../attempts/attempts.repository.ts';
import { markProblem } from './mark.problem.ts';
import { insertRelease, selectMarks } from './marks.repository.ts';

/**
 * Shows a version to its student and, where it counts, sends it to the gradebook, in one transaction. A second time
 * changes nothing.
 *
 * @throws {ProblemError} `not-found` for a version that does not exist, `mark-incomplete`, and `mark-changed` when there
 *   is a newer one.
 */
export async function releaseMark(deps: Deps, actor: Actor, attempt: Attempt, version: number): Promise<void> {
  const { tenantId, participantId } = attempt;
  await deps.db.transaction(async (tx) => {
    const participant = await lockParticipant(tx, { tenantId, id: participantId });
    const marks = await selectMarks(tx, tenantId, [attempt.id]);
    const mark = marks.find((each) => each.version === version);
    if (!mark) throw ProblemError.common('not-found');
    if (mark.releasedAt) return;
    if (mark !== marks.at(-1)) throw markProblem('mark-changed');
    if (!mark.complete) throw markProblem('mark-incomplete');
    await insertRelease(tx, {
      markVersionId: mark.id,
      tenantId,
      participantId,
      attemptId: attempt.id,
      releasedBy: actor.person.id,
      releasedAt: deps.now(),
    });
    await deps.publishMark(tx, participant);
  });
}

/** Attempts whose mark 'release all' is about: the newest of each student, or all where the best one counts. */
function candidates(attempts: readonly Attempt[], counts: Assignment['settings']['counts']): Attempt[] {
  const handedIn = attempts.filter(({ handedInAt }) => handedInAt !== null);
  if (counts === 'best') return handedIn;
  return [...new Map(handedIn.map((attempt) => [attempt.participantId, attempt])).values()];
}

/**
 * Releases the newest complete mark of every student that is not released yet; counts those that are not complete. Leaves
 * test persons alone.
 */
export async function releaseAll(deps: Deps, actor: Actor, assignment: Assignment): Promise<ReleasedAll> {
  const participants = await selectParticipants(deps.db, assignment);
  const students = new Set(participants.filter(({ test }) => !test).map(({ id }) => id));
  const all = (await selectAttemptsOf(deps.db, assignment)).filter(({ participantId }) => students.has(participantId));
  const attempts = candidates(all, assignment.settings.counts);
  const marks = await selectMarks(
    deps.db,
    assignment.tenantId,
    attempts.map(({ id }) => id),
  );
  const newest = new Map(marks.map((mark) => [mark.attemptId, mark]));
  let released = 0;
  let incomplete = 0;
  for (const attempt of attempts) {
    const mark = newest.get(attempt.id);
    if (mark?.releasedAt) continue;
    if (!mark?.complete || !(await releaseUnlessChanged(deps, actor, attempt, mark.version))) incomplete += 1;
    else released += 1;
  }
  return { released, incomplete };
}

/** False when somebody saved a newer version meanwhile: that one is left for its author. */
async function releaseUnlessChanged(deps: Deps, actor: Actor, attempt: Attempt, version: number): Promise<boolean> {
  try {
    await releaseMark(deps, actor, attempt, version);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'mark-changed') return false;
    throw error;
  }
}
