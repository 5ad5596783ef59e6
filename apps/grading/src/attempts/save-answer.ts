import type { Actor, AnswerSaved, SaveAnswer, StepLocked } from '@mgv/contracts';
import { answerFault, feedbackFor, isAnswered, type Scenario } from '@mgv/core';
import { ProblemError } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import type { Deps } from '../assignments/open-assignment.ts';
import { type SavedAnswer, selectAnswers, updateLocked, upsertAnswer } from './answers.repository.ts';
import { attemptProblem } from './attempt.problem.ts';
import { shownAnswers, shownParts } from './attempt-view.ts';
import { type AttemptKey, lockAttempt, updateSavedAt } from './attempts.repository.ts';
import { ownAttempt } from './own-attempt.ts';

/** Where an answer belongs. */
export interface AnswerPlace {
  attemptId: string;
  stepId: string;
}

function checkFits(scenario: Scenario, stepId: string, { answer }: SaveAnswer): void {
  const fault = answerFault(scenario, stepId, answer);
  if (fault) throw attemptProblem(fault);
}

const at = (saved: readonly SavedAnswer[], stepId: string): SavedAnswer | undefined =>
  saved.find((each) => each.stepId === stepId);

async function lockOpenAttempt(tx: Db, key: AttemptKey): Promise<void> {
  const { handedInAt } = await lockAttempt(tx, key);
  if (handedInAt) throw attemptProblem('already-handed-in');
}

/**
 * Saves an answer as the student types. An older one (by `sequence`) never replaces a newer.
 *
 * @throws {ProblemError} the code of the answer's fault; `answer-locked`, `already-handed-in`, `not-found`.
 */
export async function saveAnswer(
  deps: Deps,
  actor: Actor,
  { attemptId, stepId }: AnswerPlace,
  request: SaveAnswer,
): Promise<AnswerSaved> {
  const { attempt } = await ownAttempt(deps, actor, attemptId);
  checkFits(await deps.selectScenario(deps.db, actor.tenantId, attempt.scenarioVersion), stepId, request);
  const savedAt = deps.now();
  return deps.db.transaction(async (tx) => {
    await lockOpenAttempt(tx, attempt);
    if (await upsertAnswer(tx, attempt, { stepId, ...request, savedAt })) {
      await updateSavedAt(tx, attempt, savedAt);
      return { savedAt: savedAt.toISOString(), outdated: false };
    }
    const kept = at(await selectAnswers(tx, attempt), stepId);
    if (kept?.lockedAt) throw attemptProblem('answer-locked');
    return { savedAt: (kept?.savedAt ?? savedAt).toISOString(), outdated: true };
  });
}

/**
 * Fixes an answer and gives its feedback. A second time gives the same, and changes nothing.
 *
 * @throws {ProblemError} as {@link saveAnswer}; `lock-not-allowed`, `step-not-answered`.
 */
export async function lockAnswer(
  deps: Deps,
  actor: Actor,
  { attemptId, stepId }: AnswerPlace,
  request: SaveAnswer,
): Promise<StepLocked> {
  const { assignment, attempt } = await ownAttempt(deps, actor, attemptId);
  const scenario = await deps.selectScenario(deps.db, actor.tenantId, attempt.scenarioVersion);
  checkFits(scenario, stepId, request);
  if (assignment.settings.results !== 'per-step') throw attemptProblem('lock-not-allowed');
  const saved = await deps.db.transaction(async (tx) => {
    const { handedInAt } = await lockAttempt(tx, attempt);
    const before = await selectAnswers(tx, attempt);
    if (at(before, stepId)?.lockedAt) return before;
    if (handedInAt) throw attemptProblem('already-handed-in');
    const savedAt = deps.now();
    if (await upsertAnswer(tx, attempt, { stepId, ...request, savedAt })) await updateSavedAt(tx, attempt, savedAt);
    await updateLocked(tx, attempt, stepId, savedAt);
    const after = await selectAnswers(tx, attempt);
    if (!isAnswered(at(after, stepId)?.answer)) throw attemptProblem('step-not-answered');
    return after;
  });
  const shown = shownAnswers(saved, 'open', 'per-step');
  const step = scenario.steps.find(({ id }) => id === stepId);
  const feedback = step ? feedbackFor(step, shown[stepId]) : null;
  if (!feedback) throw ProblemError.common('not-found');
  return { feedback, scenario: shownParts(scenario, shown).scenario };
}
