import { z } from 'zod';

/** What the platform does, well or badly. Everything that a test may want otherwise stands here. */
export const FaultsSchema = z.strictObject({
  /**
   * `down`: the connection is cut, of token requests too. `500` and `429`: scores are refused so. `slow`: scores are
   * stored, but answered late.
   */
  scores: z.enum(['none', 'down', '500', '429', 'slow']),
  /** How many requests `scores` strikes; without it, all until it is changed. */
  count: z.int().positive().optional(),
  /** How late a slow answer is, in milliseconds. */
  delayMs: z.int().positive().max(120_000),
  /**
   * Platform storage. `off`: the login names no storage, and no message is answered, as in Moodle. `silent`: named, but
   * nothing is answered. `error`: every request gets an error. `no-frame`: named, but the frame is not there.
   */
  storage: z.enum(['on', 'off', 'silent', 'error', 'no-frame']),
  /** `lti_storage_target`: the page around the frame, or a frame beside it, as Canvas has it. */
  storageTarget: z.enum(['_parent', 'post_message_forwarding']),
  /** The answer to a registration; `no-deployment` is as Canvas does it. */
  registration: z.enum(['none', 'fewer-scopes', 'no-deployment', '422', '500', 'html']),
  /** `refused` is 403; `empty-page` is a page without members, but with a next one; `old-type` is Canvas's former media type. */
  roster: z.enum(['none', 'refused', 'foreign-next', 'endless', 'empty-page', 'old-type']),
  /** Most members on a page. */
  rosterPage: z.int().positive().max(5000),
  /** `anonymous`: no names and no e-mail, in launches and rosters. */
  privacy: z.enum(['public', 'anonymous']),
  /** Whether `$Context.id.history` is known here. */
  contextHistory: z.boolean(),
  /** Whether `$ResourceLink.id.history` is known here. */
  linkHistory: z.boolean(),
  /** `off`: there is no notice service. `twice`: every notice comes two times, with one id. */
  notices: z.enum(['on', 'off', 'twice']),
  /** The deep linking settings of these names; `absent` leaves one out. */
  acceptMultiple: z.union([z.boolean(), z.literal('absent')]),
  acceptLineItem: z.union([z.boolean(), z.literal('absent')]),
  acceptTypes: z.array(z.string()),
  acceptTargets: z.array(z.enum(['iframe', 'window', 'embed'])),
});
export type Faults = z.infer<typeof FaultsSchema>;

/** A platform that behaves well. */
export const WELL_BEHAVED: Faults = {
  scores: 'none',
  delayMs: 10_000,
  storage: 'on',
  storageTarget: '_parent',
  registration: 'none',
  roster: 'none',
  rosterPage: 200,
  privacy: 'public',
  contextHistory: true,
  linkHistory: true,
  notices: 'on',
  acceptMultiple: true,
  acceptLineItem: true,
  acceptTypes: ['ltiResourceLink'],
  acceptTargets: ['iframe', 'window'],
};

/** The faults after a change: what is not named stays, only `count` belongs to the `scores` it came with. */
export function changeFaults(faults: Faults, change: Partial<Faults>): Faults {
  const { count, ...rest } = faults;
  const kept = change.scores === undefined && count !== undefined ? { ...rest, count } : rest;
  return { ...kept, ...change };
}
