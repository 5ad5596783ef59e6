import type { Answers } from '../scenario/answer.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scoreStep, type StepScore } from './score-step.ts';
import type { RubricLevels } from './rubric-levels.ts';

/** Points of a whole attempt. */
export interface AttemptScore {
  steps: Record<string, StepScore>;
  /** Sum of the points known so far, as a decimal. */
  points: number;
  maximum: number;
  /** Ids of the steps a trainer still has to judge; empty when the score is final. */
  toGrade: string[];
}

/**
 * Scores every step of an attempt and adds up.
 *
 * @param levels - The trainer's levels, by step id.
 * @throws {ScoringError} as `scoreStep`.
 */
export function scoreAttempt(
  scenario: Scenario,
  answers: Answers,
  levels: Record<string, RubricLevels> = {},
): AttemptScore {
  const steps = Object.fromEntries(
    scenario.steps.map((step) => [step.id, scoreStep(step, answers[step.id], levels[step.id])]),
  );
  const scores = Object.values(steps);
  return {
    steps,
    points: scores.reduce((sum, { points }) => sum + (points ?? 0), 0),
    maximum: scores.reduce((sum, { maximum }) => sum + maximum, 0),
    toGrade: Object.entries(steps).flatMap(([id, { points }]) => (points === null ? [id] : [])),
  };
}
