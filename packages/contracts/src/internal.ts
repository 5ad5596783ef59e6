import { z } from 'zod';
import { PassbackStateSchema } from './mark.ts';

/** Internal calls carry `Authorization: Bearer <service key>`; the same paths answer 404 without it. */

/** `POST /internal/access-tokens` at apps/lti. */
export const AccessTokenRequestSchema = z.strictObject({
  tenantId: z.uuid(),
  scopes: z.array(z.string()).min(1).max(10),
  /** True after a 401: the kept token is dropped first. */
  renew: z.boolean().default(false),
});
export type AccessTokenRequest = z.input<typeof AccessTokenRequestSchema>;

export const AccessTokenSchema = z.strictObject({
  accessToken: z.string(),
  /** Scopes that were really given. */
  scopes: z.array(z.string()),
  expiresAt: z.iso.datetime(),
});
export type AccessToken = z.infer<typeof AccessTokenSchema>;

/** `POST /internal/platforms` at apps/lti: registers a platform, or changes its registration. */
export const PlatformRequestSchema = z.strictObject({
  issuer: z.string().min(1).max(255),
  clientId: z.string().min(1).max(255),
  deploymentIds: z.array(z.string().min(1).max(255)).min(1).max(50),
  authUrl: z.url(),
  tokenUrl: z.url(),
  jwksUrl: z.url(),
  name: z.string().min(1).max(255),
});
export type PlatformRequest = z.infer<typeof PlatformRequestSchema>;

/** `GET /internal/platforms` at apps/lti. */
export const PlatformSchema = z.strictObject({ ...PlatformRequestSchema.shape, active: z.boolean() });
export type Platform = z.infer<typeof PlatformSchema>;
export const PlatformListSchema = z.strictObject({ platforms: z.array(PlatformSchema) });

/** `POST /internal/platforms/disable` at apps/lti. */
export const DisablePlatformSchema = z.strictObject({
  issuer: z.string().min(1).max(255),
  clientId: z.string().min(1).max(255),
});

/** `GET /internal/passbacks?state=…` at apps/grading, newest first, at most 200. */
export const PassbackRowSchema = z.strictObject({
  id: z.uuid(),
  tenantId: z.uuid(),
  assignmentTitle: z.string(),
  /** A pseudonym: an admin has no need for names. */
  personId: z.uuid(),
  state: PassbackStateSchema,
  scoreGiven: z.number(),
  scoreMaximum: z.number(),
  /** The mark version's own timestamp, as posted. */
  timestamp: z.iso.datetime(),
  tries: z.int(),
  reason: z.string().nullable(),
  nextTryAt: z.iso.datetime().nullable(),
});
export const PassbackListSchema = z.strictObject({ passbacks: z.array(PassbackRowSchema) });
export type PassbackRow = z.infer<typeof PassbackRowSchema>;

/** `POST /internal/passbacks/retry` at apps/grading: these, or all refused and waiting ones. */
export const RetryPassbacksSchema = z.strictObject({ ids: z.array(z.uuid()).max(1000).nullable() });
export const RetriedSchema = z.strictObject({ retried: z.int() });
