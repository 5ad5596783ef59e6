import { z } from 'zod';
import { opaqueText } from '../login/opaque-text.ts';

const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

/** An id that some platforms send as a number. */
const id = z.union([z.string(), z.int().nonnegative()]).transform(String).pipe(opaqueText(255));

const AnswerSchema = z.object({
  client_id: id,
  scope: z.string().max(10_000).optional().catch(undefined),
  [TOOL]: z
    .object({ deployment_id: id.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** What a platform made of our registration. */
export interface RegistrationAnswer {
  clientId: string;
  /** `null` when the platform binds a deployment later. */
  deploymentId: string | null;
  /** Rights that were asked for and not given. */
  missingScopes: string[];
}

/**
 * Reads the answer to a registration.
 *
 * @param asked - Rights that we asked for; without a word on scopes they were given.
 * @returns `null` when it cannot be one.
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0/#client-registration-response
 */
export function readAnswer(json: unknown, asked: readonly string[]): RegistrationAnswer | null {
  const { data } = AnswerSchema.safeParse(json);
  if (!data) return null;
  const given = data.scope?.split(/\s+/);
  return {
    clientId: data.client_id,
    deploymentId: data[TOOL]?.deployment_id ?? null,
    missingScopes: given ? asked.filter((scope) => !given.includes(scope)) : [],
  };
}

const ErrorSchema = z.object({
  error: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** Why a platform refused, in its own words, when they are short and plain; else `null`. */
export function refusalReason(body: string): string | null {
  const words = errorWords(body).trim();
  return /^[\p{L}\p{N} _.,:;'()/-]{1,200}$/u.test(words) ? words : null;
}

function errorWords(body: string): string {
  const { data } = ErrorSchema.safeParse(jsonOf(body));
  if (!data) return body;
  return [data.error, data.error_description ?? data.message].filter((part) => part !== undefined).join(': ');
}

/** The JSON in a text; `null` when there is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
