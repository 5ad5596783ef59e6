import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../running/free-port.ts';

const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres`, or `null` when PostgreSQL is not installed. */
export function postgresFolder(): string | null {
  const debian = existsSync(DEBIAN_FOLDER)
    ? readdirSync(DEBIAN_FOLDER).map((version) => join(DEBIAN_FOLDER, version, 'bin'))
    : [];
  const onPath = (process.env['PATH'] ?? '').split(':');
  return [...debian.reverse(), ...onPath].find((folder) => folder !== '' && existsSync(join(folder, 'initdb'))) ?? null;
}

/** A PostgreSQL server of our own in a temporary folder, for one run of the tests. */
export interface TestPostgres {
  /** Connection string of a superuser on the database `postgres`. */
  url: string;
  /** Makes an empty database; gives its connection string. */
  createDatabase: (name: string) => string;
  stop: () => Promise<void>;
}

/** The account that runs the server: PostgreSQL refuses root, so root hands over to `postgres`. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts PostgreSQL on a free port of 127.0.0.1, without durability (it lives as long as the tests).
 *
 * @param bin - From {@link postgresFolder}.
 */
export async function startPostgres(bin: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'mgv-postgres-'));
  const as = account();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'mgv', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'],
    { ...as, encoding: 'utf8', cwd: folder },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const args = [
    '-D',
    data,
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-k',
    folder,
    ...settings.flatMap((one) => ['-c', one]),
  ];
  const server = spawn(join(bin, 'postgres'), args, { ...as, cwd: folder, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => {
      resolve();
    });
  });
  await untilReady(bin, port, server.exitCode);
  const base = `postgres://mgv@127.0.0.1:${String(port)}`;
  return {
    url: `${base}/postgres`,
    createDatabase: (name) => {
      const done = spawnSync(join(bin, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'mgv', name]);
      if (done.status !== 0) throw new Error(`createdb ${name} failed`);
      return `${base}/${name}`;
    },
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      if (statSync(folder, { throwIfNoEntry: false })) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(bin: string, port: number, exitCode: number | null): Promise<void> {
  for (let tries = 0; tries < 300 && exitCode === null; tries += 1) {
    const asked = spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]);
    if (asked.status === 0) return;
    await wait(100);
  }
  throw new Error('PostgreSQL does not start');
}
