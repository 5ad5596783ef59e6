import { z } from 'zod';
import { LocalisedTextSchema } from './text.ts';

/** One speech bubble: what somebody says, and how ('kijkt weg'). */
export const UtteranceSchema = z.strictObject({
  /** The client stands left, the professional right. */
  who: z.enum(['client', 'professional']),
  /** Name as shown above the bubble, for example 'Sam'. */
  name: z.string().min(1).max(60),
  /** Stage direction: what one sees, not what one thinks. */
  direction: LocalisedTextSchema.optional(),
  text: LocalisedTextSchema,
});
export type Utterance = z.infer<typeof UtteranceSchema>;
