import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, type Ended, type Environment, freePort, run, type Service, startService } from './processes.ts';

/** The whole product beside a practice LMS, on ports and a data folder of its own. */
export interface System {
  lmsUrl: string;
  toolUrl: string;
  gradingUrl: string;
  environment: Environment;
  processes: Partial<Record<Service, ChildProcess>>;
  start: (service: Service) => Promise<void>;
  /** SIGKILL: nothing is tidied up. */
  kill: (service: Service) => Promise<void>;
  /** SIGTERM: as on a deployment. */
  halt: (service: Service) => Promise<void>;
  admin: (...args: string[]) => Promise<Ended>;
  close: () => Promise<void>;
}

/** @param extra - Settings beside the addresses: `DATABASE_URL_GRADING` … */
export async function startSystem(extra: Environment = {}): Promise<System> {
  const [lmsPort, ltiPort, gradingPort] = [await freePort(), await freePort(), await freePort()];
  const dataDir = mkdtempSync(join(tmpdir(), 'mgv-system-'));
  const lmsUrl = `http://localhost:${String(lmsPort)}`;
  const toolUrl = `http://127.0.0.1:${String(ltiPort)}`;
  const gradingUrl = `http://127.0.0.1:${String(gradingPort)}`;
  const environment: Environment = {
    DATA_DIR: dataDir,
    DEMO_LMS_PORT: String(lmsPort),
    DEMO_LMS_URL: lmsUrl,
    LTI_PORT: String(ltiPort),
    PUBLIC_URL: toolUrl,
    TOOL_URL: toolUrl,
    LTI_URL: toolUrl,
    GRADING_PORT: String(gradingPort),
    GRADING_URL: gradingUrl,
    ALLOW_PRIVATE_NETWORKS: '1',
    LOG_LEVEL: 'warn',
    ...extra,
  };
  const processes: System['processes'] = {};
  const stop = async (service: Service, signal: NodeJS.Signals): Promise<void> => {
    const child = processes[service];
    if (child) await end(child, signal);
  };
  const system: System = {
    lmsUrl,
    toolUrl,
    gradingUrl,
    environment,
    processes,
    start: async (service) => {
      processes[service] = await startService(service, environment);
    },
    kill: (service) => stop(service, 'SIGKILL'),
    halt: (service) => stop(service, 'SIGTERM'),
    admin: (...args) => run('commands/src/admin.ts', args, environment),
    close: async () => {
      await Promise.all(Object.values(processes).map((child) => end(child)));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await Promise.all((['demo-lms', 'lti', 'grading'] as const).map((service) => system.start(service)));
    await register(system);
  } catch (error) {
    await system.close();
    throw error;
  }
  return system;
}

/** Registers the practice LMS the way an admin does. */
async function register(system: System): Promise<void> {
  const { lmsUrl } = system;
  const done = await system.admin(
    ...['platform', 'add', '--issuer', lmsUrl, '--client-id', 'mgv-practice', '--deployment-id', '1'],
    ...['--auth-url', `${lmsUrl}/lti/auth`, '--token-url', `${lmsUrl}/lti/token`, '--jwks-url', `${lmsUrl}/lti/jwks`],
    ...['--name', 'Oefen-LMS'],
  );
  if (done.code !== 0) throw new Error(`registering failed: ${done.stderr}`);
}
