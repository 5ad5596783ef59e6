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

/** How a registration is named from outside. */
const registrationKey = { issuer: z.string().min(1).max(255), clientId: z.string().min(1).max(255) };

/** `POST /internal/platforms` at apps/lti: registers a platform, or changes its registration. */
export const PlatformRequestSchema = z.strictObject({
  ...registrationKey,
  /** Deployments to admit; without any, the first launch binds one, by the deployment policy. */
  deploymentIds: z.array(z.string().min(1).max(255)).max(50),
  authUrl: z.url(),
  tokenUrl: z.url(),
  jwksUrl: z.url(),
  /** `aud` of our token requests, for platforms that want another than the token URL. */
  tokenAudience: z.string().min(1).max(2048).optional(),
  name: z.string().min(1).max(255),
});
export type PlatformRequest = z.infer<typeof PlatformRequestSchema>;

/** `GET /internal/platforms` at apps/lti. */
export const PlatformSchema = z.strictObject({
  ...PlatformRequestSchema.shape,
  tokenAudience: z.string(),
  active: z.boolean(),
  /** Scopes that we asked for and that the platform did not give at its registration. */
  missingScopes: z.array(z.string()),
});
export type Platform = z.infer<typeof PlatformSchema>;
export const PlatformListSchema = z.strictObject({ platforms: z.array(PlatformSchema) });

/** `POST /internal/platforms/disable` at apps/lti. */
export const DisablePlatformSchema = z.strictObject(registrationKey);

/** `POST /internal/registration-links` at apps/lti: a link with which a school registers its LMS once. */
export const RegistrationLinkRequestSchema = z.strictObject({
  /** Name of the school; `null` takes what the LMS says. */
  name: z.string().trim().min(1).max(255).nullable(),
  days: z.int().min(1).max(90),
  /** Ask the LMS for names and e-mail addresses of its users. */
  personData: z.boolean(),
});
export const RegistrationLinkSchema = z.strictObject({ url: z.url(), expiresAt: z.iso.datetime() });

/** `POST /internal/keys/rotate` at apps/lti: a new key of ours signs for this registration. */
export const RotateKeysSchema = z.strictObject(registrationKey);
export const RotatedKeysSchema = z.strictObject({
  /** Signs from now on. */
  kid: z.string(),
  /** Served until `oldServedUntil`. */
  oldKid: z.string(),
  oldServedUntil: z.iso.datetime(),
});

/** `GET /internal/deployments` at apps/lti, those that wait first. */
export const DeploymentSchema = z.strictObject({
  id: z.uuid(),
  ...registrationKey,
  deploymentId: z.string(),
  /** Of the registration. */
  name: z.string(),
  /** `pending` and `refused` deployments are not launched. */
  status: z.enum(['active', 'pending', 'refused']),
  firstSeenAt: z.iso.datetime(),
});
export type Deployment = z.infer<typeof DeploymentSchema>;
export const DeploymentListSchema = z.strictObject({ deployments: z.array(DeploymentSchema) });

/** `POST /internal/deployments/approve` and `…/refuse` at apps/lti: by `id`, or by what a refusal page shows. */
export const DeploymentChoiceSchema = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({ ...registrationKey, deploymentId: z.string().min(1).max(255) }),
]);
export type DeploymentChoice = z.infer<typeof DeploymentChoiceSchema>;

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
