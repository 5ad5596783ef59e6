import { type KeyObject, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { CLAIM } from '../launch/claims.ts';
import type { Registration } from '../platforms/registration.ts';

/** Seconds by which our statements are older than our clock: some platforms allow no difference at all. */
const BACK_DATED = 5;
/** Seconds until they expire. */
const LIFETIME = 240;

/** `iat` and `exp` of what we sign for a platform, in seconds. */
export function signedTimes(now: Date): { iat: number; exp: number } {
  const iat = Math.floor(now.getTime() / 1000) - BACK_DATED;
  return { iat, exp: iat + LIFETIME };
}

interface Assertion {
  registration: Registration;
  deploymentId: string;
  key: KeyObject;
  now: Date;
}

/**
 * The statement with which we ask a platform for an access token.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant
 */
export function signClientAssertion({ registration, deploymentId, key, now }: Assertion): Promise<string> {
  const { clientId, tokenAudience, kid } = registration;
  return new SignJWT({
    iss: clientId,
    sub: clientId,
    aud: tokenAudience,
    ...signedTimes(now),
    jti: randomUUID(),
    [CLAIM.deploymentId]: deploymentId,
  })
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
    .sign(key);
}
