import { z } from 'zod';
import { matchesHash } from '../login/secrets.ts';
import { isOurs } from '../login/target.ts';
import { returnsToPlatform } from '../deep-linking/return-address.ts';
import { CLAIM, DeepLinkingClaimSchema, IdClaimSchema, MESSAGE_TYPES } from './claims.ts';
import type { Evidence, LaunchCheck } from './evidence.ts';

const ResourceLinkSchema = z.object({ id: IdClaimSchema });
const ContextSchema = z.object({ id: IdClaimSchema });
const ToolPlatformSchema = z.object({ guid: IdClaimSchema });
const ReviewSchema = z.object({
  [CLAIM.resourceLink]: ResourceLinkSchema,
  [CLAIM.forUser]: z.object({ user_id: IdClaimSchema }),
  [CLAIM.ags]: z.object({ lineitem: z.url({ protocol: /^https?$/ }) }),
});
const RolesSchema = z.array(z.string().max(1000)).max(200);

const hasGuid = (claim: unknown): boolean => typeof claim === 'object' && claim !== null && 'guid' in claim;

const fits = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;
const isMessage = ({ claims }: Evidence, type: string): boolean => claims[CLAIM.messageType] === type;

function returnsSafely({ claims, allowPrivateNetworks }: Evidence): boolean {
  const { data } = DeepLinkingClaimSchema.safeParse(claims[CLAIM.deepLinking]);
  return data !== undefined && (allowPrivateNetworks || data.deep_link_return_url.startsWith('https:'));
}

/** What the token says, once it is sure who says it. */
export const messageChecks: readonly LaunchCheck[] = [
  {
    code: 'nonce-wrong',
    rule: 'nonce is the one we gave out with this state',
    section: 'SEC 5.1.3 rule 9',
    refusal: 'launch-invalid',
    passes: ({ claims, login }) =>
      login !== null && typeof claims['nonce'] === 'string' && matchesHash(claims['nonce'], login.id),
  },
  {
    code: 'version-wrong',
    rule: 'version is 1.3.0',
    section: 'CORE 5.3.2',
    refusal: 'launch-invalid',
    passes: ({ claims }) => claims[CLAIM.version] === '1.3.0',
  },
  {
    code: 'message-type-missing',
    rule: 'message_type is there',
    section: 'CORE 5.3.1',
    refusal: 'launch-invalid',
    passes: ({ claims }) => typeof claims[CLAIM.messageType] === 'string',
  },
  {
    code: 'message-unsupported',
    rule: `message_type is one of ${MESSAGE_TYPES.join(', ')}`,
    section: 'CORE 5.3.1, DL 4.4, SR 3',
    refusal: 'message-unsupported',
    passes: (evidence) => MESSAGE_TYPES.some((type) => isMessage(evidence, type)),
  },
  {
    code: 'deployment-missing',
    rule: 'deployment_id is a text of 1 to 255 characters',
    section: 'CORE 5.3.3',
    refusal: 'launch-invalid',
    passes: ({ claims }) => fits(IdClaimSchema, claims[CLAIM.deploymentId]),
  },
  {
    code: 'deployment-differs',
    rule: 'deployment_id is the one that the login hinted at',
    section: 'CORE 4.1.2',
    refusal: 'launch-invalid',
    passes: ({ claims, login }) =>
      login !== null && (login.deploymentHint === null || login.deploymentHint === claims[CLAIM.deploymentId]),
  },
  {
    code: 'sub-missing',
    rule: 'sub is a text of 1 to 255 characters: anonymous launches are refused',
    section: 'CORE 5.3.6',
    refusal: 'launch-invalid',
    passes: ({ claims }) => fits(IdClaimSchema, claims['sub']),
  },
  {
    code: 'roles-missing',
    rule: 'roles is a list of texts; it may be empty',
    section: 'CORE 5.3.7',
    refusal: 'launch-invalid',
    passes: ({ claims }) => fits(RolesSchema, claims[CLAIM.roles]),
  },
  {
    code: 'target-not-ours',
    rule: 'target_link_uri is an address of this tool',
    section: 'CORE 5.3.4',
    refusal: 'launch-invalid',
    passes: ({ claims, publicUrl }) => isOurs(claims[CLAIM.targetLinkUri], publicUrl),
  },
  {
    code: 'context-malformed',
    rule: 'context, where given, has an id of 1 to 255 characters',
    section: 'CORE 5.4.1',
    refusal: 'launch-invalid',
    passes: ({ claims }) => (claims[CLAIM.context] ?? null) === null || fits(ContextSchema, claims[CLAIM.context]),
  },
  {
    code: 'tool-platform-malformed',
    rule: 'tool_platform, where it has a guid, has one of 1 to 255 characters',
    section: 'CORE 5.4.3',
    refusal: 'launch-invalid',
    passes: ({ claims }) =>
      !hasGuid(claims[CLAIM.toolPlatform]) || fits(ToolPlatformSchema, claims[CLAIM.toolPlatform]),
  },
  {
    code: 'resource-link-missing',
    rule: 'a resource link launch names its link: resource_link.id of 1 to 255 characters',
    section: 'CORE 5.3.5',
    refusal: 'launch-invalid',
    passes: (evidence) =>
      !isMessage(evidence, 'LtiResourceLinkRequest') || fits(ResourceLinkSchema, evidence.claims[CLAIM.resourceLink]),
  },
  {
    code: 'review-incomplete',
    rule: 'a submission review names its link, its line item and whose work it is for',
    section: 'SR 3.2, 3.3',
    refusal: 'launch-invalid',
    passes: (evidence) => !isMessage(evidence, 'LtiSubmissionReviewRequest') || fits(ReviewSchema, evidence.claims),
  },
  {
    code: 'deep-linking-settings-missing',
    rule: 'a deep linking request has settings with deep_link_return_url and accept_types',
    section: 'DL 4.4.1',
    refusal: 'launch-invalid',
    passes: (evidence) =>
      !isMessage(evidence, 'LtiDeepLinkingRequest') || fits(DeepLinkingClaimSchema, evidence.claims[CLAIM.deepLinking]),
  },
  {
    code: 'return-address-insecure',
    rule: 'deep_link_return_url is https',
    section: 'SEC 3',
    refusal: 'launch-invalid',
    passes: (evidence) => !isMessage(evidence, 'LtiDeepLinkingRequest') || returnsSafely(evidence),
  },
  {
    code: 'return-address-foreign',
    rule: 'deep_link_return_url is on a host of the platform: one of the registration, or one that offers its services in this message',
    section: 'hardening',
    refusal: 'launch-invalid',
    passes: (evidence) => !isMessage(evidence, 'LtiDeepLinkingRequest') || returnsToPlatform(evidence),
  },
  {
    code: 'deployment-refused',
    rule: 'the deployment has not been turned down by an admin',
    section: 'CORE 3.1.3',
    refusal: 'deployment-refused',
    passes: async ({ admit }) => (await admit())?.status !== 'refused',
  },
  {
    code: 'deployment-pending',
    rule: 'the deployment has been admitted: by an admin, or by the policy for deployments never seen before',
    section: 'CORE 3.1.3',
    refusal: 'deployment-pending',
    passes: async ({ admit }) => (await admit())?.status === 'active',
  },
];
