import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  AttemptViewSchema,
  GradingViewSchema,
  type PlatformRequest,
  PlatformSchema,
  SubmissionListSchema,
} from '@mgv/contracts';
import { z } from 'zod';
import { freePort } from '../running/free-port.ts';
import { internalApi } from '../running/internal-api.ts';
import { readSettings } from '../running/settings.ts';
import { type Child, residentMegabytes, startService } from './child.ts';
import { type LaunchedApi, launchOverHttp } from './http-launch.ts';

/** Milliseconds from the click on release to the mark in the gradebook, and memory afterwards. */
export interface ReleaseFigures {
  releases: number;
  p50: number;
  p95: number;
  /** Megabytes (10⁶ bytes) by program, after `launches` launches. */
  memory: Record<'lti' | 'grading' | 'demo-lms', number>;
  launches: number;
}

interface Databases {
  lti: string;
  grading: string;
}

interface Running {
  lmsUrl: string;
  toolUrl: string;
  children: Record<'lti' | 'grading' | 'demo-lms', Child>;
  stop: () => Promise<void>;
}

const GradebookSchema = z.array(z.object({ userId: z.string(), activityId: z.string(), score: z.number().nullable() }));

const practicePlatform = (lms: string): PlatformRequest => ({
  issuer: lms,
  clientId: 'mgv-practice',
  deploymentIds: ['1'],
  authUrl: `${lms}/lti/auth`,
  tokenUrl: `${lms}/lti/token`,
  jwksUrl: `${lms}/lti/jwks`,
  name: 'Oefen-LMS',
});

async function startAll(databases: Databases | null): Promise<Running> {
  const [lms, lti, grading] = [await freePort(), await freePort(), await freePort()].map(String);
  const dataDir = mkdtempSync(join(tmpdir(), 'mgv-bench-'));
  const toolUrl = `http://127.0.0.1:${String(lti)}`;
  const lmsUrl = `http://localhost:${String(lms)}`;
  const environment = {
    ...process.env,
    ...(databases && { DATABASE_URL_LTI: databases.lti, DATABASE_URL_GRADING: databases.grading }),
    DATA_DIR: dataDir,
    DEMO_LMS_PORT: lms,
    DEMO_LMS_URL: lmsUrl,
    LTI_PORT: lti,
    PUBLIC_URL: toolUrl,
    TOOL_URL: toolUrl,
    LTI_URL: toolUrl,
    GRADING_PORT: grading,
    GRADING_URL: `http://127.0.0.1:${String(grading)}`,
    ALLOW_PRIVATE_NETWORKS: '1',
    LOG_LEVEL: 'warn',
  };
  const children = {
    lti: await startService('lti', environment),
    grading: await startService('grading', environment),
    'demo-lms': await startService('demo-lms', environment),
  };
  await internalApi(readSettings(environment))({
    service: 'lti',
    path: '/internal/platforms',
    answer: PlatformSchema,
    body: practicePlatform(lmsUrl),
  });
  const stop = async (): Promise<void> => {
    await Promise.all(Object.values(children).map((child) => child.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { lmsUrl, toolUrl, children, stop };
}

/** Hands in an empty attempt of the first activity: everything is judged at once, so only the release is left. */
async function handIn(student: LaunchedApi): Promise<void> {
  const attempt = AttemptViewSchema.parse(await student('POST', '/api/attempts', {}));
  await student('POST', `/api/attempts/${attempt.id}/hand-in`, {});
}

async function untilInGradebook(lmsUrl: string, person: string, activity: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${lmsUrl}/api/gradebook`);
    const marks = GradebookSchema.parse(await response.json());
    const mark = marks.find(({ userId, activityId }) => userId === person && activityId === activity);
    if (mark && mark.score !== null) return;
    await wait(10);
  }
}

/** Hands in, grades and releases for each student and activity of the practice LMS. */
async function timeReleases({ lmsUrl, toolUrl }: Running): Promise<number[]> {
  const times: number[] = [];
  for (const activity of ['10', '12']) {
    for (const person of ['4', '5', '6']) {
      const student = await launchOverHttp(lmsUrl, toolUrl, { person, activity });
      await handIn(student);
      const trainer = await launchOverHttp(lmsUrl, toolUrl, { person: '2', activity });
      const { rows } = SubmissionListSchema.parse(await trainer('GET', '/api/submissions'));
      const attemptId = rows.find(({ state }) => state === 'graded' || state === 'to-grade')?.attemptId;
      const view = GradingViewSchema.parse(await trainer('GET', `/api/submissions/${String(attemptId)}`));
      const start = performance.now();
      await trainer('POST', `/api/submissions/${String(attemptId)}/release`, { version: view.versions.length });
      await untilInGradebook(lmsUrl, person, activity);
      times.push(performance.now() - start);
    }
  }
  return times;
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? Number.NaN;

/**
 * Runs the whole system several times (each time fresh, with the practice LMS's six student–activity pairs), then puts
 * `launches` launches on the last one and reads the memory of each program.
 *
 * @param databases - Connection strings per round, for PostgreSQL; `null` for PGlite.
 */
export async function measureReleases(
  rounds: readonly (Databases | null)[],
  launches: number,
): Promise<ReleaseFigures> {
  const times: number[] = [];
  let memory = { lti: Number.NaN, grading: Number.NaN, 'demo-lms': Number.NaN };
  for (const [index, databases] of rounds.entries()) {
    const running = await startAll(databases);
    try {
      times.push(...(await timeReleases(running)));
      if (index === rounds.length - 1) {
        await manyLaunches(running, launches);
        const { children } = running;
        memory = {
          lti: residentMegabytes(children.lti.pid),
          grading: residentMegabytes(children.grading.pid),
          'demo-lms': residentMegabytes(children['demo-lms'].pid),
        };
      }
    } finally {
      await running.stop();
    }
  }
  return { releases: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95), memory, launches };
}

/** Launches and opens the assignment, four at a time, so that grading works as well. */
async function manyLaunches({ lmsUrl, toolUrl }: Running, count: number): Promise<void> {
  let left = count;
  const worker = async (person: string): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const api = await launchOverHttp(lmsUrl, toolUrl, { person, activity: '10' });
      await api('GET', '/api/assignment');
    }
  };
  await Promise.all(['2', '4', '5', '6'].map(worker));
}
