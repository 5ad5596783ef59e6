import type { Db } from '@mgv/service-kit/database';
import { type LtijsProvider, Provider } from 'ltijs';
import { createLtijsDatabase } from './ltijs-database.ts';

/**
 * An ltijs of our own on our database: it keeps registrations and their keys, and is never mounted as an app.
 *
 * @param encryptionKey - Encrypts the keys at rest; another one cannot read them any more.
 */
export async function startLtijs(db: Db, encryptionKey: string): Promise<LtijsProvider> {
  const before = new Set(process.listeners('SIGINT'));
  const ltijs = new Provider.constructor();
  ltijs.setup(encryptionKey, { plugin: createLtijsDatabase(db) }, { cors: false });
  await ltijs.deploy({ serverless: true, silent: true });
  // Its own SIGINT handler ends the process before requests under way are answered.
  for (const listener of process.listeners('SIGINT')) {
    if (!before.has(listener)) process.removeListener('SIGINT', listener);
  }
  return ltijs;
}
