import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '@mgv/service-kit';
import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { z } from 'zod';

/** The platform's signing key. */
export interface PlatformKey {
  kid: string;
  privateKey: CryptoKey;
  /** Only what the world may know: kty, n, e, kid, alg, use. */
  publicJwk: JWK;
}

const StoredKeySchema = z.object({
  kty: z.literal('RSA'),
  ...Object.fromEntries(['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'].map((name) => [name, z.string().min(1)])),
});

/**
 * The RSA key of this platform: made at the first start, kept in `<folder>/key.json`, readable by its owner only.
 *
 * @throws {EnvironmentError} when the file cannot be read or written, or does not hold a key.
 */
export async function openPlatformKey(folder: string): Promise<PlatformKey> {
  const file = join(folder, 'key.json');
  const jwk = readKey(file) ?? (await makeKey(folder, file));
  const kid = await calculateJwkThumbprint(jwk);
  const privateKey = await importJWK(jwk, 'RS256');
  if (privateKey instanceof Uint8Array) throw new EnvironmentError(`${file} does not hold an RSA key`);
  const { kty, n, e } = jwk;
  if (kty === undefined || n === undefined || e === undefined) throw new EnvironmentError(`${file} is not complete`);
  return { kid, privateKey, publicJwk: { kty, n, e, kid, alg: 'RS256', use: 'sig' } };
}

function readKey(file: string): JWK | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new EnvironmentError(`DATA_DIR: cannot read ${file}`, { cause: error });
  }
  try {
    return StoredKeySchema.parse(JSON.parse(text));
  } catch (error) {
    throw new EnvironmentError(`${file} is broken: move it away and start again`, { cause: error });
  }
}

async function makeKey(folder: string, file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const jwk = await exportJWK(privateKey);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new EnvironmentError(`DATA_DIR: cannot write ${file}`, { cause: error });
  }
  return jwk;
}
