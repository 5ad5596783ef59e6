import { join } from 'node:path';
import express, { type Express, urlencoded } from 'express';
import { healthRouter, keptSecret, listen, type Logger, notFound, type RunningService } from '@mgv/service-kit';
import { initialState } from './courses/activities.ts';
import { courseRouter } from './courses/course.router.ts';
import { membersRouter } from './courses/members.router.ts';
import { createSessions } from './courses/session.ts';
import { signInRouter } from './courses/sign-in.router.ts';
import { createFaults } from './faults/faults.router.ts';
import { createAccess } from './gradebook/access.ts';
import { gradebookRouter } from './gradebook/gradebook.router.ts';
import { lineItemsRouter } from './gradebook/line-items.router.ts';
import { scoresRouter } from './gradebook/scores.router.ts';
import { assetsRouter } from './pages/assets.router.ts';
import { rememberLanguage } from './pages/language.ts';
import { problemPages } from './pages/problem-page.ts';
import { securityHeaders } from './pages/security-headers.ts';
import { authRouter } from './platform/auth.router.ts';
import { deepLinkingRouter } from './platform/deep-linking.router.ts';
import { createSelections } from './platform/deep-linking-selections.ts';
import { discoveryRouter } from './platform/discovery.router.ts';
import { launchRouter } from './platform/launch.router.ts';
import { createLaunchReports } from './platform/launch-reports.ts';
import { createLaunches } from './platform/launches.ts';
import { platformAt } from './platform/platform.ts';
import { openPlatformKey, type PlatformKey } from './platform/platform-key.ts';
import { createSigner, type Signer } from './platform/signed-text.ts';
import { tokenRouter } from './platform/token.router.ts';
import { createToolKeys } from './platform/tool-keys.ts';
import { openStateStore, type StateStore } from './storage/state-store.ts';

/** Settings of the practice LMS. */
export interface DemoLmsOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** The issuer; by default `http://localhost` with the port. */
  baseUrl?: string;
  /** Base address of the tool, without a slash at its end. */
  toolUrl: string;
  /** State and key are kept in `demo-lms` in it. */
  dataDir: string;
  logger: Logger;
  now: () => Date;
  fetch: typeof globalThis.fetch;
}

/**
 * Starts the practice LMS.
 *
 * @throws {EnvironmentError} when the port is taken, or what it kept cannot be read.
 */
export async function startDemoLms(options: DemoLmsOptions): Promise<RunningService> {
  const folder = join(options.dataDir, 'demo-lms');
  const store = await openStateStore(folder, initialState);
  const key = await openPlatformKey(folder);
  const signer = createSigner(keptSecret(options.dataDir, 'demo-lms-key'));
  const app = express();
  const { host, port } = options;
  const service = await listen({ app, host, port, closers: [store.settled] });
  const issuer = options.baseUrl ?? `http://localhost:${String(service.port)}`;
  mount(app, { ...options, issuer, store, key, signer });
  return service;
}

interface Parts extends DemoLmsOptions {
  issuer: string;
  store: StateStore;
  key: PlatformKey;
  signer: Signer;
}

function mount(app: Express, { issuer, toolUrl, store, key, signer, logger, now, fetch }: Parts): void {
  const platform = platformAt(issuer, toolUrl);
  const sessions = createSessions(signer);
  const launches = createLaunches(now);
  const selections = createSelections(now);
  const reports = createLaunchReports(store, logger);
  const toolKeys = createToolKeys(platform.tool.jwksUrl, fetch);
  const access = createAccess(signer, now);
  const faults = createFaults();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders(platform.tool.origin), rememberLanguage);
  app.use(healthRouter({ state: store.settled }));
  app.use(faults.router, gradebookRouter(platform, store, sessions));
  app.use(['/lti/token', '/lti/courses'], faults.strike);
  app.use(lineItemsRouter({ platform, store, access }), scoresRouter({ platform, store, access, now }));
  app.use(membersRouter(platform, store, access), discoveryRouter(platform, key), assetsRouter());
  app.use(urlencoded({ extended: false, limit: '500kb' }));
  app.use(tokenRouter({ platform, toolKeys, signer, launches, now }));
  app.use(signInRouter(sessions), courseRouter({ platform, store, sessions, reports }));
  app.use(launchRouter({ platform, store, sessions, launches, reports, now }));
  app.use(authRouter({ platform, key, store, sessions, launches, selections, reports, now }));
  app.use(deepLinkingRouter({ platform, toolKeys, launches, selections, store, now }));
  app.use(notFound);
  app.use(problemPages(logger));
}
