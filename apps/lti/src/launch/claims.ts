import { z } from 'zod';
import { opaqueText } from '../login/opaque-text.ts';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';

/** Full names of the claims we read. */
export const CLAIM = {
  messageType: `${LTI}message_type`,
  version: `${LTI}version`,
  deploymentId: `${LTI}deployment_id`,
  targetLinkUri: `${LTI}target_link_uri`,
  roles: `${LTI}roles`,
  resourceLink: `${LTI}resource_link`,
  context: `${LTI}context`,
  custom: `${LTI}custom`,
  launchPresentation: `${LTI}launch_presentation`,
  toolPlatform: `${LTI}tool_platform`,
  ags: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  nrps: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  pns: 'https://purl.imsglobal.org/spec/lti/claim/platformnotificationservice',
  forUser: `${LTI}for_user`,
  mentees: `${LTI}role_scope_mentor`,
  deepLinking: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  canvasPlacement: 'https://www.instructure.com/placement',
} as const;

/** The messages that begin a session. */
export const MESSAGE_TYPES = ['LtiResourceLinkRequest', 'LtiDeepLinkingRequest', 'LtiSubmissionReviewRequest'] as const;

/** An id from the platform: 1 to 255 characters. */
export const IdClaimSchema = opaqueText(255);

/** Anything that is not as it should be counts as absent: an optional claim never stops a launch. */
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const text = optional(z.string());
/** Given back as it came, so it must be storable as it came. */
const echoed = optional(opaqueText(20_000));
const url = optional(z.url({ protocol: /^https?$/ }).max(2048));

/** @see https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-settings */
export const DeepLinkingClaimSchema = z.object({
  deep_link_return_url: z.url({ protocol: /^https?$/ }).max(4096),
  accept_types: z.array(z.string()),
  accept_presentation_document_targets: z.array(z.string()).catch([]),
  accept_lineitem: optional(z.boolean()),
  accept_multiple: optional(z.boolean()),
  data: echoed,
});

/** @see https://www.imsglobal.org/spec/lti-pns/v1p0/#platform-notification-service-claim */
const NotificationServiceSchema = z.object({
  platform_notification_service_url: z.url({ protocol: /^https?$/ }).max(2048),
  notice_types_supported: z.array(z.string().max(255)).max(50),
});

/**
 * The claims of a launch that passed every check, with everything optional made harmless.
 *
 * @see https://www.imsglobal.org/spec/lti/v1p3/#required-message-claims
 */
export const LaunchClaimsSchema = z.object({
  sub: IdClaimSchema,
  name: text,
  given_name: text,
  family_name: text,
  locale: text,
  [CLAIM.messageType]: z.enum(MESSAGE_TYPES),
  [CLAIM.deploymentId]: IdClaimSchema,
  [CLAIM.targetLinkUri]: z.string(),
  [CLAIM.roles]: z.array(z.string()),
  [CLAIM.resourceLink]: optional(z.object({ id: IdClaimSchema, title: text })),
  [CLAIM.context]: optional(z.object({ id: IdClaimSchema })),
  [CLAIM.custom]: optional(z.record(z.string(), z.unknown())),
  [CLAIM.launchPresentation]: optional(z.object({ locale: text, return_url: url })),
  [CLAIM.toolPlatform]: optional(z.object({ product_family_code: text })),
  [CLAIM.ags]: optional(
    z.object({ lineitem: url, lineitems: url, scope: z.array(z.string().max(255)).max(20).catch([]) }),
  ),
  [CLAIM.nrps]: optional(z.object({ context_memberships_url: url, service_versions: z.array(z.string()).catch([]) })),
  [CLAIM.forUser]: optional(z.object({ user_id: IdClaimSchema })),
  [CLAIM.mentees]: z.array(IdClaimSchema).max(200).catch([]),
  [CLAIM.deepLinking]: optional(DeepLinkingClaimSchema),
  [CLAIM.canvasPlacement]: text,
  [CLAIM.pns]: optional(NotificationServiceSchema),
});
export type LaunchClaims = z.infer<typeof LaunchClaimsSchema>;
