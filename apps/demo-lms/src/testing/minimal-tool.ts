import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { SCOPES } from '../platform/platform.ts';

/** The least that a tool is: a key, its JWKS over HTTP, and signed messages. For tests. */
export interface MinimalTool {
  url: string;
  /** Signs claims; `overrides` win, and a claim set to `undefined` is left out. */
  sign: (claims: Record<string, unknown>) => Promise<string>;
  /** Takes a new key, under a new `kid`. */
  rotate: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a tool on a free port. */
export async function startMinimalTool(): Promise<MinimalTool> {
  let key = await makeKey();
  const server = createServer((_req, res) => {
    res.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [key.jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.jwk.kid }).sign(key.privateKey),
    rotate: async () => {
      key = await makeKey();
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function makeKey() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' } };
}

/** 132 bits, base64url. */
export const randomValue = (): string => randomBytes(17).toString('base64url');

/** The form of a page: where it goes, and its fields. */
export function readForm(page: string): { action: string; fields: Record<string, string> } {
  const text = (escaped: string): string =>
    escaped
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const action = /<form[^>]*action="([^"]*)"/.exec(page)?.[1] ?? '';
  const inputs = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return {
    action: text(action),
    fields: Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, text(value)])),
  };
}

/** A client assertion's claims. */
export const assertionClaims = (audience: string, now = Math.floor(Date.now() / 1000)): Record<string, unknown> => ({
  iss: 'mgv-practice',
  sub: 'mgv-practice',
  aud: audience,
  iat: now - 5,
  exp: now + 60,
  jti: randomUUID(),
});

/** Everything that the platform grants. */
export const ALL_SCOPES = Object.values(SCOPES).join(' ');
