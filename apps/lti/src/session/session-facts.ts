import { ActorSchema } from '@mgv/contracts';
import { z } from 'zod';

/** What the picker needs to answer its deep linking request. */
export const DeepLinkingFactsSchema = z.strictObject({
  returnUrl: z.url(),
  acceptTypes: z.array(z.string()),
  /** Document targets the platform can show; empty when it did not say. */
  targets: z.array(z.string()),
  /** `null` when the platform did not say. */
  acceptLineItem: z.boolean().nullable(),
  /** Given back unchanged. */
  data: z.string().nullable(),
});
export type DeepLinkingFacts = z.infer<typeof DeepLinkingFactsSchema>;

const { person, role, link, gradebook, platformFamily, language } = ActorSchema.shape;

/** What a launch said, kept with its session. */
export const SessionFactsSchema = z.strictObject({
  person: person.omit({ id: true }),
  role,
  /** `null` in a deep linking session: nothing is linked yet. */
  link: link.nullable(),
  gradebook,
  platformFamily,
  language,
  deepLinking: DeepLinkingFactsSchema.nullable(),
});
export type SessionFacts = z.infer<typeof SessionFactsSchema>;
