import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A program under measurement. */
export interface Child {
  pid: number;
  stop: () => Promise<void>;
}

/** Starts a program of this repository and waits for its `ready`. */
export async function startChild(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Child> {
  const path = fileURLToPath(new URL(`../../../${file}`, import.meta.url));
  const child: ChildProcess = fork(path, [...args], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => {
      resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`${file} ended with ${String(code)}`));
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
        setTimeout(() => child.kill('SIGKILL'), 5000).unref();
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
