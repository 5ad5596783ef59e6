import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ServiceName, serviceOptions } from '../running/service-options.ts';

/** A program under measurement. */
export interface Child {
  pid: number;
  stop: () => Promise<void>;
}

/** Starts a service as `npm run serve` would. */
export function startService(name: ServiceName, environment: NodeJS.ProcessEnv): Promise<Child> {
  const { main, execArgv, env } = serviceOptions(name, environment);
  return ready(fork(main, [], { env, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }), name);
}

/** Starts one of the yardsticks beside this file. */
export function startYardstick(file: string, args: readonly string[]): Promise<Child> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return ready(fork(path, [...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }), file);
}

async function ready(child: ChildProcess, name: string): Promise<Child> {
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => {
      resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`${name} ended with ${String(code)}`));
    });
  });
  return {
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
      }),
  };
}

/** Resident memory of a process in megabytes (10⁶ bytes); Linux only. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024) / 1e6;
}

/** Processor time a process used so far, user and system, in milliseconds (10 ms steps); Linux only. */
export function cpuMilliseconds(pid: number): number {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
