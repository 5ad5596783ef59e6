import { LocalisedTextSchema } from '@mgv/core';
import { z } from 'zod';
import { GradebookSchema, RoleSchema } from './actor.ts';
import { RosterProblemSchema } from './roster.ts';

/** `GET /api/self-check`: what the tool finds when it looks at its own connection. Answered by apps/lti; no personal data. */
export const SelfCheckSchema = z.strictObject({
  at: z.iso.datetime(),
  role: RoleSchema,
  platform: z.strictObject({
    issuer: z.string(),
    clientId: z.string(),
    deploymentId: z.string(),
    /** As the platform calls its product, lower case. */
    family: z.string().nullable(),
  }),
  /** Rules that this launch passed; a launch that breaks one opens no page. */
  checks: z.int(),
  clock: z.strictObject({
    /** How far the platform's clock is ahead of ours, in seconds; `null` when it did not say. */
    ahead: z.number().nullable(),
    /** Whether the platform's keys could be fetched. */
    reachable: z.boolean(),
  }),
  /** `null` when the platform offers no roster here. */
  roster: z.strictObject({ people: z.int(), students: z.int(), problem: RosterProblemSchema.nullable() }).nullable(),
  /** As this launch described it; `null` without AGS. */
  gradebook: GradebookSchema.nullable(),
});
export type SelfCheck = z.infer<typeof SelfCheckSchema>;

/** `POST /api/self-check/cookie` sets a cookie; `GET` says whether it came back. Answered by apps/lti. */
export const CookieCheckSchema = z.strictObject({ arrived: z.boolean() });
export type CookieCheck = z.infer<typeof CookieCheckSchema>;

/** `POST /api/self-check/score`: a score for the platform's own test student, and how it is read back. */
export const ScoreCheckSchema = z.strictObject({
  outcome: z.enum([
    /** The gradebook shows it. */
    'confirmed',
    /** Taken; the gradebook does not let us look. */
    'accepted',
    /** Taken, but the gradebook shows something else, or nothing. */
    'differs',
    /** Nobody opened this assignment as the platform's test student, so nothing was sent. */
    'no-test-person',
    /** The column is made with the first mark; nothing was sent. */
    'no-column-yet',
    /** The LMS gives no answer now. */
    'try-later',
    'failed',
  ]),
  /** What the platform refused, in a plain sentence, with `failed`. */
  explanation: LocalisedTextSchema.nullable(),
});
export type ScoreCheck = z.infer<typeof ScoreCheckSchema>;
