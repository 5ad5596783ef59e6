import type { AssignmentSettings, AttemptView } from '@mgv/contracts';
import {
  type Answers,
  feedbackFor,
  type Scenario,
  type StepFeedback,
  type StudentScenario,
  toStudentView,
} from '@mgv/core';
import type { Db } from '@mgv/service-kit/database';
import type { Assignment } from '../assignments/assignments.repository.ts';
import type { Deps } from '../assignments/open-assignment.ts';
import { selectNewestPassback } from '../gradebook/passbacks.repository.ts';
import { studentGradebook } from '../gradebook/passback-view.ts';
import { countingMark } from '../marks/counting-mark.ts';
import { releasedMark, selectMarks } from '../marks/marks.repository.ts';
import { studentMark } from '../marks/student-mark.ts';
import { answersOf, type SavedAnswer, selectAnswers } from './answers.repository.ts';
import { type Attempt, selectAttempts } from './attempts.repository.ts';

/** How far an attempt is. */
export type AttemptState = AttemptView['state'];

/**
 * The answers whose feedback a student may see by now: the locked ones while the attempt is open, later all of them, as
 * the settings say.
 */
export function shownAnswers(
  saved: readonly SavedAnswer[],
  state: AttemptState,
  results: AssignmentSettings['results'],
): Answers {
  if (state === 'released') return answersOf(saved);
  if (results === 'after-release') return {};
  if (state === 'handed-in') return answersOf(saved);
  return results === 'per-step' ? answersOf(saved.filter(({ lockedAt }) => lockedAt !== null)) : {};
}

/** The part of a view that must never hold a key, or feedback that comes too early: from what may be shown alone. */
export function shownParts(
  scenario: Scenario,
  shown: Answers,
): { scenario: StudentScenario; feedback: Record<string, StepFeedback> } {
  const feedback = scenario.steps.flatMap((step) => {
    const given = feedbackFor(step, shown[step.id]);
    return given ? [[step.id, given] as const] : [];
  });
  return { scenario: toStudentView(scenario, shown), feedback: Object.fromEntries(feedback) };
}

/** An attempt as its own student sees it. */
export async function attemptView(
  { selectScenario }: Deps,
  db: Db,
  { settings }: Assignment,
  attempt: Attempt,
): Promise<AttemptView> {
  const { tenantId, participantId } = attempt;
  const participant = { tenantId, id: participantId };
  const scenario = await selectScenario(db, tenantId, attempt.scenarioVersion);
  const saved = await selectAnswers(db, attempt);
  const all = attempt.handedInAt ? await selectAttempts(db, participant) : [];
  const marks = await selectMarks(
    db,
    tenantId,
    all.map(({ id }) => id),
  );
  const released = releasedMark(marks.filter(({ attemptId }) => attemptId === attempt.id));
  const counts = countingMark(all, marks, settings.counts)?.attemptId === attempt.id;
  const gradebook = released && studentGradebook(await selectNewestPassback(db, participant), counts);
  const state = released ? 'released' : attempt.handedInAt ? 'handed-in' : 'open';
  return {
    id: attempt.id,
    number: attempt.number,
    state,
    settings,
    ...shownParts(scenario, shownAnswers(saved, state, settings.results)),
    answers: answersOf(saved),
    locked: saved.filter(({ lockedAt }) => lockedAt !== null).map(({ stepId }) => stepId),
    startedAt: attempt.startedAt.toISOString(),
    savedAt: attempt.savedAt?.toISOString() ?? null,
    handedInAt: attempt.handedInAt?.toISOString() ?? null,
    mark: released && gradebook && studentMark(scenario, answersOf(saved), released, gradebook),
  };
}
