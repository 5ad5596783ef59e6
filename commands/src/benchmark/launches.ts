import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlatformSchema } from '@mgv/contracts';
import { freePort } from '../running/free-port.ts';
import { internalApi } from '../running/internal-api.ts';
import { readSettings } from '../running/settings.ts';
import { type Child, cpuMilliseconds, startService, startYardstick } from './child.ts';
import { launchEvenly, launchMany, type LoadPlatform, type LoadTarget, startLoadPlatform } from './launch-load.ts';

/** One program under the load of launches. */
interface Contender {
  name: string;
  child: Child;
  target: LoadTarget;
  rates: number[];
  cpu: number[];
  /** Clears this tool's data away; the yardsticks have none. */
  tidy?: () => void;
}

/** What was measured for one program. */
export interface LaunchFigures {
  name: string;
  /** Median over the rounds. */
  perSecond: number;
  /** Median processor time of the program, per login and launch. */
  cpuMs: number;
  /** How long this tool took for one login and launch, in milliseconds, when 500 came evenly in a minute. */
  evenly: { p50: number; p95: number } | null;
}

/** Launches before measuring, so that each program runs compiled code. */
const WARM_UP = 1000;
/** Launches in each of the five rounds. */
const LAUNCHES = 600;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function simple(name: string, file: string, platform: LoadPlatform, paths: [string, string]): Promise<Contender> {
  const port = await freePort();
  const child = await startYardstick(file, [String(port), platform.issuer]);
  const target = { base: `http://127.0.0.1:${String(port)}`, loginPath: paths[0], launchPath: paths[1] };
  return { name, child, target, rates: [], cpu: [] };
}

/** This tool, on PGlite or, with a connection string, on PostgreSQL. */
async function tool(name: string, platform: LoadPlatform, databaseUrl?: string): Promise<Contender> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'mgv-bench-'));
  const base = `http://127.0.0.1:${String(port)}`;
  const environment = {
    ...process.env,
    DATA_DIR: dataDir,
    LTI_PORT: String(port),
    PUBLIC_URL: base,
    LTI_URL: base,
    ALLOW_PRIVATE_NETWORKS: '1',
    LOG_LEVEL: 'warn',
    ...(databaseUrl !== undefined && { DATABASE_URL_LTI: databaseUrl }),
  };
  const child = await startService('lti', environment);
  await internalApi(readSettings(environment))({
    service: 'lti',
    path: '/internal/platforms',
    answer: PlatformSchema,
    body: {
      issuer: platform.issuer,
      clientId: 'bench',
      deploymentIds: ['1'],
      authUrl: `${platform.issuer}/auth`,
      tokenUrl: `${platform.issuer}/token`,
      jwksUrl: `${platform.issuer}/jwks`,
      name: 'Benchmark',
    },
  });
  const tidy = (): void => {
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    name,
    child,
    target: { base, loginPath: '/lti/login', launchPath: '/lti/launch' },
    rates: [],
    cpu: [],
    tidy,
  };
}

/**
 * Launches (login + launch) of this tool, of ltijs as documented and of the least handler, in turns on the same machine in
 * the same minutes.
 *
 * @param databaseUrl - PostgreSQL for the second run of this tool.
 */
export async function measureLaunches(databaseUrl: string): Promise<LaunchFigures[]> {
  const platform = await startLoadPlatform(await freePort());
  const contenders = [
    await simple('vanilla ltijs, database in memory', './vanilla-ltijs.ts', platform, ['/login', '/']),
    await simple('Express 5 + jose, no database', './minimal-handler.ts', platform, ['/lti/login', '/lti/launch']),
    await tool('this tool on PGlite', platform),
    await tool('this tool on PostgreSQL', platform, databaseUrl),
  ];
  try {
    for (const { target } of contenders) await launchMany(platform, target, WARM_UP);
    for (let round = 0; round < 5; round += 1) {
      for (const { child, target, rates, cpu } of contenders) {
        const before = cpuMilliseconds(child.pid);
        rates.push(await launchMany(platform, target, LAUNCHES));
        cpu.push((cpuMilliseconds(child.pid) - before) / LAUNCHES);
      }
    }
    const figures: LaunchFigures[] = [];
    for (const { name, target, rates, cpu, tidy } of contenders) {
      const ours = tidy !== undefined;
      const times = ours ? await launchEvenly(platform, target, { count: 500, seconds: 60 }) : null;
      const at = (share: number): number => times?.[Math.floor(times.length * share)] ?? Number.NaN;
      const evenly = times && { p50: at(0.5), p95: at(0.95) };
      figures.push({ name, perSecond: median(rates), cpuMs: median(cpu), evenly });
    }
    return figures;
  } finally {
    await Promise.all(contenders.map(({ child }) => child.stop()));
    for (const { tidy } of contenders) tidy?.();
    platform.close();
  }
}
