import { createSecretKey } from 'node:crypto';
import { type Actor, ACTOR_TOKEN } from '@mgv/contracts';
import { SignJWT } from 'jose';

/** Signs who asks, for apps/grading: a JWT of 60 s with the service key. */
export function actorSigner(serviceKey: string, now: () => Date): (actor: Actor) => Promise<string> {
  const key = createSecretKey(Buffer.from(serviceKey, 'utf8'));
  return (actor) => {
    const iat = Math.floor(now().getTime() / 1000);
    return new SignJWT({ actor, iat, exp: iat + ACTOR_TOKEN.lifetimeSeconds })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ACTOR_TOKEN.issuer)
      .setAudience(ACTOR_TOKEN.audience)
      .sign(key);
  };
}
