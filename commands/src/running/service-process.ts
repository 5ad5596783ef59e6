import { type ChildProcess, fork } from 'node:child_process';
import { type ServiceName, serviceOptions } from './service-options.ts';
import { CommandError } from './settings.ts';

/** A service that runs as a child process. */
interface ServiceProcess {
  name: ServiceName;
  child: ChildProcess;
}

/** Runs a service and waits until it takes requests; rejects when it ended instead (it has said why itself). */
async function startService(name: ServiceName, environment: NodeJS.ProcessEnv): Promise<ServiceProcess> {
  const { main, execArgv, env } = serviceOptions(name, environment);
  const child = fork(main, [], { execArgv, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => {
      resolve();
    });
    child.once('exit', (code) => {
      reject(new CommandError(`${name} did not start (exit code ${String(code)}); the reason stands above.`));
    });
  });
  return { name, child };
}

/**
 * Runs services side by side until this process is told to stop. A service that ends on its own after it had started
 * is started again, after 1 s at first and 30 s at most.
 *
 * @returns a function that stops all and waits for them.
 * @throws when one of them does not start; the others are stopped first.
 */
export async function runServices(
  names: readonly ServiceName[],
  environment: NodeJS.ProcessEnv,
): Promise<() => Promise<void>> {
  const running = new Map<ServiceName, ChildProcess>();
  let stopping = false;

  const watch = ({ name, child }: ServiceProcess, delayMs: number): void => {
    running.set(name, child);
    const startedAt = Date.now();
    child.once('exit', (code, signal) => {
      running.delete(name);
      if (stopping) return;
      const delay = Date.now() - startedAt > 60_000 ? 1000 : Math.min(delayMs, 30_000);
      console.error(`${name} ended (${signal ?? String(code)}); it starts again in ${String(delay / 1000)} s`);
      setTimeout(() => void restart(name, delay * 2), delay);
    });
  };
  const restart = async (name: ServiceName, delayMs: number): Promise<void> => {
    if (stopping) return;
    try {
      watch(await startService(name, environment), delayMs);
    } catch {
      setTimeout(() => void restart(name, Math.min(delayMs * 2, 30_000)), delayMs);
    }
  };
  const stop = async (): Promise<void> => {
    stopping = true;
    await Promise.all([...running.values()].map(stopChild));
  };

  const started = await Promise.allSettled(names.map((name) => startService(name, environment)));
  for (const result of started) if (result.status === 'fulfilled') watch(result.value, 1000);
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return stop;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(timer);
}

/** Stops everything on Ctrl+C or SIGTERM, then ends this process. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let asked = false;
  const end = (): void => {
    if (asked) return;
    asked = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
