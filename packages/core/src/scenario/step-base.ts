import { z } from 'zod';
import { UtteranceSchema } from './dialogue.ts';
import { IdSchema, LocalisedTextSchema } from './text.ts';

/**
 * Shows a step only to who picked one of `options` at an earlier `choice` step. Only an `explanation` may have it, so
 * that the maximum is the same for everybody.
 */
export const OnlyAfterSchema = z.strictObject({
  step: IdSchema,
  options: z.array(IdSchema).min(1),
});

/** What every step has, whatever its kind. */
export const stepBase = {
  id: IdSchema,
  title: LocalisedTextSchema,
  /** Ids from the curriculum: what the step teaches or practises. */
  concepts: z.array(IdSchema).min(1).max(12),
  /** Where we are and who is talking; shown above the dialogue. */
  situation: LocalisedTextSchema.optional(),
  dialogue: z.array(UtteranceSchema).max(40).optional(),
};
