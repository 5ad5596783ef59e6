import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

type Item = Record<string, unknown>;

/** Rows in memory, encrypted as ltijs's own MongoDB plugin encrypts them. */
class MemoryPlugin {
  readonly #rows = new Map<string, Item[]>();

  setup(): Promise<boolean> {
    return Promise.resolve(true);
  }

  Close(): Promise<boolean> {
    return Promise.resolve(true);
  }

  Get(key: string | false, collection: string, query: Item = {}): Promise<Item[] | false> {
    const found = this.#of(collection).filter((row) => matches(row, query));
    if (found.length === 0) return Promise.resolve(false);
    return Promise.resolve(
      key === false ? found : found.map((row) => ({ ...decrypt(key, row), createdAt: row['createdAt'] })),
    );
  }

  Insert(key: string | false, collection: string, item: Item, index: Item = {}): Promise<boolean> {
    this.#of(collection).push({ ...(key === false ? item : encrypt(key, item, index)), createdAt: Date.now() });
    return Promise.resolve(true);
  }

  async Replace(
    key: string | false,
    collection: string,
    query: Item,
    ...[item, index]: [Item, Item?]
  ): Promise<boolean> {
    await this.Delete(collection, query);
    return this.Insert(key, collection, item, index);
  }

  Modify(_key: false, collection: string, query: Item, modification: Item): Promise<boolean> {
    for (const row of this.#of(collection)) if (matches(row, query)) Object.assign(row, modification);
    return Promise.resolve(true);
  }

  Delete(collection: string, query: Item): Promise<boolean> {
    this.#rows.set(
      collection,
      this.#of(collection).filter((row) => !matches(row, query)),
    );
    return Promise.resolve(true);
  }

  #of(collection: string): Item[] {
    const rows = this.#rows.get(collection) ?? [];
    this.#rows.set(collection, rows);
    return rows;
  }
}

const matches = (row: Item, query: Item): boolean => Object.entries(query).every(([key, value]) => row[key] === value);
const cipherKey = (key: string): Buffer => createHash('sha256').update(key).digest();

function encrypt(key: string, item: Item, index: Item): Item {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', cipherKey(key), iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(item)), cipher.final()]).toString('hex');
  return { ...index, iv: iv.toString('hex'), data };
}

function decrypt(key: string, row: Item): Item {
  const decipher = createDecipheriv('aes-256-cbc', cipherKey(key), Buffer.from(String(row['iv']), 'hex'));
  const text = Buffer.concat([decipher.update(Buffer.from(String(row['data']), 'hex')), decipher.final()]).toString();

  return JSON.parse(text) as Item;
}

/** The database plugin interface of ltijs 5.9, in memory. */
export const createMemoryPlugin = (): MemoryPlugin => new MemoryPlugin();
