import { z } from 'zod';
import { opaqueText } from '../login/opaque-text.ts';

const PLATFORM = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

const url = z.url({ protocol: /^https?$/ }).max(2048);
const texts = z.array(z.string().max(1000)).max(500);
/** What is not as it should be counts as absent: an extra never stops a registration. */
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const MessageSchema = z.object({ type: z.string().max(255), placements: optional(texts) });

const AboutSchema = z.object({
  product_family_code: optional(z.string().max(255)),
  messages_supported: optional(z.array(z.unknown()).max(200)),
  'https://canvas.instructure.com/lti/account_name': optional(z.string().max(255)),
  'https://canvas.instructure.com/lti/account_lti_guid': optional(z.string().max(255)),
});

const ConfigurationSchema = z.object({
  issuer: url.and(opaqueText(255)),
  authorization_endpoint: url,
  token_endpoint: url,
  jwks_uri: url,
  registration_endpoint: url,
  scopes_supported: optional(texts),
  claims_supported: optional(texts),
  id_token_signing_alg_values_supported: z
    .array(z.string())
    .refine((algorithms) => algorithms.includes('RS256'), 'RS256 is missing')
    .optional(),
  authorization_server: optional(url),
  [PLATFORM]: optional(AboutSchema),
});

/** A message that a platform sends; without placements it did not say where from. */
export interface SupportedMessage {
  type: string;
  placements: readonly string[] | null;
}

/** What a platform says of itself, as far as a registration needs it. */
export interface PlatformConfiguration {
  issuer: string;
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  registrationUrl: string;
  /** `aud` of token requests. */
  tokenAudience: string;
  /** `null` when it did not say. */
  scopes: readonly string[] | null;
  claims: readonly string[] | null;
  messages: readonly SupportedMessage[] | null;
  /** In lower case. */
  productFamily: string | null;
  accountName: string | null;
  accountId: string | null;
}

/**
 * Reads a platform's OpenID configuration.
 *
 * @returns the configuration, or the names of the fields that are missing or wrong.
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0/#platform-configuration
 */
export function readConfiguration(json: unknown): PlatformConfiguration | { wrong: string[] } {
  const { data, error } = ConfigurationSchema.safeParse(json);
  if (!data) return { wrong: [...new Set(error.issues.map(({ path }) => String(path[0] ?? 'configuration')))] };
  const about = data[PLATFORM];
  return {
    issuer: data.issuer,
    authUrl: data.authorization_endpoint,
    tokenUrl: data.token_endpoint,
    jwksUrl: data.jwks_uri,
    registrationUrl: data.registration_endpoint,
    // Only an address can be the audience: Canvas names a bare host here, and wants its token URL.
    tokenAudience: data.authorization_server ?? data.token_endpoint,
    scopes: data.scopes_supported ?? null,
    claims: data.claims_supported ?? null,
    messages: about?.messages_supported?.flatMap(readMessage) ?? null,
    productFamily: about?.product_family_code?.toLowerCase() ?? null,
    accountName: about?.['https://canvas.instructure.com/lti/account_name'] ?? null,
    accountId: about?.['https://canvas.instructure.com/lti/account_lti_guid'] ?? null,
  };
}

function readMessage(message: unknown): SupportedMessage[] {
  const { data } = MessageSchema.safeParse(message);
  return data ? [{ type: data.type, placements: data.placements ?? null }] : [];
}

/** Kinds of LMS whose ways we know. */
export type Family = 'moodle' | 'canvas' | 'brightspace' | 'blackboard' | 'other';

/** @param productFamily - As the platform says it, in lower case. */
export function familyOf(productFamily: string | null): Family {
  if (productFamily === null) return 'other';
  if (productFamily.includes('moodle')) return 'moodle';
  if (productFamily.includes('canvas')) return 'canvas';
  if (/desire2learn|d2l|brightspace/.test(productFamily)) return 'brightspace';
  return productFamily.includes('blackboard') ? 'blackboard' : 'other';
}
