import type { AccessToken } from '@mgv/contracts';
import { type OutboundAnswer, OutboundError, type PlatformFetch, type ProblemError } from '@mgv/service-kit';
import { z } from 'zod';
import { accessTokenProblem } from './access-tokens.problem.ts';

const TokenAnswerSchema = z.object({
  access_token: z.string().min(1).max(16_384),
  token_type: z.string().regex(/^bearer$/i),
  /** Some platforms send a string. */
  expires_in: z.coerce.number().positive().max(86_400).catch(3600),
  scope: z.string().optional(),
});
const TokenErrorSchema = z.object({ error: z.string().regex(/^[a-zA-Z0-9_.-]{1,64}$/) });

interface TokenRequest {
  fetch: PlatformFetch;
  tokenUrl: string;
  assertion: string;
  scopes: readonly string[];
  now: () => Date;
}

/**
 * Asks a platform for an access token.
 *
 * @returns the token with the scopes that were really given.
 * @throws {ProblemError} `platform-token-refused`, with the platform's OAuth error as its fault, or
 * `platform-unreachable`.
 * @see https://www.imsglobal.org/spec/security/v1p0/#using-oauth-2-0-client-credentials-grant
 */
export async function requestToken({ fetch, tokenUrl, assertion, scopes, now }: TokenRequest): Promise<AccessToken> {
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: scopes.join(' '),
    }).toString(),
  }).catch((cause: unknown) => {
    const message = cause instanceof OutboundError ? cause.code : 'unreachable';
    throw accessTokenProblem('platform-unreachable', { cause, faults: [{ path: 'platform', message }] });
  });
  // The content type says nothing: Moodle labels its tokens text/html.
  const { data } = TokenAnswerSchema.safeParse(jsonOf(answer.body));
  if (answer.status !== 200 || !data) throw refused(answer);
  return {
    accessToken: data.access_token,
    // Without a word on scopes, what was asked was given.
    scopes: data.scope === undefined ? [...scopes] : data.scope.split(/\s+/).filter((scope) => scope !== ''),
    expiresAt: new Date(now().getTime() + data.expires_in * 1000).toISOString(),
  };
}

function refused({ status, body }: OutboundAnswer): ProblemError {
  const error = TokenErrorSchema.safeParse(jsonOf(body)).data?.error ?? 'no-usable-answer';
  const code = status >= 500 || status === 429 ? 'platform-unreachable' : 'platform-token-refused';
  return accessTokenProblem(code, {
    faults: [
      { path: 'status', message: String(status) },
      { path: 'error', message: error },
    ],
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
