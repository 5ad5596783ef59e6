import { z } from 'zod';

/** Longer than any state of ours, in signs. */
const LONGEST_STATE = 20_000;

/**
 * What the browser posts after the login.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-3-authentication-response
 */
export const LaunchPostSchema = z.object({
  id_token: z.string(),
  state: z.string().min(1).max(LONGEST_STATE),
  /** From our own page, which read it from the platform's storage; empty when there was nothing. */
  binding: z.string().max(255).optional(),
});
export type LaunchPost = z.infer<typeof LaunchPostSchema>;

/**
 * What it posts when the platform will not send a message.
 *
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AuthError
 */
export const PlatformErrorSchema = z.object({
  /** Shown and logged, so only what looks like a code. */
  error: z.string().transform((error) => (/^[a-z_]{1,64}$/.test(error) ? error : 'unknown')),
  state: z.string().max(LONGEST_STATE).optional().catch(undefined),
});
