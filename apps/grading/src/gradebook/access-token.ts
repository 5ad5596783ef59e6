import { type AccessTokenRequest, AccessTokenSchema } from '@mgv/contracts';
import { OutboundError, type OutboundAnswer, type PlatformFetch, serviceAuthorization } from '@mgv/service-kit';
import { z } from 'zod';
import { DeliveryError } from './delivery.error.ts';
import { SCOPES } from './gradebook-state.ts';
import { parseJson } from './parse-json.ts';

/** Gives an LMS access token; throws {@link DeliveryError}. */
export type GetAccessToken = (request: AccessTokenRequest) => Promise<string>;

interface Needs {
  /** Base URL of apps/lti. */
  ltiUrl: string;
  serviceKey: string;
  /** May reach private addresses: apps/lti is one of ours. */
  fetch: PlatformFetch;
}

/** Refusals of apps/lti that we do not wait out, or that have a reason of their own; all others are tried again. */
const REFUSALS: Record<string, DeliveryError['code']> = {
  'unknown-tenant': 'no-access',
  'platform-token-refused': 'no-access',
  'platform-disabled': 'platform-off',
};
const CodeSchema = z.object({ code: z.string() });

function refusal({ body }: OutboundAnswer): DeliveryError {
  const problem = CodeSchema.safeParse(parseJson(body));
  const code = REFUSALS[problem.data?.code ?? ''] ?? 'token-unavailable';
  return new DeliveryError(code, code === 'no-access');
}

/** Asks apps/lti, which keeps tokens and renews them in time. */
export function accessTokens({ ltiUrl, serviceKey, fetch }: Needs): GetAccessToken {
  return async (request) => {
    const answer = await fetch(`${ltiUrl}/internal/access-tokens`, {
      method: 'POST',
      headers: { ...serviceAuthorization(serviceKey), 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    }).catch((cause: unknown) => {
      if (cause instanceof OutboundError) throw new DeliveryError('token-unavailable', false, { cause });
      throw cause;
    });
    if (answer.status !== 200) throw refusal(answer);
    const token = AccessTokenSchema.safeParse(parseJson(answer.body));
    if (!token.success) throw new DeliveryError('token-unavailable', false, { cause: token.error });
    if (!token.data.scopes.includes(SCOPES.score)) throw new DeliveryError('no-permission', true);
    return token.data.accessToken;
  };
}
