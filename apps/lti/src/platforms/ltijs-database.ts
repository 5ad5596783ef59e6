import type { Db } from '@mgv/service-kit/database';
import { and, eq, getTableColumns, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { LtijsDatabase } from 'ltijs';
import { z } from 'zod';
import { decrypt, encrypt } from './encryption.ts';
import { platformKeys, platforms, platformStatuses } from './platforms.schema.ts';

type Query = Record<string, string>;

/** Where one of ltijs's collections lives, and which fields make a row unique. */
interface Collection {
  table: PgTable;
  /** Fields that every row of the collection has, beside what ltijs gives. */
  fixed: Record<string, string>;
  /** Fields that decide whether `Replace` adds or overwrites. */
  unique: readonly string[];
}

const COLLECTIONS: Record<string, Collection> = {
  platform: { table: platforms, fixed: {}, unique: ['platformUrl', 'clientId'] },
  platformStatus: { table: platformStatuses, fixed: {}, unique: ['id'] },
  publickey: { table: platformKeys, fixed: { collection: 'publickey' }, unique: ['collection', 'kid'] },
  privatekey: { table: platformKeys, fixed: { collection: 'privatekey' }, unique: ['collection', 'kid'] },
};

const EncryptedRowSchema = z.object({ iv: z.string(), data: z.string(), createdAt: z.date() });
const PlainSchema = z.record(z.string(), z.unknown());

function collectionOf(name: string): Collection {
  const found = COLLECTIONS[name];
  if (!found) throw new Error(`ltijs asked for its collection "${name}", which is not ours to keep`);
  return found;
}

function columnOf(table: PgTable, field: string): PgColumn {
  const column = getTableColumns(table)[field];
  if (!column) throw new Error(`ltijs asked for the field "${field}", which does not exist`);
  return column;
}

function where({ table, fixed }: Collection, query: Query): SQL | undefined {
  return and(...Object.entries({ ...query, ...fixed }).map(([field, value]) => eq(columnOf(table, field), value)));
}

/** Keeps what the table has a column for: ltijs hands over `undefined` fields too. */
function known(table: PgTable, item: object): Record<string, unknown> {
  const columns = getTableColumns(table);
  return Object.fromEntries(Object.entries(item).filter(([field, value]) => field in columns && value !== undefined));
}

function decryptRow(row: unknown, key: string): object {
  const { createdAt, ...encrypted } = EncryptedRowSchema.parse(row);
  return { ...PlainSchema.parse(JSON.parse(decrypt(encrypted, key))), createdAt: createdAt.getTime() };
}

/**
 * The database that ltijs keeps registrations and keys in: a plug-in on our own tables. Give it a transaction to make
 * several of its writes one.
 */
export function createLtijsDatabase(db: Db): LtijsDatabase {
  const insert: LtijsDatabase['Insert'] = async (key, name, item, index) => {
    const collection = collectionOf(name);
    const { table, fixed } = collection;
    const values = key === false ? item : { ...index, ...encrypt(JSON.stringify(item), key) };
    const row = { ...known(table, values), ...fixed };
    await db
      .insert(table)
      .values(row)
      .onConflictDoUpdate({ target: collection.unique.map((field) => columnOf(table, field)), set: row });
    return true;
  };
  return {
    setup: () => Promise.resolve(true),
    Close: () => Promise.resolve(true),
    Get: async (key, name, query = {}) => {
      const collection = collectionOf(name);
      const rows = await db.select().from(collection.table).where(where(collection, query));
      if (rows.length === 0) return false;
      return key === false ? rows : rows.map((row) => decryptRow(row, key));
    },
    Insert: insert,
    // eslint-disable-next-line max-params -- ltijs calls it with these
    Replace: (key, name, _query, item, index) => insert(key, name, item, index),
    Modify: async (_key, name, query, modification) => {
      const collection = collectionOf(name);
      await db.update(collection.table).set(known(collection.table, modification)).where(where(collection, query));
      return true;
    },
    // ltijs does not wait for a deletion: one that rejects would be an unhandled rejection.
    Delete: async (name, query) => {
      const collection = collectionOf(name);
      return db
        .delete(collection.table)
        .where(where(collection, query))
        .then(
          () => true,
          () => false,
        );
    },
  };
}
