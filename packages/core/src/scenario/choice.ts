import { z } from 'zod';
import { PointsSchema } from './rubric.ts';
import { stepBase } from './step-base.ts';
import { IdSchema, LocalisedTextSchema } from './text.ts';

/** One option of a choice, with its key and what a student learns from having picked it. */
export const ChoiceOptionSchema = z.strictObject({
  id: IdSchema,
  text: LocalisedTextSchema,
  right: z.boolean(),
  feedback: LocalisedTextSchema,
});

/** Pick one option, or several. */
export const ChoiceStepSchema = z.strictObject({
  kind: z.literal('choice'),
  ...stepBase,
  question: LocalisedTextSchema,
  pick: z.enum(['one', 'several']),
  options: z.array(ChoiceOptionSchema).min(2).max(12),
  points: PointsSchema,
  /** What everybody reads after answering, whatever they picked. */
  feedback: LocalisedTextSchema.optional(),
});
export type ChoiceStep = z.infer<typeof ChoiceStepSchema>;

/** Ids of the picked options; none is allowed (and gives no points). */
export const ChoiceAnswerSchema = z.strictObject({
  kind: z.literal('choice'),
  picked: z.array(IdSchema).max(12),
});
export type ChoiceAnswer = z.infer<typeof ChoiceAnswerSchema>;
