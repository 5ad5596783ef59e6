import type { Db } from '@mgv/service-kit/database';
import type { LtijsProvider } from 'ltijs';
import { makeKeyPair } from './key-pair.ts';
import { createLtijsDatabase } from './ltijs-database.ts';
import { SERVED_AFTER_MS } from './own-keys.ts';
import { deleteRetiredKeys, retireKey } from './own-keys.repository.ts';
import { lockRegistration } from './tenants.repository.ts';

interface Needs {
  db: Db;
  ltijs: LtijsProvider;
  encryptionKey: string;
  now: () => Date;
}

/** What a rotation did. */
export interface Rotation {
  kid: string;
  oldKid: string;
  /** The old key is served, and what it signed can be verified, until then. */
  oldServedUntil: Date;
}

/**
 * Gives a registration a new key pair that signs from now on. Keys whose time is over are deleted in passing.
 *
 * @returns `null` when it is not registered.
 * @see https://www.imsglobal.org/spec/security/v1p0/#h_key-set-url
 */
export async function rotateKey(needs: Needs, issuer: string, clientId: string): Promise<Rotation | null> {
  const { db, ltijs, encryptionKey, now } = needs;
  const { kid, publicKey, privateKey } = await makeKeyPair();
  return db.transaction(async (transaction) => {
    await lockRegistration(transaction, issuer, clientId);
    const database = createLtijsDatabase(transaction);
    const platform = await ltijs.getPlatform(issuer, clientId, encryptionKey, database);
    if (platform === false) return null;
    const oldKid = await platform.platformKid();
    const active = await platform.platformActive();
    const at = now();
    const oldServedUntil = new Date(at.getTime() + SERVED_AFTER_MS);
    const index = { kid, platformUrl: issuer, clientId };
    await database.Insert(encryptionKey, 'publickey', { key: publicKey, kid }, index);
    await database.Insert(encryptionKey, 'privatekey', { key: privateKey, kid }, index);
    await database.Modify(false, 'platform', { platformUrl: issuer, clientId }, { kid });
    // Whether a registration is active is kept under the id of its key.
    await database.Insert(false, 'platformStatus', { id: kid, active });
    await database.Delete('platformStatus', { id: oldKid });
    await retireKey(transaction, oldKid, at);
    await deleteRetiredKeys(transaction, new Date(at.getTime() - SERVED_AFTER_MS));
    return { kid, oldKid, oldServedUntil };
  });
}
