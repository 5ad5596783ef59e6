import type { Scenario, ScenarioSummary } from '@mgv/core';
import {
  createPlatformFetch,
  healthRouter,
  listen,
  type Logger,
  notFound,
  problemHandler,
  requireServiceKey,
  type RunningService,
} from '@mgv/service-kit';
import type { Database } from '@mgv/service-kit/database';
import express, { type Express, Router } from 'express';
import helmet from 'helmet';
import { AccessTokens } from './access-tokens/access-tokens.ts';
import { accessTokensRouter } from './access-tokens/access-tokens.router.ts';
import { apiGatewayRouter } from './api-gateway/api-gateway.router.ts';
import { actorSigner } from './api-gateway/sign-actor.ts';
import { deepLinkingRouter } from './deep-linking/deep-linking.router.ts';
import { previewRouter } from './deep-linking/preview.router.ts';
import { checksRouter } from './launch/checks.router.ts';
import { launchRouter } from './launch/launch.router.ts';
import { MAX_TOKEN_BYTES } from './launch/token-checks.ts';
import { loginRouter } from './login/login.router.ts';
import { LoginStates } from './login/login-states.ts';
import { resumeRouter } from './session/resume.router.ts';
import { createSessionPages } from './session/session-page.ts';
import { CourseHistory } from './notices/course-history.ts';
import { NoticeHandlers } from './notices/notice-handlers.ts';
import { noticesRouter } from './notices/notices.router.ts';
import { assetsRouter } from './pages/assets.router.ts';
import { readPageAssets } from './pages/page-assets.ts';
import { refusalHandler } from './pages/refusal-page.ts';
import type { DeploymentPolicy } from './platforms/deployments.ts';
import { jwksRouter } from './platforms/jwks.router.ts';
import { PlatformKeys } from './platforms/platform-keys.ts';
import { platformsRouter } from './platforms/platforms.router.ts';
import { Registrations } from './platforms/registrations.ts';
import { startLtijs } from './platforms/start-ltijs.ts';
import { registrationLinksRouter } from './registration/registration-links.router.ts';
import { registrationPagesRouter } from './registration/registration-pages.router.ts';
import { membersAsker } from './roster/ask-members.ts';
import { rosterRouter } from './roster/roster.router.ts';
import { Rosters } from './roster/rosters.ts';
import { selfCheckRouter } from './self-check/self-check.router.ts';

/** What the tool is made of; tests hand in their own. */
export interface LtiOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** How browsers and platforms reach the tool, without a slash at its end. */
  publicUrl: string;
  gradingUrl: string;
  serviceKey: string;
  encryptionKey: string;
  allowPrivateNetworks: boolean;
  /** What happens at the first launch of a deployment. */
  deploymentPolicy?: DeploymentPolicy;
  /** Closed with the service. */
  database: Database;
  scenarios: readonly ScenarioSummary[];
  /** The same scenarios whole, by id. */
  content: ReadonlyMap<string, { scenario: Scenario }>;
  /** `packages/components/dist`. */
  pagesFolder: string;
  logger: Logger;
  now?: () => Date;
}

/**
 * Starts the LTI tool.
 *
 * @throws {EnvironmentError} when the pages have not been built, or the port is taken.
 */
export async function startLti(options: LtiOptions): Promise<RunningService> {
  const { host, port, database } = options;
  const app = await createApp(options);
  return listen({ app, host, port, closers: [() => database.close()] });
}

async function createApp(options: LtiOptions): Promise<Express> {
  const { database, encryptionKey, allowPrivateNetworks, logger, now = () => new Date() } = options;
  const { deploymentPolicy = 'first' } = options;
  const pages = readPageAssets(options.pagesFolder);
  const { db } = database;
  await database.ping();
  const ltijs = await startLtijs(db, encryptionKey);
  const registrations = new Registrations({ db, ltijs, encryptionKey, deploymentPolicy, now });
  const fetchPlatform = createPlatformFetch({ allowPrivateNetworks });
  const keys = new PlatformKeys({ fetch: fetchPlatform, now });
  const accessTokens = new AccessTokens({ registrations, fetch: fetchPlatform, now });
  const fetchMembers = createPlatformFetch({ allowPrivateNetworks, timeoutMs: 15_000, maxBytes: 10_000_000 });
  const askerFor = membersAsker({ accessTokens, fetch: fetchMembers });
  const states = new LoginStates(encryptionKey);
  const sessionPages = createSessionPages(encryptionKey, pages);
  const shared = { ...options, db, registrations, states, sessionPages, pages, now };
  const courseHistory = new CourseHistory(shared);
  const handlers = new NoticeHandlers({ ...shared, accessTokens, fetch: fetchPlatform });
  const launched = handlers.see.bind(handlers);

  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(securityHeaders());
  const launching = [loginRouter(shared), launchRouter({ ...shared, keys, launched }), resumeRouter(shared)] as const;
  app.use(ltiRouter([...launching, registrationPagesRouter(shared)], logger));
  app.use(healthRouter({ database: database.ping }));
  app.use(assetsRouter(options.pagesFolder));
  app.use(jwksRouter(registrations), checksRouter());
  const internal = [
    platformsRouter(shared),
    registrationLinksRouter(shared),
    accessTokensRouter({ accessTokens, logger }),
  ];
  app.use(internalRouter(options.serviceKey, internal));
  app.use(noticesRouter({ ...shared, keys, courseHistory }));
  app.use(deepLinkingRouter(shared), previewRouter(shared));
  const rosters = new Rosters({ db, now, logger, askerFor });
  app.use(rosterRouter({ db, rosters, now }), selfCheckRouter({ ...shared, rosters, fetch: fetchPlatform }));
  app.use(apiGatewayRouter({ ...shared, courseHistory, signActor: actorSigner(options.serviceKey, now), fetch }));
  app.use(notFound);
  app.use(problemHandler(logger));
  return app;
}

/** Headers of everything; a page sets its own policy, because its platform may frame it. */
function securityHeaders(): express.RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // `frame-ancestors` says who may frame a page; this older header knows no list.
    xFrameOptions: false,
    // The tool may be opened in a window by the platform, and has to be able to speak with it.
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** What a person's browser is sent to: refusals are pages. */
function ltiRouter(routers: [Router, ...Router[]], logger: Logger): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: MAX_TOKEN_BYTES + 20_000, parameterLimit: 50 });
  router.use(['/lti/login', '/lti/launch', '/lti/register'], form);
  router.use(...routers);
  router.use('/lti', refusalHandler(logger));
  return router;
}

/** What only our own programs may ask. */
function internalRouter(serviceKey: string, routers: readonly Router[]): Router {
  const router = Router();
  router.use('/internal', requireServiceKey(serviceKey), express.json({ limit: '100kb' }), ...routers);
  return router;
}
