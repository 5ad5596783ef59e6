import { z } from 'zod';
import { MAX_TEXT } from './max-text.ts';
import { RubricSchema } from './rubric.ts';
import { stepBase } from './step-base.ts';
import { LocalisedTextSchema } from './text.ts';

/** One free reply to what the client just said. A trainer judges it by the rubric. */
export const RespondStepSchema = z.strictObject({
  kind: z.literal('respond'),
  ...stepBase,
  question: LocalisedTextSchema,
  rubric: RubricSchema,
  /** Good replies, shown after answering. */
  examples: z.array(LocalisedTextSchema).min(1).max(5),
  /** What makes the examples work; shown with them. */
  feedback: LocalisedTextSchema,
});
export type RespondStep = z.infer<typeof RespondStepSchema>;

export const RespondAnswerSchema = z.strictObject({
  kind: z.literal('respond'),
  text: z.string().max(MAX_TEXT),
});
export type RespondAnswer = z.infer<typeof RespondAnswerSchema>;
