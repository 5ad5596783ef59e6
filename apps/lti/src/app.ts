import type { ScenarioSummary } from '@mgv/core';
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
import { launchRouter } from './launch/launch.router.ts';
import { MAX_TOKEN_BYTES } from './launch/token-checks.ts';
import { loginRouter } from './login/login.router.ts';
import { Logins } from './login/logins.ts';
import { assetsRouter } from './pages/assets.router.ts';
import { readPageAssets } from './pages/page-assets.ts';
import { refusalHandler } from './pages/refusal-page.ts';
import { jwksRouter } from './platforms/jwks.router.ts';
import { PlatformKeys } from './platforms/platform-keys.ts';
import { platformsRouter } from './platforms/platforms.router.ts';
import { Registrations } from './platforms/registrations.ts';
import { startLtijs } from './platforms/start-ltijs.ts';

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
  /** Closed with the service. */
  database: Database;
  scenarios: readonly ScenarioSummary[];
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
  const pages = readPageAssets(options.pagesFolder);
  const { db } = database;
  await database.ping();
  const ltijs = await startLtijs(db, encryptionKey);
  const registrations = new Registrations({ db, ltijs, encryptionKey, now });
  const fetchPlatform = createPlatformFetch({ allowPrivateNetworks });
  const keys = new PlatformKeys({ fetch: fetchPlatform, now });
  const accessTokens = new AccessTokens({ registrations, fetch: fetchPlatform, now });
  const shared = { ...options, db, registrations, logins: new Logins(db), now };

  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(securityHeaders());
  app.use(ltiRouter([loginRouter(shared), launchRouter({ ...shared, keys, pages })], logger));
  app.use(healthRouter({ database: database.ping }));
  app.use(assetsRouter(options.pagesFolder));
  app.use(jwksRouter(registrations));
  app.use(internalRouter(options.serviceKey, [platformsRouter(shared), accessTokensRouter({ accessTokens, logger })]));
  app.use(deepLinkingRouter(shared));
  app.use(apiGatewayRouter({ ...shared, signActor: actorSigner(options.serviceKey, now), fetch }));
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
function ltiRouter(routers: [Router, Router], logger: Logger): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: MAX_TOKEN_BYTES + 20_000, parameterLimit: 50 });
  router.use(['/lti/login', '/lti/launch'], form);
  router.use(...routers);
  router.use(['/lti/login', '/lti/launch'], refusalHandler(logger));
  return router;
}

/** What only our own programs may ask. */
function internalRouter(serviceKey: string, routers: readonly Router[]): Router {
  const router = Router();
  router.use('/internal', requireServiceKey(serviceKey), express.json({ limit: '100kb' }), ...routers);
  return router;
}
