import { z } from 'zod';
import { OnlyAfterSchema, stepBase } from './step-base.ts';
import { LocalisedTextSchema } from './text.ts';

/** A step to read; gives no points and asks no answer. */
export const ExplanationStepSchema = z.strictObject({
  kind: z.literal('explanation'),
  ...stepBase,
  body: LocalisedTextSchema,
  onlyAfter: OnlyAfterSchema.optional(),
});
export type ExplanationStep = z.infer<typeof ExplanationStepSchema>;
