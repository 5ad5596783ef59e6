import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Client, clientOf } from './start-test-grading.ts';
import { SERVICE_KEY } from './people.ts';
import type { TestDatabase } from './test-database.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(typeof address === 'object' && address ? address.port : 0);
}

/** The service as a program of its own, which can be killed. */
export interface Program extends Client {
  child: ChildProcess;
  /** SIGKILL: no time to finish anything. */
  kill: () => Promise<void>;
}

/** Runs `main.ts`. @throws when it ends instead of getting ready. */
export async function startProgram(database: TestDatabase, ltiUrl: string): Promise<Program> {
  const port = await freePort();
  const env = {
    PATH: process.env['PATH'],
    GRADING_PORT: port,
    DATA_DIR: database.dataDir,
    DATABASE_URL_GRADING: database.databaseUrl,
    LTI_URL: ltiUrl,
    SERVICE_KEY,
    ALLOW_PRIVATE_NETWORKS: '1',
    LOG_LEVEL: 'fatal',
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the service ended before it was ready');
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { child, kill, ...clientOf(`http://127.0.0.1:${port}`, () => new Date()) };
}
