import { createPlatformFetch } from '@mgv/service-kit';
import { Router } from 'express';
import { registrationRouter } from './registration.router.ts';
import { settingsRouter } from './settings.router.ts';
import { registrationStaticRouter } from './static.router.ts';

/** An LMS takes its time to make a registration. */
const TIMEOUT_MS = 10_000;

type Needs = Omit<Parameters<typeof registrationRouter>[0], 'fetch'> & { allowPrivateNetworks: boolean };

/** Everything for whoever manages an LMS: registering by link and by hand. */
export function registrationPagesRouter(needs: Needs): Router {
  const fetch = createPlatformFetch({ allowPrivateNetworks: needs.allowPrivateNetworks, timeoutMs: TIMEOUT_MS });
  return Router().use(registrationRouter({ ...needs, fetch }), settingsRouter(needs), registrationStaticRouter());
}
