import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/** A key pair of ours for one platform, in PEM. */
export interface KeyPair {
  /** Never used twice. */
  kid: string;
  publicKey: string;
  privateKey: string;
}

/**
 * Makes an RSA key pair of 2048 bits, off the event loop.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#h_key-set-url
 */
export async function makeKeyPair(): Promise<KeyPair> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return { kid: randomBytes(16).toString('hex'), ...pair };
}
