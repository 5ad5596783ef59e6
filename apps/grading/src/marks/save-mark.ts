import type { Actor, SaveMark } from '@mgv/contracts';
import { scoreAttempt } from '@mgv/core';
import { ProblemError } from '@mgv/service-kit';
import type { Deps } from '../assignments/open-assignment.ts';
import { lockParticipant } from '../assignments/participants.repository.ts';
import { answersOf, selectAnswers } from '../attempts/answers.repository.ts';
import { selectHandedIn } from '../attempts/attempts.repository.ts';
import { judgedLevels, judgementFaults } from './judged-levels.ts';
import { markProblem } from './mark.problem.ts';
import { insertMark, releasedMark, selectMarks } from './marks.repository.ts';
import type { HandedIn } from './submission.ts';

/**
 * Saves a new version of a mark, with its points.
 *
 * @throws {ProblemError} `invalid-request` for judgements that do not fit the scenario; `newer-attempt` and
 *   `mark-changed` when the trainer has not seen the newest; `reason-required` after a release.
 */
export async function saveMark(deps: Deps, actor: Actor, attempt: HandedIn, request: SaveMark): Promise<void> {
  const { tenantId, participantId } = attempt;
  const { judgements, comment, reason } = request;
  const scenario = await deps.selectScenario(deps.db, tenantId, attempt.scenarioVersion);
  const faults = judgementFaults(scenario, judgements);
  if (faults.length > 0) throw ProblemError.common('invalid-request', { faults });
  await deps.db.transaction(async (tx) => {
    const participant = await lockParticipant(tx, { tenantId, id: participantId });
    const newest = (await selectHandedIn(tx, participant)).at(-1);
    if (newest?.number !== request.newestAttempt) throw markProblem('newer-attempt');
    const before = await selectMarks(tx, tenantId, [attempt.id]);
    const version = before.at(-1)?.version ?? 0;
    if (version !== request.basedOn) throw markProblem('mark-changed');
    if (releasedMark(before) && reason.trim() === '') throw markProblem('reason-required');
    const answers = answersOf(await selectAnswers(tx, attempt));
    const { points, maximum, toGrade } = scoreAttempt(scenario, answers, judgedLevels(judgements));
    await insertMark(tx, {
      id: crypto.randomUUID(),
      tenantId,
      attemptId: attempt.id,
      version: version + 1,
      points,
      maximum,
      complete: toGrade.length === 0,
      judgements,
      comment,
      reason: reason.trim(),
      authorId: actor.person.id,
      authorName: actor.person.name,
      createdAt: deps.now(),
    });
  });
}
