import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs short texts and checks them: what the platform hands out and wants back unchanged. */
export interface Signer {
  /** The text with a signature behind it, safe in cookies and headers. */
  sign: (purpose: string, text: string) => string;
  /** The text, or `null` when the signature is not ours, or was made for another purpose. */
  open: (purpose: string, signed: string) => string | null;
}

/** @param secret - At least 256 bits, hexadecimal. */
export function createSigner(secret: string): Signer {
  const mac = (purpose: string, body: string): Buffer =>
    createHmac('sha256', Buffer.from(secret, 'hex')).update(`${purpose}\n${body}`).digest();
  return {
    sign: (purpose, text) => {
      const body = Buffer.from(text, 'utf8').toString('base64url');
      return `${body}.${mac(purpose, body).toString('base64url')}`;
    },
    open: (purpose, signed) => {
      const [body, signature, ...more] = signed.split('.');
      if (body === undefined || signature === undefined || more.length > 0) return null;
      const given = Buffer.from(signature, 'base64url');
      const expected = mac(purpose, body);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return Buffer.from(body, 'base64url').toString('utf8');
    },
  };
}
