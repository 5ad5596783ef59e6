import { type OutboundAnswer, OutboundError, type PlatformFetch, ProblemError } from '@mgv/service-kit';
import type { AccessTokens } from '../access-tokens/access-tokens.ts';
import { MEDIA_TYPE, type MembersPage, parseMembersPage } from './members-page.ts';
import { RosterError } from './roster.error.ts';

/** @see https://www.imsglobal.org/spec/lti-nrps/v2p0#scope-and-allowed-http-methods */
export const ROSTER_SCOPE = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';

/** Gives the page at an address. */
export type AskMembers = (url: string) => Promise<MembersPage>;

interface Needs {
  accessTokens: Pick<AccessTokens, 'get'>;
  fetch: PlatformFetch;
}

/**
 * How to ask a tenant's platform for pages of members: with a token for the roster alone, and once with a fresh one when
 * the first is refused.
 *
 * The function that it gives for a tenant throws {@link RosterError}.
 */
export function membersAsker({ accessTokens, fetch }: Needs): (tenantId: string) => AskMembers {
  const askOnce = async (tenantId: string, url: string, renew: boolean): Promise<OutboundAnswer> => {
    const wish = { tenantId, scopes: [ROSTER_SCOPE], renew };
    const { accessToken } = await accessTokens.get(wish).catch((cause: unknown) => {
      throw withoutToken(cause);
    });
    const headers = { accept: MEDIA_TYPE, authorization: `Bearer ${accessToken}` };
    return fetch(url, { headers }).catch((cause: unknown) => {
      throw withoutAnswer(cause);
    });
  };
  return (tenantId) => {
    let renewed = false;
    return async (url) => {
      let answer = await askOnce(tenantId, url, false);
      if (answer.status === 401 && !renewed) {
        renewed = true;
        answer = await askOnce(tenantId, url, true);
      }
      if (answer.status === 200) return parseMembersPage(answer.body, answer.headers['link']);
      throw refusal(answer.status);
    };
  };
}

function withoutToken(cause: unknown): unknown {
  if (!(cause instanceof ProblemError)) return cause;
  const code = cause.code === 'platform-unreachable' ? 'unreachable' : 'not-allowed';
  return new RosterError(code, `no access token: ${cause.code}`, { cause });
}

function withoutAnswer(cause: unknown): unknown {
  if (!(cause instanceof OutboundError)) return cause;
  const unreadable = ['bad-url', 'private-address', 'redirected', 'too-large'].includes(cause.code);
  return new RosterError(unreadable ? 'unreadable' : 'unreachable', `no answer: ${cause.code}`, { cause });
}

function refusal(status: number): RosterError {
  const message = `the platform answered ${String(status)}`;
  if (status === 401) return new RosterError('not-allowed', message);
  if (status === 400 || status === 403 || status === 404) return new RosterError('declined', message);
  return new RosterError(status >= 500 || status === 429 ? 'unreachable' : 'unreadable', message);
}
