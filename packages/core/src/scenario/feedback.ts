import { z } from 'zod';
import type { Answer } from './answer.ts';
import { isAnswered } from './answered.ts';
import type { ChoiceAnswer, ChoiceStep } from './choice.ts';
import type { ClassifyAnswer, ClassifyStep } from './classify.ts';
import type { Step } from './scenario.ts';
import { scoreStep } from '../scoring/score-step.ts';
import { IdSchema, LocalisedTextSchema } from './text.ts';

/** Feedback on one option that was picked, or that should have been, or on one item that was placed. */
export const PartFeedbackSchema = z.strictObject({
  /** Option or item id. */
  id: IdSchema,
  /** `right`: rightly picked or placed; `wrong`: not; `missed`: should have been picked. */
  verdict: z.enum(['right', 'wrong', 'missed']),
  /** For an item under a wrong label: the label it belongs under. */
  label: IdSchema.optional(),
  feedback: LocalisedTextSchema,
});

/** What a student reads after answering a step. */
export const StepFeedbackSchema = z.strictObject({
  /** Points earned, or `null` while a trainer has to judge. */
  points: z.number().nullable(),
  maximum: z.number(),
  parts: z.array(PartFeedbackSchema),
  feedback: LocalisedTextSchema.optional(),
  examples: z.array(LocalisedTextSchema),
});
export type StepFeedback = z.infer<typeof StepFeedbackSchema>;
type Part = z.infer<typeof PartFeedbackSchema>;

function choiceParts(step: ChoiceStep, { picked }: ChoiceAnswer): Part[] {
  return step.options.flatMap(({ id, right, feedback }): Part[] => {
    if (picked.includes(id)) return [{ id, verdict: right ? 'right' : 'wrong', feedback }];
    return right ? [{ id, verdict: 'missed', feedback }] : [];
  });
}

function classifyParts(step: ClassifyStep, { placed }: ClassifyAnswer): Part[] {
  return step.items.map(({ id, label, feedback }): Part => {
    if (placed[id] === label) return { id, verdict: 'right', feedback };
    return { id, verdict: placed[id] === undefined ? 'missed' : 'wrong', label, feedback };
  });
}

/**
 * The feedback that belongs to an answer.
 *
 * @returns `null` for an explanation and for a step without an answer: feedback never comes before the answer.
 */
export function feedbackFor(step: Step, answer: Answer | undefined): StepFeedback | null {
  if (step.kind === 'explanation' || !answer || !isAnswered(answer)) return null;
  const { points, maximum } = scoreStep(step, answer);
  const general = { points, maximum, ...(step.feedback && { feedback: step.feedback }) };
  if (step.kind === 'choice' && answer.kind === 'choice') {
    return { ...general, parts: choiceParts(step, answer), examples: [] };
  }
  if (step.kind === 'classify' && answer.kind === 'classify') {
    return { ...general, parts: classifyParts(step, answer), examples: [] };
  }
  return { ...general, parts: [], examples: step.kind === 'respond' ? step.examples : [] };
}
