import { MAX_TOKEN_BYTES } from './token-checks.ts';

/** The outside of a JWT, not verified. */
export interface ReadToken {
  wellFormed: boolean;
  header: Readonly<Record<string, unknown>>;
  claims: Readonly<Record<string, unknown>>;
}

const UNREADABLE: ReadToken = { wellFormed: false, header: {}, claims: {} };
const PART = /^[A-Za-z0-9_-]+$/;

/** Reads header and claims of a signed JWT in compact form, without believing them. */
export function readToken(token: string): ReadToken {
  if (token.length > MAX_TOKEN_BYTES) return UNREADABLE;
  const parts = token.split('.');
  const [header, claims, signature] = parts;
  if (parts.length !== 3 || header === undefined || claims === undefined || signature === undefined) return UNREADABLE;
  // An empty signature is read too, so that `alg: none` gets its own refusal.
  if (!PART.test(header) || !PART.test(claims) || !(signature === '' || PART.test(signature))) return UNREADABLE;
  const headerObject = readObject(header);
  const claimsObject = readObject(claims);
  return headerObject && claimsObject ? { wellFormed: true, header: headerObject, claims: claimsObject } : UNREADABLE;
}

function readObject(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
