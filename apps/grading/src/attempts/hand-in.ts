import type { Actor } from '@mgv/contracts';
import { scoreAttempt } from '@mgv/core';
import type { Deps } from '../assignments/open-assignment.ts';
import { lockParticipant } from '../assignments/participants.repository.ts';
import type { Assignment } from '../assignments/assignments.repository.ts';
import { insertMark } from '../marks/marks.repository.ts';
import { answersOf, selectAnswers } from './answers.repository.ts';
import { type Attempt, lockAttempt, updateHandedIn } from './attempts.repository.ts';
import { ownAttempt } from './own-attempt.ts';

/**
 * Hands an attempt in; a second time changes nothing. Where no text is left to judge, the first version of the mark is
 * made at once, without an author.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function handIn(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<{ assignment: Assignment; attempt: Attempt }> {
  const { assignment, attempt } = await ownAttempt(deps, actor, id);
  const scenario = await deps.selectScenario(deps.db, actor.tenantId, attempt.scenarioVersion);
  const { tenantId, participantId } = attempt;
  return deps.db.transaction(async (tx) => {
    await lockParticipant(tx, { tenantId, id: participantId });
    const before = await lockAttempt(tx, attempt);
    const at = deps.now();
    const done = await updateHandedIn(tx, attempt, at);
    if (!done) return { assignment, attempt: before };
    const { points, maximum, toGrade } = scoreAttempt(scenario, answersOf(await selectAnswers(tx, attempt)));
    if (toGrade.length === 0) {
      const nobody = { authorId: null, authorName: null, judgements: {}, comment: '', reason: '' };
      const numbers = { version: 1, points, maximum, complete: true, createdAt: at };
      await insertMark(tx, { id: crypto.randomUUID(), tenantId, attemptId: id, ...numbers, ...nobody });
    }
    return { assignment, attempt: done };
  });
}
