import { join } from 'node:path';
import express, { type Express, urlencoded } from 'express';
import { healthRouter, keptSecret, listen, type Logger, notFound, type RunningService } from '@mgv/service-kit';
import { lockFolder } from '@mgv/service-kit/folder-lock';
import { initialState } from './courses/activities.ts';
import { copyRouter } from './courses/copy.router.ts';
import { courseRouter, pickerRouter } from './courses/course.router.ts';
import { coursesRouter } from './courses/courses.router.ts';
import { createSessions } from './courses/session.ts';
import { signInRouter } from './courses/sign-in.router.ts';
import { deepLinkingRouter } from './deep-linking/deep-linking.router.ts';
import { createSelections } from './deep-linking/selections.ts';
import { type Faults, WELL_BEHAVED } from './faults/faults.ts';
import { createFaults } from './faults/faults.router.ts';
import { storageFrameRouter } from './frames/storage-frame.router.ts';
import { createAccess } from './gradebook/access.ts';
import { gradebookRouter } from './gradebook/gradebook.router.ts';
import { lineItemsRouter } from './gradebook/line-items.router.ts';
import { reviewRouter } from './gradebook/review.router.ts';
import { scoresRouter } from './gradebook/scores.router.ts';
import { membersRouter } from './members/members.router.ts';
import { noticeHandlersRouter } from './notices/notice-handlers.router.ts';
import { createNotices } from './notices/notices.ts';
import { assetsRouter } from './pages/assets.router.ts';
import { rememberLanguage } from './pages/language.ts';
import { problemPages } from './pages/problem-page.ts';
import { securityHeaders } from './pages/security-headers.ts';
import { authRouter } from './platform/auth.router.ts';
import { createBeginLaunch } from './platform/begin-launch.ts';
import { discoveryRouter } from './platform/discovery.router.ts';
import { launchRouter } from './platform/launch.router.ts';
import { createLaunchReports } from './platform/launch-reports.ts';
import { createLaunches } from './platform/launches.ts';
import { platformAt } from './platform/platform.ts';
import { openPlatformKey, type PlatformKey } from './platform/platform-key.ts';
import { returnRouter } from './platform/return.router.ts';
import { createSigner, type Signer } from './platform/signed-text.ts';
import { tokenRouter } from './platform/token.router.ts';
import { openStateStore, type StateStore } from './storage/state-store.ts';
import { registrationRouter } from './tools/registration.router.ts';
import { createRegistrationTokens } from './tools/registration-tokens.ts';
import { createTools, fixedTool, originsOf } from './tools/tool.ts';
import { toolsRouter } from './tools/tools.router.ts';

/** Settings of the practice LMS. */
export interface DemoLmsOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** The issuer; by default `http://localhost` with the port. */
  baseUrl?: string;
  /** Base address of the tool that is registered by hand, without a slash at its end. */
  toolUrl: string;
  /** State and key are kept in `demo-lms` in it. */
  dataDir: string;
  /** `lti_storage_target` of logins; by default the page around the frame. */
  storageTarget?: Faults['storageTarget'];
  logger: Logger;
  now: () => Date;
  fetch: typeof globalThis.fetch;
}

/**
 * Starts the practice LMS. Its folder belongs to one process at a time.
 *
 * @throws {EnvironmentError} when the port or the folder is taken, or what it kept cannot be read.
 */
export async function startDemoLms(options: DemoLmsOptions): Promise<RunningService> {
  const folder = join(options.dataDir, 'demo-lms');
  const unlock = await lockFolder(folder);
  try {
    const store = await openStateStore(folder, initialState);
    const key = await openPlatformKey(folder);
    const signer = createSigner(keptSecret(options.dataDir, 'demo-lms-key'));
    const app = express();
    const { host, port } = options;
    const service = await listen({ app, host, port, closers: [store.settled, unlock] });
    const issuer = options.baseUrl ?? `http://localhost:${String(service.port)}`;
    mount(app, { ...options, issuer, store, key, signer });
    return service;
  } catch (error) {
    await unlock();
    throw error;
  }
}

interface Parts extends DemoLmsOptions {
  issuer: string;
  store: StateStore;
  key: PlatformKey;
  signer: Signer;
}

function mount(app: Express, { issuer, storageTarget = '_parent', ...given }: Parts): void {
  const { store, logger, now, key, signer } = given;
  const platform = platformAt(issuer);
  const sessions = createSessions(signer);
  const tools = createTools(store, fixedTool(given.toolUrl), given.fetch);
  const injection = createFaults({ ...WELL_BEHAVED, storageTarget });
  const faults = injection.current;
  const common = { ...given, platform, sessions, tools, faults };
  const launches = createLaunches(now);
  const selections = createSelections(now);
  const tokens = createRegistrationTokens(now);
  const reports = createLaunchReports(store, logger);
  const access = createAccess(signer, now);
  const notices = createNotices(common);
  const beginLaunch = createBeginLaunch({ ...common, launches, reports });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    securityHeaders(() => originsOf(tools.active())),
    rememberLanguage,
  );
  app.use(healthRouter({ state: store.settled }), assetsRouter(), storageFrameRouter(tools, faults));
  app.use(injection.router, gradebookRouter(platform, store, sessions), reviewRouter({ ...common, beginLaunch }));
  app.use(['/lti/token', '/lti/courses'], injection.strike);
  app.use(lineItemsRouter({ platform, store, access }), scoresRouter({ platform, store, access, now }));
  app.use(membersRouter({ ...common, access }), noticeHandlersRouter({ ...common, access, notices }));
  app.use(discoveryRouter(platform, key), registrationRouter({ store, tokens, faults }));
  app.use(urlencoded({ extended: false, limit: '500kb' }));
  app.use(tokenRouter({ ...common, launches }));
  app.use(signInRouter(sessions), coursesRouter(store, sessions), courseRouter({ ...common, reports }));
  app.use(pickerRouter(common), copyRouter({ store, sessions, notices }), toolsRouter({ ...common, tokens }));
  app.use(launchRouter({ ...common, beginLaunch }), returnRouter(logger));
  app.use(authRouter({ ...common, launches, selections, reports }));
  app.use(deepLinkingRouter({ ...common, launches, selections }));
  app.use(notFound);
  app.use(problemPages(logger));
}
