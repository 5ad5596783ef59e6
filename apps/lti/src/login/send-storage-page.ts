import type { StoragePageData } from '@mgv/contracts';
import { languageOf } from '@mgv/service-kit';
import type { Request, Response } from 'express';
import { sendPage } from '../pages/app-page.ts';
import { originsOf } from '../pages/content-policy.ts';
import type { PageAssets } from '../pages/page-assets.ts';
import { frameOrigins } from '../platforms/frame-origins.ts';
import type { Registration } from '../platforms/registration.ts';
import type { Login } from './login-states.ts';

interface Sent {
  assets: PageAssets;
  registration: Registration;
  login: Login;
  storage: StoragePageData['storage'];
}

/**
 * Sends the page that speaks with the platform's storage, on either side of the platform's answer. The frame around it is
 * not known before the launch; there is nothing on it to press.
 *
 * @see https://www.imsglobal.org/spec/lti-cs-oidc/v0p1/#lti-login-initiation
 */
export function sendStoragePage(req: Request, res: Response, { assets, registration, login, storage }: Sent): void {
  sendPage(res, assets, {
    data: {
      page: 'storage',
      language: languageOf(req),
      frame: { target: login.storageTarget, origin: new URL(registration.authUrl).origin },
      storage,
    },
    frameAncestors: [...frameOrigins(registration), ...originsOf([req.get('referer')])],
  });
}
