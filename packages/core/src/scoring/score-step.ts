import type { Answer } from '../scenario/answer.ts';
import type { Step } from '../scenario/scenario.ts';
import { maximumOfStep } from './maximum.ts';
import { scoreChoice } from './score-choice.ts';
import { scoreClassify } from './score-classify.ts';
import type { RubricLevels } from './rubric-levels.ts';
import { scoreRubric } from './score-rubric.ts';
import { ScoringError } from './scoring.error.ts';

/** Points of one step; `points` is `null` while a trainer still has to judge it. */
export interface StepScore {
  points: number | null;
  maximum: number;
}

/**
 * Scores one step. A missing answer gives 0 for `choice` and `classify`; `respond` and `reflect` are judged by `levels`,
 * and an empty text counts 0 without a trainer.
 *
 * @throws {ScoringError} `WRONG_KIND` when the answer is for another kind of step; as `scoreRubric`.
 */
export function scoreStep(step: Step, answer: Answer | undefined, levels?: RubricLevels): StepScore {
  const maximum = maximumOfStep(step);
  if (answer && answer.kind !== step.kind) {
    throw new ScoringError('WRONG_KIND', `step "${step.id}" is ${step.kind}, the answer is ${answer.kind}`);
  }
  if (step.kind === 'explanation' || !answer) return { points: 0, maximum };
  if (step.kind === 'choice' && answer.kind === 'choice') return { points: scoreChoice(step, answer), maximum };
  if (step.kind === 'classify' && answer.kind === 'classify') return { points: scoreClassify(step, answer), maximum };
  const text = answer.kind === 'respond' || answer.kind === 'reflect' ? answer.text : '';
  if (text.trim() === '') return { points: 0, maximum };
  const rubric = step.kind === 'respond' || step.kind === 'reflect' ? step.rubric : [];
  return { points: scoreRubric(rubric, levels ?? {}), maximum };
}
