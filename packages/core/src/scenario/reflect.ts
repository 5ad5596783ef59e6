import { z } from 'zod';
import { MAX_TEXT } from './max-text.ts';
import { RubricSchema } from './rubric.ts';
import { stepBase } from './step-base.ts';
import { LocalisedTextSchema } from './text.ts';

/** A longer text about one's own way of working. A trainer judges it by the rubric. */
export const ReflectStepSchema = z.strictObject({
  kind: z.literal('reflect'),
  ...stepBase,
  question: LocalisedTextSchema,
  /** Advice to the student, in words; shown as a counter, never enforced. */
  words: z.strictObject({ from: z.int().min(1), to: z.int().max(2000) }).optional(),
  rubric: RubricSchema,
  feedback: LocalisedTextSchema,
});
export type ReflectStep = z.infer<typeof ReflectStepSchema>;

export const ReflectAnswerSchema = z.strictObject({
  kind: z.literal('reflect'),
  text: z.string().max(MAX_TEXT),
});
export type ReflectAnswer = z.infer<typeof ReflectAnswerSchema>;
