import { verify } from 'node:crypto';
import type { Evidence, LaunchCheck } from './evidence.ts';

/** Audiences of the token; empty when `aud` is neither a string nor a list of strings. */
export function audiencesOf(claims: Evidence['claims']): string[] {
  const { aud } = { aud: claims['aud'] };
  if (typeof aud === 'string') return [aud];
  return Array.isArray(aud) && aud.every((entry) => typeof entry === 'string') ? aud : [];
}

/** RS256 on the spot: a signature takes less time to verify than to hand to another thread. */
function isSigned({ idToken, key }: Evidence): boolean {
  if (key === null || typeof key === 'string') return false;
  const end = idToken.lastIndexOf('.');
  return verify(
    'RSA-SHA256',
    Buffer.from(idToken.slice(0, end)),
    key,
    Buffer.from(idToken.slice(end + 1), 'base64url'),
  );
}

/** Who sent the token: a registration of ours, that is active, with a key of its own. */
export const platformChecks: readonly LaunchCheck[] = [
  {
    code: 'issuer-wrong',
    rule: 'iss is exactly the issuer that the login named',
    section: 'SEC 5.1.3 rule 2',
    refusal: 'launch-invalid',
    passes: ({ claims, login }) => login !== null && claims['iss'] === login.issuer,
  },
  {
    code: 'audience-wrong',
    rule: 'aud holds our client_id of this login',
    section: 'SEC 5.1.3 rule 3',
    refusal: 'launch-invalid',
    passes: ({ claims, login }) => login !== null && audiencesOf(claims).includes(login.clientId),
  },
  {
    code: 'audience-untrusted',
    rule: 'aud holds nobody but us',
    section: 'SEC 5.1.3 rules 3 and 4',
    refusal: 'launch-invalid',
    passes: ({ claims, login }) => audiencesOf(claims).every((audience) => audience === login?.clientId),
  },
  {
    code: 'azp-wrong',
    rule: 'azp, where given, is our client_id; a list of audiences needs it',
    section: 'SEC 5.1.3 rules 4 and 5',
    refusal: 'launch-invalid',
    passes: ({ claims, login }) =>
      claims['azp'] === undefined ? audiencesOf(claims).length === 1 : claims['azp'] === login?.clientId,
  },
  {
    code: 'platform-unknown',
    rule: 'issuer and client_id are registered',
    section: 'SEC 5.1.3 rule 2, CORE 3.1.3',
    refusal: 'platform-unknown',
    passes: ({ registration }) => registration !== null,
  },
  {
    code: 'platform-disabled',
    rule: 'the registration is active',
    section: 'hardening',
    refusal: 'platform-disabled',
    passes: ({ registration }) => registration?.active === true,
  },
  {
    code: 'keys-unavailable',
    rule: 'the keys of the platform can be read, now or from an earlier launch',
    section: 'SEC 6.3',
    refusal: 'platform-keys',
    passes: ({ key }) => key !== null && key !== 'unavailable',
  },
  {
    code: 'key-unknown',
    rule: 'the platform publishes the key that kid names',
    section: 'SEC 6.3, 6.4',
    refusal: 'launch-invalid',
    passes: ({ key }) => key !== null && key !== 'unknown',
  },
  {
    code: 'signature-wrong',
    rule: 'the signature is right',
    section: 'SEC 5.1.3 rule 1',
    refusal: 'launch-invalid',
    passes: isSigned,
  },
];
