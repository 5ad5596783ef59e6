import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** An encrypted text, in hexadecimal digits. */
export interface Encrypted {
  iv: string;
  data: string;
}

const keyOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Encrypts as ltijs does: AES-256-CBC with the SHA-256 of the secret. */
export function encrypt(text: string, secret: string): Encrypted {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', keyOf(secret), iv);
  return { iv: iv.toString('hex'), data: Buffer.concat([cipher.update(text), cipher.final()]).toString('hex') };
}

/** @throws {Error} when the secret is not the one it was encrypted with. */
export function decrypt({ iv, data }: Encrypted, secret: string): string {
  const decipher = createDecipheriv('aes-256-cbc', keyOf(secret), Buffer.from(iv, 'hex'));
  return Buffer.concat([decipher.update(Buffer.from(data, 'hex')), decipher.final()]).toString();
}
