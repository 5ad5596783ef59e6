import { z } from 'zod';
import { SCOPES } from '../platform/platform.ts';
import type { StoredTool } from '../storage/state.schema.ts';

const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

const UrlSchema = z.url({ protocol: /^https?$/ }).max(2000);
const MessageSchema = z.looseObject({ type: z.string(), target_link_uri: UrlSchema.optional() });

/**
 * A registration as a tool asks for it.
 *
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0#openid-configuration-0
 */
export const ClientRegistrationSchema = z.looseObject({
  application_type: z.literal('web'),
  response_types: z.array(z.string()).refine((types) => types.includes('id_token'), 'lacks id_token'),
  grant_types: z
    .array(z.string())
    .refine((types) => ['implicit', 'client_credentials'].every((type) => types.includes(type)), 'lacks a grant type'),
  initiate_login_uri: UrlSchema,
  redirect_uris: z.array(UrlSchema).min(1).max(20),
  client_name: z.string().trim().min(1).max(255),
  jwks_uri: UrlSchema,
  token_endpoint_auth_method: z.literal('private_key_jwt'),
  scope: z.string().max(5000).default(''),
  [TOOL_CONFIGURATION]: z.looseObject({
    domain: z.string().min(1).max(255),
    target_link_uri: UrlSchema,
    custom_parameters: z.record(z.string().max(255), z.string().max(2000)).default({}),
    claims: z.array(z.string()).default([]),
    messages: z.array(MessageSchema).default([]),
  }),
});
export type ClientRegistration = z.infer<typeof ClientRegistrationSchema>;

/** Ids that the platform gives, and what an administrator (here: a fault) takes away. */
interface Given {
  clientId: string;
  deploymentId: string;
  /** Scopes that are not granted, though the platform has them. */
  withheld: readonly string[];
}

/**
 * The tool of a registration, waiting to be activated; `null` when an address of it is not on the domain that it names.
 * Scopes that the platform does not have are left out.
 */
export function toTool(asked: ClientRegistration, { clientId, deploymentId, withheld }: Given): StoredTool | null {
  const configuration = asked[TOOL_CONFIGURATION];
  const { domain, target_link_uri: launchUrl, messages } = configuration;
  const targetOf = (type: string): string => messages.find((one) => one.type === type)?.target_link_uri ?? launchUrl;
  const tool: StoredTool = {
    clientId,
    deploymentId,
    name: asked.client_name,
    loginUrl: asked.initiate_login_uri,
    launchUrl,
    deepLinkingUrl: targetOf('LtiDeepLinkingRequest'),
    reviewUrl: targetOf('LtiSubmissionReviewRequest'),
    redirectUris: asked.redirect_uris,
    jwksUrl: asked.jwks_uri,
    custom: configuration.custom_parameters,
    scopes: Object.values(SCOPES).filter(
      (scope) => asked.scope.split(' ').includes(scope) && !withheld.includes(scope),
    ),
    claims: configuration.claims,
    active: false,
  };
  const onDomain = [tool.loginUrl, tool.launchUrl, tool.deepLinkingUrl, tool.reviewUrl, ...tool.redirectUris].every(
    (url) => [new URL(url).host, new URL(url).hostname].includes(domain),
  );
  return onDomain ? tool : null;
}

/** The answer to a registration: what was asked, with the ids and with what was granted of it. */
export function registrationAnswer(
  asked: ClientRegistration,
  tool: StoredTool,
  withDeployment: boolean,
): Record<string, unknown> {
  return {
    ...asked,
    client_id: tool.clientId,
    scope: tool.scopes.join(' '),
    [TOOL_CONFIGURATION]: {
      ...asked[TOOL_CONFIGURATION],
      version: '1.3.0',
      ...(withDeployment && { deployment_id: tool.deploymentId }),
    },
  };
}
