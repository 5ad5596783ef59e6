import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Signer } from './signed-text.ts';

/** Life of an access token, in seconds. */
export const ACCESS_TOKEN_LIFE_S = 3600;

const PURPOSE = 'access-token';
const ContentSchema = z.strictObject({ id: z.string(), scopes: z.array(z.string()), exp: z.number() });

/** An access token, opaque to the tool. It carries its scopes, so that it outlives a restart. */
export function issueAccessToken(signer: Signer, scopes: readonly string[], now: Date): string {
  const exp = Math.floor(now.getTime() / 1000) + ACCESS_TOKEN_LIFE_S;
  return signer.sign(PURPOSE, JSON.stringify({ id: randomBytes(9).toString('base64url'), scopes, exp }));
}

/** The scopes of an access token; `null` when it is not ours, or has expired. */
export function openAccessToken(signer: Signer, token: string, now: Date): readonly string[] | null {
  const text = signer.open(PURPOSE, token);
  if (text === null) return null;
  const { scopes, exp } = ContentSchema.parse(JSON.parse(text));
  return exp * 1000 > now.getTime() ? scopes : null;
}
