import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@mgv/service-kit';
import { type Database, openDatabase } from '@mgv/service-kit/database';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

/** An embedded database to copy; without it each test makes its own. */
const TEMPLATE = process.env['TEST_PGLITE_TEMPLATE'];
const ADMIN_URL = process.env['TEST_DATABASE_URL'];

/** The engines that integration tests run on: PostgreSQL where `TEST_DATABASE_URL` names a server. */
export const ENGINES = ADMIN_URL === undefined ? (['pglite'] as const) : (['pglite', 'postgres'] as const);
export type Engine = 'pglite' | 'postgres';

/** A database of its own, empty and migrated; closing it removes it. */
export async function openTestDatabase(engine: Engine): Promise<Database> {
  const migrations = join(import.meta.dirname, '..', '..', 'migrations');
  const shared = { name: 'lti', migrations, logger: createLogger('lti', 'silent') };
  if (engine === 'pglite') {
    const dataDir = mkdtempSync(join(tmpdir(), 'mgv-lti-'));
    if (TEMPLATE !== undefined) cpSync(TEMPLATE, join(dataDir, 'lti', 'pgdata'), { recursive: true });
    const database = await openDatabase({ ...shared, url: undefined, dataDir });
    return closing(database, () => {
      rmSync(dataDir, { recursive: true, force: true });
      return Promise.resolve();
    });
  }
  const name = `lti_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(ADMIN_URL ?? '');
  url.pathname = `/${name}`;
  const database = await openDatabase({ ...shared, url: url.href, dataDir: '' });
  return closing(database, () => asAdmin(`drop database ${name} with (force)`));
}

function closing(database: Database, after: () => Promise<void>): Database {
  return {
    ...database,
    close: async () => {
      await database.close();
      await after();
    },
  };
}

/** How many rows a table has. */
export async function countRows({ db }: Database, table: 'people' | 'courses' | 'links' | 'sessions'): Promise<number> {
  return db.$count(sql.identifier(table));
}

async function asAdmin(statement: string): Promise<void> {
  const admin = drizzle(ADMIN_URL ?? '');
  await admin.execute(sql.raw(statement));
  await admin.$client.end();
}
