import { z } from 'zod';
import type { LaunchCheckId, LaunchChecks } from './launch-checks.ts';

/** Parameters of an authentication request; one that is there twice is not a text, and refused. */
export const AuthenticationRequestSchema = z.object({
  scope: z.string().optional(),
  response_type: z.string().optional(),
  response_mode: z.string().optional(),
  prompt: z.string().optional(),
  client_id: z.string().optional(),
  redirect_uri: z.string().max(2000).optional(),
  login_hint: z.string().optional(),
  lti_message_hint: z.string().optional(),
  state: z.string().max(4000).optional(),
  nonce: z.string().max(4000).optional(),
});
export type AuthenticationRequest = z.infer<typeof AuthenticationRequestSchema>;

/** What the platform expects of the request that answers one launch. */
export interface Expected {
  clientId: string;
  redirectUris: readonly string[];
  /** `login_hint` as it was sent; `null` when no launch waits for this `lti_message_hint`. */
  loginHint: string | null;
  /** Id of who is signed in, in the browser that brings the request. */
  signedInId: string | null;
  /** Whether a `state` or `nonce` came by before. */
  seen: (value: string) => boolean;
}

/** Outcome of the checks, with the error that the first failing one calls for. */
export interface Verdict {
  checks: LaunchChecks;
  /**
   * `null`: the request is good. `page`: the answer may not go to the redirect URI. Else an OAuth error for the tool.
   */
  error:
    null | 'page' | 'invalid_request' | 'invalid_scope' | 'unauthorized_client' | 'access_denied' | 'login_required';
  /** The check that failed. */
  failed: LaunchCheckId | null;
}

/** Bits that a text of this length and alphabet can hold at most; a UUID is 32 hexadecimal digits. */
export function bitsOf(text: string): number {
  const digits = text.replaceAll('-', '');
  return /^[0-9a-f]*$/i.test(digits) ? digits.length * 4 : text.length * 6;
}

/**
 * Checks an authentication request, strictly: exact values, nothing left out.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request
 */
export function checkAuthenticationRequest(request: AuthenticationRequest, expected: Expected): Verdict {
  const fresh = (value: string | undefined): boolean =>
    value !== undefined && bitsOf(value) >= 128 && !expected.seen(value);
  const { loginHint, signedInId } = expected;
  const results: readonly [LaunchCheckId, boolean, Verdict['error']][] = [
    ['login-answered', true, null],
    ['message-hint', loginHint !== null, 'page'],
    ['redirect-uri', expected.redirectUris.includes(request.redirect_uri ?? ''), 'page'],
    ['client-id', request.client_id === expected.clientId, 'unauthorized_client'],
    ['scope', request.scope === 'openid', 'invalid_scope'],
    ['response-type', request.response_type === 'id_token', 'invalid_request'],
    ['response-mode', request.response_mode === 'form_post', 'invalid_request'],
    ['prompt', request.prompt === 'none', 'invalid_request'],
    ['state', fresh(request.state), 'invalid_request'],
    ['nonce', fresh(request.nonce) && request.nonce !== request.state, 'invalid_request'],
    ['login-hint', loginHint !== null && request.login_hint === loginHint, 'access_denied'],
    [
      'person',
      signedInId !== null && signedInId === loginHint,
      signedInId === null ? 'login_required' : 'access_denied',
    ],
  ];
  const first = results.find(([, passed]) => !passed);
  return {
    checks: Object.fromEntries(results.map(([id, passed]) => [id, passed])),
    error: first?.[2] ?? null,
    failed: first?.[0] ?? null,
  };
}
