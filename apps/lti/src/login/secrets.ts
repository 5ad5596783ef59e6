import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A fresh secret of 256 bits, in base64url: safe in URLs, forms and cookies. */
export const freshSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in hexadecimal digits: what the database keeps instead of a secret. */
export const hashOf = (secret: string): string => hash('sha256', secret);

/** Whether `secret` is the one that was hashed, without telling by the time it takes. */
export function matchesHash(secret: string, hashed: string): boolean {
  const given = Buffer.from(hashOf(secret));
  const expected = Buffer.from(hashed);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
