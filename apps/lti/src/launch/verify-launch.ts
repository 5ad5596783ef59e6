import type { Logger } from '@mgv/service-kit';
import type { Login } from '../login/login-states.ts';
import { restartUrl } from '../login/restart.ts';
import { Refusal } from '../pages/refusal.ts';
import type { Admission } from '../platforms/deployments.ts';
import type { FoundKey, PlatformKeys } from '../platforms/platform-keys.ts';
import type { Registration } from '../platforms/registration.ts';
import type { Registrations } from '../platforms/registrations.ts';
import { CLAIM, type LaunchClaims, LaunchClaimsSchema } from './claims.ts';
import type { Evidence, LaunchCheck } from './evidence.ts';
import { launchChecks } from './launch-checks.ts';
import { loginChecks } from './login-checks.ts';
import { readToken } from './read-token.ts';
import { tokenChecks } from './token-checks.ts';

/** What launches need from outside. */
export interface LaunchNeeds {
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
  /** The login of its state; `null` when that is not one of ours. */
  login: Login | null;
  /** This browser's secret of that login. */
  binding: string | null;
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
  const admission = await evidence.admit();
  if (!login || !registration || admission?.status !== 'active')
    throw new Error('a launch passed without its login or tenant');
  return { claims, login, registration, tenantId: admission.tenantId };
}

/** Looks up what the checks ask about, as far as the token and the state lead. */
async function gather(needs: LaunchNeeds, { idToken, login, binding }: PostedLaunch): Promise<Evidence> {
  const { publicUrl, allowPrivateNetworks, now } = needs;
  const evidence: Evidence = {
    now: now(),
    publicUrl,
    allowPrivateNetworks,
    idToken,
    ...readToken(idToken),
    login,
    binding,
    registration: null,
    key: null,
    admit: () => Promise.resolve(null),
  };
  for (const check of [...tokenChecks, ...loginChecks]) if (!(await check.passes(evidence))) return evidence;
  const registration = login && (await needs.registrations.find(login.issuer, login.clientId));
  // Only a launch that is under way in this browser can make us ask the platform for its keys.
  const key = registration?.active === true ? await findKey(needs, registration, evidence) : null;
  return { ...evidence, registration, key, admit: admitter(needs, registration, evidence) };
}

/** Asks about the deployment when it is first wanted to be known, and once. */
function admitter({ registrations }: LaunchNeeds, registration: Registration | null, { claims }: Evidence) {
  let asked: Promise<Admission | null> | null = null;
  return (): Promise<Admission | null> =>
    (asked ??= registration
      ? registrations.admit(registration, String(claims[CLAIM.deploymentId]))
      : Promise.resolve(null));
}

const findKey = ({ keys }: LaunchNeeds, { jwksUrl }: Registration, { header }: Evidence): Promise<FoundKey> =>
  keys.find(jwksUrl, String(header['kid']));

function refusalOf({ code, refusal }: LaunchCheck, { login, claims }: Evidence): Refusal {
  const address = refusal === 'cookies-blocked' && login ? restartUrl(login) : null;
  const restart = address === null ? {} : { restartUrl: address };
  const platform = login ? { issuer: login.issuer, client_id: login.clientId } : {};
  const deployment = code.startsWith('deployment-') ? { deployment_id: String(claims[CLAIM.deploymentId]) } : {};
  return new Refusal(refusal, { code, facts: { ...platform, ...deployment }, ...restart });
}
