import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';
import { EnvironmentError } from '../environment.ts';
import type { Logger } from '../logger.ts';
import { isUnavailable } from '../problem.ts';
import { lockFolder } from './folder-lock.ts';

/** A database or an open transaction on it: what every repository function takes. Same SQL on both engines. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** An open database, migrated to the newest version. */
export interface Database {
  db: Db;
  engine: 'pglite' | 'postgres';
  /** The PGlite instance, for libraries that want it; `null` on PostgreSQL. */
  pglite: PGlite | null;
  /** Rejects while the database cannot be reached. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
}

interface Open {
  /** PostgreSQL; without it PGlite is opened in `<dataDir>/<name>`. */
  url: string | undefined;
  dataDir: string;
  /** 'lti' or 'grading'. */
  name: string;
  /** Folder with the migrations that drizzle-kit wrote. */
  migrations: string;
  logger: Logger;
  /** Connections in the pool, on PostgreSQL. */
  poolSize?: number;
}

/**
 * Opens the service's own database and migrates it. Several instances may start at once on one PostgreSQL: the
 * migration waits its turn behind an advisory lock.
 *
 * @throws {EnvironmentError} when it cannot be reached, or another process holds the folder.
 */
export async function openDatabase(options: Open): Promise<Database> {
  return options.url === undefined ? openPglite(options) : openPostgres(options, options.url);
}

async function openPglite({ dataDir, name, migrations }: Open): Promise<Database> {
  // Loaded only here: on PostgreSQL the embedded engine would cost memory for nothing.
  const { openPgliteIn } = await import('./pglite.ts');
  const { drizzle: drizzlePglite } = await import('drizzle-orm/pglite');
  const { migrate: migratePglite } = await import('drizzle-orm/pglite/migrator');
  const folder = join(dataDir, name);
  const unlock = await lockFolder(folder);
  const pglite = await openPgliteIn(join(folder, 'pgdata')).catch((cause: unknown) => {
    throw new EnvironmentError(`cannot open the database in ${folder}`, { cause });
  });
  const db = drizzlePglite(pglite);
  await migratePglite(db, { migrationsFolder: migrations });
  return {
    db,
    engine: 'pglite',
    pglite,
    ping: async () => {
      await db.execute(sql`select 1`);
    },
    close: async () => {
      await pglite.close();
      await unlock();
    },
  };
}

async function openPostgres({ name, migrations, logger, poolSize = 10 }: Open, url: string): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    application_name: `mgv-${name}`,
    statement_timeout: 30_000,
  });
  pool.on('error', (error) => {
    logger.warn({ err: error }, 'a database connection was lost');
  });
  try {
    await migrateAlone(pool, name, migrations);
  } catch (cause) {
    await pool.end();
    const { host } = new URL(url);
    const why = isUnavailable(cause) ? 'cannot be reached' : `refused: ${cause instanceof Error ? cause.message : ''}`;
    throw new EnvironmentError(`DATABASE_URL_${name.toUpperCase()}: the database at ${host} ${why}`, { cause });
  }
  const db = drizzlePg(pool);
  return {
    db,
    engine: 'postgres',
    pglite: null,
    ping: async () => {
      await db.execute(sql`select 1`);
    },
    close: () => pool.end(),
  };
}

/** Migrates on one connection, behind an advisory lock that other instances wait for. */
async function migrateAlone(pool: Pool, name: string, migrations: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [`mgv-migrate-${name}`]);
    await migratePg(drizzlePg(client), { migrationsFolder: migrations });
    await client.query('select pg_advisory_unlock(hashtext($1))', [`mgv-migrate-${name}`]);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
