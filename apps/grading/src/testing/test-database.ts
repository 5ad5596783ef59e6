import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';

/** Where a test's service keeps its data. */
export interface TestDatabase {
  dataDir: string;
  databaseUrl: string | undefined;
  remove: () => Promise<void>;
}

/** An embedded database to copy; without it each test makes its own. */
const template = process.env['TEST_PGLITE_TEMPLATE'];
const admin = process.env['TEST_DATABASE_URL'];

async function asAdmin(statement: string): Promise<void> {
  const db = drizzle(admin ?? '');
  await db.execute(sql.raw(statement));
  await db.$client.end();
}

/** Both engines; PostgreSQL only where `TEST_DATABASE_URL` names a server, as the root test command always does. */
export const ENGINES = (['pglite', 'postgres'] as const).filter((name) => name === 'pglite' || admin !== undefined);

/** An empty database of its own. */
export async function createTestDatabase(engine: (typeof ENGINES)[number]): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mgv-grading-'));
  if (engine === 'pglite') {
    if (template !== undefined) cpSync(template, join(dataDir, 'grading', 'pgdata'), { recursive: true });
    const remove = (): Promise<void> => {
      rmSync(dataDir, { recursive: true, force: true });
      return Promise.resolve();
    };
    return { dataDir, databaseUrl: undefined, remove };
  }
  const name = `grading_${crypto.randomUUID().replaceAll('-', '')}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(admin ?? '');
  url.pathname = `/${name}`;
  const remove = async (): Promise<void> => {
    await asAdmin(`drop database ${name} with (force)`);
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { dataDir, databaseUrl: url.href, remove };
}
