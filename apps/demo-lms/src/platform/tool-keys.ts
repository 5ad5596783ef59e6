import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';

/**
 * The tool's public keys: fetched when first needed, kept 10 minutes, fetched again at once for a `kid` that is not
 * among them.
 */
export function createToolKeys(jwksUrl: string, fetch: typeof globalThis.fetch): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: 5000,
    cooldownDuration: 0,
    cacheMaxAge: 600_000,
    [customFetch]: (url, options) => fetch(url, options),
  });
}
