import type { Request, Response } from 'express';
import { Router } from 'express';
import { parse } from '@mgv/service-kit';
import { SignJWT } from 'jose';
import type { Sessions } from '../courses/session.ts';
import { type DeepLinkingSelections, selectionOf } from '../deep-linking/selections.ts';
import type { Faults } from '../faults/faults.ts';
import { selfSubmittingPage, sendPage } from '../pages/page.ts';
import type { LineItem } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import {
  type AuthenticationRequest,
  AuthenticationRequestSchema,
  checkAuthenticationRequest,
} from './authentication-request.ts';
import { problem } from './launch.problem.ts';
import { launchClaims } from './launch-claims.ts';
import type { LaunchReports } from './launch-reports.ts';
import type { Launches, PendingLaunch } from './launches.ts';
import type { Platform } from './platform.ts';
import type { PlatformKey } from './platform-key.ts';

interface Deps {
  platform: Platform;
  key: PlatformKey;
  store: StateStore;
  sessions: Sessions;
  launches: Launches;
  selections: DeepLinkingSelections;
  reports: LaunchReports;
  faults: () => Faults;
  now: () => Date;
}

/** Life of an id_token, in seconds. */
const ID_TOKEN_LIFE_S = 60;

/**
 * `GET|POST /lti/auth`: answers the tool's authentication request with a form that posts an id_token, or an error with
 * the same state, to the registered redirect URI.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-3-authentication-response
 */
export function authRouter(deps: Deps): Router {
  const { sessions, launches, reports } = deps;
  const answer = async (req: Request, res: Response, given: unknown): Promise<void> => {
    const request = parse(AuthenticationRequestSchema, given);
    const launch = launches.takeOptional(request.lti_message_hint ?? '');
    const verdict = checkAuthenticationRequest(request, {
      clientId: launch?.tool.clientId ?? '',
      redirectUris: launch?.tool.redirectUris ?? [],
      loginHint: launch?.person.id ?? null,
      signedInId: sessions.selectOptionalPerson(req)?.id ?? null,
      seen: launches.hasSeen,
    });
    for (const value of [request.state, request.nonce]) if (value !== undefined) launches.seenBefore(value);
    if (!launch) throw problem('unknown-launch');
    reports.add(launch.id, { ...verdict.checks, 'id-token': verdict.error === null });
    if (verdict.error === 'page') throw problem('unknown-redirect-uri');
    const fields =
      verdict.error === null
        ? { id_token: await idToken(deps, launch, request), state: request.state ?? '' }
        : {
            error: verdict.error,
            error_description: `${verdict.failed ?? 'request'} is not as it should be`,
            state: request.state ?? '',
          };
    sendPage(res, selfSubmittingPage(launch.language, { action: request.redirect_uri ?? '', fields }));
  };
  const router = Router();
  router.get('/lti/auth', (req, res) => answer(req, res, req.query));
  router.post('/lti/auth', (req, res) => answer(req, res, req.body ?? {}));
  return router;
}

async function idToken(deps: Deps, launch: PendingLaunch, request: AuthenticationRequest): Promise<string> {
  const { platform, key, store, selections, faults, now } = deps;
  const lineItem = lineItemOf(store, launch);
  const data = launch.message.type === 'deep-linking' ? selections.begin(selectionOf(launch, faults())) : '';
  const issuedAt = Math.floor(now().getTime() / 1000);
  const claims = launchClaims({ platform, launch, lineItem, data, faults: faults() });
  return new SignJWT({ ...claims, nonce: request.nonce, iat: issuedAt, exp: issuedAt + ID_TOKEN_LIFE_S })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid })
    .sign(key.privateKey);
}

/** The column that a launch is about: that of the activity, or the one that is reviewed. */
function lineItemOf({ state }: StateStore, { message }: PendingLaunch): LineItem | null {
  if (message.type === 'submission-review') return message.lineItem;
  if (message.type === 'deep-linking') return null;
  const { id } = message.activity;
  return state.lineItems.find(({ resourceLinkId }) => resourceLinkId === id) ?? null;
}
