import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** Signs data that travels through a browser, and knows it again. */
export interface Signer {
  /** The data as text that is safe in addresses, signed (HMAC-SHA-256). */
  seal: (data: unknown) => string;
  /** What was sealed; `null` for anything that we did not seal for this purpose. */
  open: (text: string) => unknown;
}

/**
 * @param secret - Shared by all instances.
 * @param purpose - What is sealed for one purpose is nothing for another.
 */
export function createSigner(secret: string, purpose: string): Signer {
  const key = createSecretKey(createHmac('sha256', secret).update(`mgv ${purpose}`).digest());
  const sign = (body: string): Buffer => createHmac('sha256', key).update(body).digest();
  return {
    seal: (data) => {
      const body = Buffer.from(JSON.stringify(data)).toString('base64url');
      return `${body}.${sign(body).toString('base64url')}`;
    },
    open: (text) => {
      const [body = '', signature = '', ...rest] = text.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(body);
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const data: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
      return data;
    },
  };
}
