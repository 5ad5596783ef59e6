import type { Logger } from '@mgv/service-kit';
import type { Login } from '../login/login.repository.ts';
import { hashOf } from '../login/secrets.ts';
import { Refusal } from '../pages/refusal.ts';
import type { PlatformKeys } from '../platforms/platform-keys.ts';
import type { Registration } from '../platforms/registration.ts';
import type { Registrations } from '../platforms/registrations.ts';
import { CLAIM, type LaunchClaims, LaunchClaimsSchema } from './claims.ts';
import type { Evidence, LaunchCheck } from './evidence.ts';
import { launchChecks } from './launch-checks.ts';
import { readToken } from './read-token.ts';
import { tokenChecks } from './token-checks.ts';

/** What launches need from outside. */
export interface LaunchNeeds {
  /** The login of a state, by its hash. */
  findLogin: (stateHash: string) => Promise<Login | null>;
  registrations: Registrations;
  keys: PlatformKeys;
  publicUrl: string;
  allowPrivateNetworks: boolean;
  logger: Logger;
  now: () => Date;
}

/** What the browser posted. */
export interface PostedLaunch {
  idToken: string;
  state: string;
  /** Reads the cookie of a login. */
  readBinding: (stateHash: string) => string | null;
}

/** A launch that passed every check; its state has not been used up yet. */
export interface VerifiedLaunch {
  claims: LaunchClaims;
  login: Login;
  registration: Registration;
  tenantId: string;
}

/**
 * Puts a launch through all checks.
 *
 * @throws {Refusal} with the code of the first check that fails.
 */
export async function verifyLaunch(needs: LaunchNeeds, posted: PostedLaunch): Promise<VerifiedLaunch> {
  const evidence = await gather(needs, posted);
  const { login, registration } = evidence;
  for (const check of launchChecks) {
    if (!(await check.passes(evidence))) throw refusalOf(check, evidence);
  }
  const claims = LaunchClaimsSchema.parse(evidence.claims);
  const tenantId = registration?.tenants.get(claims[CLAIM.deploymentId]);
  if (!login || !registration || tenantId === undefined) throw new Error('a launch passed without its login or tenant');
  return { claims, login, registration, tenantId };
}

/** Looks up what the checks ask about, as far as the token and the state lead. */
async function gather(needs: LaunchNeeds, { idToken, state, readBinding }: PostedLaunch): Promise<Evidence> {
  const { publicUrl, allowPrivateNetworks, now } = needs;
  const stateHash = hashOf(state);
  const evidence: Evidence = {
    now: now(),
    publicUrl,
    allowPrivateNetworks,
    idToken,
    ...readToken(idToken),
    login: null,
    binding: readBinding(stateHash),
    registration: null,
    key: null,
  };
  for (const check of tokenChecks) if (!(await check.passes(evidence))) return evidence;
  const login = await needs.findLogin(stateHash);
  const registration = login && (await needs.registrations.find(login.issuer, login.clientId));
  // Only a launch that is under way in this browser can make us ask the platform for its keys.
  const asks = registration?.active === true && login?.usedAt === null && evidence.binding !== null;
  const key = asks ? await needs.keys.find(registration.jwksUrl, String(evidence.header['kid'])) : null;
  return { ...evidence, login, registration, key };
}

function refusalOf({ code, refusal }: LaunchCheck, { login, claims }: Evidence): Refusal {
  const restart = refusal === 'cookies-blocked' && login ? { restartUrl: restartUrl(login) } : {};
  const platform = login ? { issuer: login.issuer, client_id: login.clientId } : {};
  const deployment = refusal === 'deployment-unknown' ? { deployment_id: String(claims[CLAIM.deploymentId]) } : {};
  return new Refusal(refusal, { code, facts: { ...platform, ...deployment }, ...restart });
}

/** The address that begins the same login again. */
export function restartUrl(login: Login): string {
  const parameters = new URLSearchParams({
    iss: login.issuer,
    login_hint: login.loginHint,
    target_link_uri: login.targetLinkUri,
    client_id: login.clientId,
  });
  if (login.messageHint !== null) parameters.set('lti_message_hint', login.messageHint);
  if (login.deploymentHint !== null) parameters.set('lti_deployment_id', login.deploymentHint);
  return `/lti/login?${parameters.toString()}`;
}
