import { CLAIM } from '../launch/claims.ts';
import type { Evidence } from '../launch/evidence.ts';
import { audiencesOf } from '../launch/platform-checks.ts';
import { readToken } from '../launch/read-token.ts';
import { tokenChecks } from '../launch/token-checks.ts';
import type { Login } from '../login/login-states.ts';
import type { PlatformKeys } from '../platforms/platform-keys.ts';
import type { Registrations } from '../platforms/registrations.ts';
import { NOTICE_CLAIM, noticeChecks, NoticeClaimsSchema } from './notice-checks.ts';
import type { Notice } from './notices.repository.ts';

/** What verifying needs from outside. */
export interface VerifyNeeds {
  registrations: Registrations;
  keys: PlatformKeys;
  publicUrl: string;
  allowPrivateNetworks: boolean;
  now: () => Date;
}

/** Puts a notice through all checks. @returns the notice, or the code of the first check that fails. */
export async function verifyNotice(needs: VerifyNeeds, jwt: string): Promise<Notice | string> {
  const evidence = await gather(needs, jwt);
  for (const { code, passes } of noticeChecks) if (!(await passes(evidence))) return code;
  const claims = NoticeClaimsSchema.parse(evidence.claims);
  const tenantId = evidence.registration?.tenants.get(claims[CLAIM.deploymentId]);
  if (tenantId === undefined) throw new Error('a notice passed without its tenant');
  const { id: noticeId, type } = claims[NOTICE_CLAIM.notice];
  return {
    tenantId,
    noticeId,
    type,
    contextId: claims[CLAIM.context]?.id ?? null,
    originContexts: claims[NOTICE_CLAIM.originContexts] ?? [],
  };
}

/** Looks up what the checks ask about, as far as the token leads. */
async function gather(needs: VerifyNeeds, jwt: string): Promise<Evidence> {
  const { registrations, keys, publicUrl, allowPrivateNetworks, now } = needs;
  const token = readToken(jwt);
  const asked = askedBy(token.claims, now());
  const evidence: Evidence = {
    now: now(),
    publicUrl,
    allowPrivateNetworks,
    idToken: jwt,
    ...token,
    login: asked,
    binding: null,
    registration: null,
    key: null,
    admit: () => Promise.resolve(null),
  };
  for (const { passes } of tokenChecks) if (!(await passes(evidence))) return evidence;
  const registration = asked && (await registrations.find(asked.issuer, asked.clientId));
  const key = registration?.active === true ? await keys.find(registration.jwksUrl, String(token.header['kid'])) : null;
  return { ...evidence, registration, key };
}

/** Stands for the login that a launch would have: the issuer and the client that the notice names itself. */
function askedBy(claims: Evidence['claims'], now: Date): Login | null {
  const { iss, azp } = { iss: claims['iss'], azp: claims['azp'] };
  const clientId = typeof azp === 'string' ? azp : audiencesOf(claims)[0];
  if (typeof iss !== 'string' || iss.length > 255 || clientId === undefined || clientId.length > 255) return null;
  // No database takes a NUL.
  if (`${iss}${clientId}`.includes('\0')) return null;
  const nothing = {
    id: '',
    bindingHash: '',
    targetLinkUri: '',
    storageTarget: null,
    deploymentHint: null,
    hints: null,
  };
  return { ...nothing, issuer: iss, clientId, expiresAt: now };
}
