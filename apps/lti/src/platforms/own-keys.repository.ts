import type { Db } from '@mgv/service-kit/database';
import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { decrypt, type Encrypted } from './encryption.ts';
import { platformKeys } from './platforms.schema.ts';

const StoredSchema = z.object({ kid: z.string(), key: z.string() });
type StoredKey = z.infer<typeof StoredSchema>;

const read = (row: Encrypted, encryptionKey: string): StoredKey =>
  StoredSchema.parse(JSON.parse(decrypt(row, encryptionKey)));

/** Public keys in PEM, without those that were retired before `since`. */
export async function selectServedKeys(db: Db, encryptionKey: string, since: Date): Promise<StoredKey[]> {
  const { collection, retiredAt, createdAt, kid } = platformKeys;
  const rows = await db
    .select()
    .from(platformKeys)
    .where(and(eq(collection, 'publickey'), or(isNull(retiredAt), gt(retiredAt, since))))
    .orderBy(asc(createdAt), asc(kid));
  return rows.map((row) => read(row, encryptionKey));
}

/** The private key with this id, in PEM. */
export async function selectKey(db: Db, encryptionKey: string, kid: string): Promise<string> {
  const [row] = await db
    .select()
    .from(platformKeys)
    .where(and(eq(platformKeys.collection, 'privatekey'), eq(platformKeys.kid, kid)));
  if (!row) throw new Error('the key has gone');
  return read(row, encryptionKey).key;
}

/** Notes that another key took the place of this one. */
export async function retireKey(db: Db, kid: string, at: Date): Promise<void> {
  await db.update(platformKeys).set({ retiredAt: at }).where(eq(platformKeys.kid, kid));
}

/** Deletes keys that were retired before `before`. */
export async function deleteRetiredKeys(db: Db, before: Date): Promise<void> {
  await db.delete(platformKeys).where(lt(platformKeys.retiredAt, before));
}
