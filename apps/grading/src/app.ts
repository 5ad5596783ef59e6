import { fileURLToPath } from 'node:url';
import {
  createPlatformFetch,
  healthRouter,
  listen,
  type Logger,
  notFound,
  problemHandler,
  type RunningService,
} from '@mgv/service-kit';
import { type Database, openDatabase } from '@mgv/service-kit/database';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { actorMiddleware } from './actor/actor.middleware.ts';
import { assignmentsRouter } from './assignments/assignments.router.ts';
import type { Deps } from './assignments/open-assignment.ts';
import type { ScenarioSource } from './assignments/scenario-source.ts';
import { scenarioReader } from './assignments/scenario-versions.repository.ts';
import { attemptsRouter } from './attempts/attempts.router.ts';
import { cleanText } from './clean-text.ts';
import { accessTokens } from './gradebook/access-token.ts';
import type { BackOff } from './gradebook/back-off.ts';
import { drain } from './gradebook/drain.ts';
import { gradebookChanged, publishMark, type Wake } from './gradebook/gradebook-change.ts';
import { internalRouter } from './gradebook/internal.router.ts';
import { passbacksRouter } from './gradebook/passbacks.router.ts';
import { openQueue, type Queue } from './gradebook/queue.ts';
import { selfCheckRouter } from './gradebook/self-check.ts';
import { marksRouter } from './marks/marks.router.ts';
import { reviewsRouter } from './reviews/reviews.router.ts';
import { summariesRouter } from './summaries/summaries.router.ts';

/** What the service is made from. */
export interface GradingOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  dataDir: string;
  /** PostgreSQL; PGlite in `dataDir` when absent. */
  databaseUrl: string | undefined;
  /** Base URL of apps/lti. */
  ltiUrl: string;
  serviceKey: string;
  allowPrivateNetworks: boolean;
  source: ScenarioSource;
  logger: Logger;
  now: () => Date;
  backOff: BackOff;
  /** Milliseconds between looks for scores whose job was lost. */
  sweepEvery: number;
}

/** Folder with the migrations that drizzle-kit wrote. */
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

function createApp(options: GradingOptions, database: Database, wake: Wake): Express {
  const { serviceKey, logger, now, source } = options;
  const { db } = database;
  const deps: Deps & { wake: Wake } = {
    db,
    now,
    source,
    selectScenario: scenarioReader(),
    wake,
    gradebookChanged: (tx, assignment) => gradebookChanged({ now, wake }, tx, assignment),
    publishMark: (tx, participant) => publishMark({ now, wake }, tx, participant),
  };
  const app = express();
  app.disable('etag');
  app.use(helmet());
  app.use(healthRouter({ database: database.ping }));
  app.use(internalRouter({ db, now, wake, serviceKey }));
  app.use('/api', actorMiddleware(serviceKey, now), express.json({ limit: '256kb', reviver: cleanText }));
  app.use('/api', (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  app.use(assignmentsRouter(deps), attemptsRouter(deps), marksRouter(deps), passbacksRouter(deps));
  app.use(reviewsRouter(deps), summariesRouter(deps));
  app.use(selfCheckRouter({ db, now, ...platformAccess(options) }));
  app.use(notFound, problemHandler(logger));
  return app;
}

/** The way to platforms: by the guarded fetch, with tokens that apps/lti lends. */
function platformAccess({ ltiUrl, serviceKey, allowPrivateNetworks }: GradingOptions) {
  const fetchInside = createPlatformFetch({ allowPrivateNetworks: true });
  const getAccessToken = accessTokens({ ltiUrl, serviceKey, fetch: fetchInside });
  return { fetch: createPlatformFetch({ allowPrivateNetworks }), getAccessToken };
}

async function startDelivering(options: GradingOptions, { db }: Database, queue: Queue): Promise<() => Promise<void>> {
  const { logger, now, backOff } = options;
  let stopping = false;
  const deps = { db, now, logger, backOff, ...platformAccess(options), wake: queue.wake };
  await queue.work((tenantId) => drain(deps, tenantId, () => !stopping));
  return async () => {
    stopping = true;
    await queue.stop();
  };
}

/**
 * Starts the service: migrates the database, answers requests, delivers scores.
 *
 * @throws {EnvironmentError} when the database cannot be reached or the port is taken.
 */
export async function startGrading(options: GradingOptions): Promise<RunningService> {
  const { host, port, dataDir, databaseUrl, logger, now, sweepEvery } = options;
  const database = await openDatabase({ url: databaseUrl, dataDir, name: 'grading', migrations: MIGRATIONS, logger });
  const closers: (() => Promise<void>)[] = [database.close];
  try {
    const queue = await openQueue({ database, url: databaseUrl, now, logger, sweepEvery });
    closers.unshift(queue.stop);
    const app = createApp(options, database, queue.wake);
    closers.splice(0, 1, await startDelivering(options, database, queue));
    return await listen({ app, host, port, closers });
  } catch (error) {
    for (const close of closers) await close();
    throw error;
  }
}
