import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { FIXED_CLIENT_ID } from '../storage/state.schema.ts';
import type { Signer } from './signed-text.ts';

/** Life of an access token, in seconds. */
export const ACCESS_TOKEN_LIFE_S = 3600;

const PURPOSE = 'access-token';
const ContentSchema = z.strictObject({
  id: z.string(),
  clientId: z.string().default(FIXED_CLIENT_ID),
  scopes: z.array(z.string()),
  exp: z.number(),
});

/** What an access token stands for. */
export interface Grant {
  clientId: string;
  scopes: readonly string[];
}

/** An access token, opaque to the tool. It carries its grant, so that it outlives a restart. */
export function issueAccessToken(signer: Signer, { clientId, scopes }: Grant, now: Date): string {
  const exp = Math.floor(now.getTime() / 1000) + ACCESS_TOKEN_LIFE_S;
  return signer.sign(PURPOSE, JSON.stringify({ id: randomBytes(9).toString('base64url'), clientId, scopes, exp }));
}

/** The grant of an access token; `null` when it is not ours, or has expired. */
export function openAccessToken(signer: Signer, token: string, now: Date): Grant | null {
  const text = signer.open(PURPOSE, token);
  if (text === null) return null;
  const { clientId, scopes, exp } = ContentSchema.parse(JSON.parse(text));
  return exp * 1000 > now.getTime() ? { clientId, scopes } : null;
}
