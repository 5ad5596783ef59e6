import { z } from 'zod';
import { ChoiceAnswerSchema } from './choice.ts';
import { ClassifyAnswerSchema } from './classify.ts';
import { ReflectAnswerSchema } from './reflect.ts';
import { RespondAnswerSchema } from './respond.ts';
import type { Scenario, Step } from './scenario.ts';
import { IdSchema } from './text.ts';

/** What a student answered at one step. An explanation takes no answer. */
export const AnswerSchema = z.discriminatedUnion('kind', [
  ChoiceAnswerSchema,
  ClassifyAnswerSchema,
  RespondAnswerSchema,
  ReflectAnswerSchema,
]);
export type Answer = z.infer<typeof AnswerSchema>;

/** Answers by step id. */
export const AnswersSchema = z.record(IdSchema, AnswerSchema);
export type Answers = z.infer<typeof AnswersSchema>;

/** A step that takes an answer. */
export type AnswerableStep = Exclude<Step, { kind: 'explanation' }>;

export type AnswerFault = 'unknown-step' | 'wrong-kind' | 'unknown-option' | 'one-only' | 'picked-twice';

/**
 * Checks an answer against its scenario: the step exists and takes this kind, and every option, item and label it
 * names exists.
 *
 * @returns the first fault, or `null` when the answer fits.
 */
export function answerFault(scenario: Scenario, stepId: string, answer: Answer): AnswerFault | null {
  const step = scenario.steps.find(({ id }) => id === stepId);
  if (!step) return 'unknown-step';
  if (step.kind !== answer.kind) return 'wrong-kind';
  if (step.kind === 'choice' && answer.kind === 'choice') {
    const known = new Set(step.options.map(({ id }) => id));
    if (!answer.picked.every((id) => known.has(id))) return 'unknown-option';
    if (new Set(answer.picked).size !== answer.picked.length) return 'picked-twice';
    return step.pick === 'one' && answer.picked.length > 1 ? 'one-only' : null;
  }
  if (step.kind === 'classify' && answer.kind === 'classify') {
    const items = new Set(step.items.map(({ id }) => id));
    const labels = new Set(step.labels.map(({ id }) => id));
    const fits = Object.entries(answer.placed).every(([item, label]) => items.has(item) && labels.has(label));
    return fits ? null : 'unknown-option';
  }
  return null;
}
