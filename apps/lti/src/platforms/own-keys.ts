import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Db } from '@mgv/service-kit/database';
import { z } from 'zod';
import { BoundedCache } from './bounded-cache.ts';
import { selectKey, selectServedKeys } from './own-keys.repository.ts';

/**
 * How long a key is served after another took its place, in milliseconds. Twice the day that platforms may keep a key
 * set, so that what was signed just before can still be verified.
 */
export const SERVED_AFTER_MS = 48 * 3_600_000;
/** So short that a key which was just made is served by every instance before a platform asks for it. */
const KEY_SET_MS = 1000;

const RsaSchema = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() });

/** One of our public keys, as `/lti/jwks` gives it: nothing but what a verifier needs. */
export interface PublicJwk extends z.infer<typeof RsaSchema> {
  kid: string;
  alg: 'RS256';
  use: 'sig';
}

interface Needs {
  db: Db;
  encryptionKey: string;
  now: () => Date;
}

/** Our own key pairs, one or more for each registration. */
export class OwnKeys {
  readonly #needs: Needs;
  readonly #privateKeys: BoundedCache<KeyObject>;
  readonly #publicKeys: BoundedCache<PublicJwk[]>;

  constructor(needs: Needs) {
    this.#needs = needs;
    const { now } = needs;
    this.#privateKeys = new BoundedCache({ size: 500, lifetimeMs: 3_600_000, now });
    this.#publicKeys = new BoundedCache({ size: 1, lifetimeMs: KEY_SET_MS, now });
  }

  /** @throws {Error} when no key has this id. */
  privateKey(kid: string): Promise<KeyObject> {
    const { db, encryptionKey } = this.#needs;
    return this.#privateKeys.get(kid, async () => createPrivateKey(await selectKey(db, encryptionKey, kid)));
  }

  /** All public keys that are served now: those that sign, and those that did until recently. */
  publicKeys(): Promise<PublicJwk[]> {
    const { db, encryptionKey, now } = this.#needs;
    return this.#publicKeys.get('all', async () => {
      const since = new Date(now().getTime() - SERVED_AFTER_MS);
      return (await selectServedKeys(db, encryptionKey, since)).map(({ kid, key }) => {
        const { kty, n, e } = RsaSchema.parse(createPublicKey(key).export({ format: 'jwk' }));
        return { kty, n, e, kid, alg: 'RS256', use: 'sig' };
      });
    });
  }

  /** Another key set from now on. */
  changed(): void {
    this.#publicKeys.clear();
  }
}
