import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type Service = 'lti' | 'grading' | 'demo-lms';
export type Environment = Record<string, string>;

/** A port of 127.0.0.1 that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** The settings of the machine that a program of ours may see: none of ours, so that each test sets its own. */
function bareEnvironment(): Environment {
  const keep = ['PATH', 'HOME', 'LANG', 'TMPDIR'];
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      keep.includes(key) && value !== undefined ? [[key, value]] : [],
    ),
  );
}

/** Starts a service as its own process and waits until it takes requests. */
export async function startService(service: Service, environment: Environment): Promise<ChildProcess> {
  const child = fork(`${ROOT}apps/${service}/src/main.ts`, [], {
    cwd: ROOT,
    env: { ...bareEnvironment(), NODE_COMPILE_CACHE: join(tmpdir(), 'mgv-compile-cache'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
  const output: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => {
      resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`${service} ended with ${String(code)}: ${output.join('')}`));
    });
  });
  return child;
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  child.kill(signal);
  await gone;
}

/** What a program printed, and how it ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of our programs to its end: `commands/src/admin.ts`, `apps/grading/src/main.ts` … */
export async function run(file: string, args: readonly string[], environment: Environment): Promise<Ended> {
  const child = spawn(process.execPath, [`${ROOT}${file}`, ...args], {
    cwd: ROOT,
    env: { ...bareEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { code, stdout, stderr };
}
