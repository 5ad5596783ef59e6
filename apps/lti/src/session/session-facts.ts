import { ActorSchema, DeepLinkingOptionsSchema } from '@mgv/contracts';
import { z } from 'zod';

/** What the picker needs to answer its deep linking request. */
export const DeepLinkingFactsSchema = z.strictObject({
  returnUrl: z.url(),
  acceptTypes: z.array(z.string()),
  /** Whether more than one item may go back. */
  acceptMultiple: z.boolean().default(false),
  /** Document targets the platform can show; empty when it did not say. */
  targets: z.array(z.string()),
  /** `null` when the platform did not say. */
  acceptLineItem: z.boolean().nullable(),
  /** What was chosen for this link before. */
  previous: DeepLinkingOptionsSchema.shape.previous.default(null),
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
  /** Whose work a launch asks to see; `null` for a plain launch. Rights are judged by grading. */
  review: z.strictObject({ lmsUserId: z.string().nullable(), attemptId: z.uuid().nullable() }).nullable(),
  /** NRPS 2.0 of the course; `null` when the platform does not offer it. */
  roster: z.strictObject({ url: z.url() }).nullable(),
  /** Where this course and this link were copied from, nearest first; ids of the platform. */
  history: z.strictObject({ contexts: z.array(z.string()), links: z.array(z.string()) }),
  /** `sub` of the students that an observer may see. */
  mentees: z.array(z.string()),
});
export type SessionFacts = z.infer<typeof SessionFactsSchema>;
