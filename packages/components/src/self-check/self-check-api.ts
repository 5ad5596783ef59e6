import type { CookieCheck, ScoreCheck, SelfCheck } from '@mgv/contracts';
import { type Api, createApi } from '../shared/api.ts';
import { currentLanguage } from '../shared/language.ts';

/** What the page asks of the service; every call rejects as {@link Api} does. */
export interface SelfCheckApi {
  read: () => Promise<SelfCheck>;
  /** Sends a score for the platform's test student. */
  tryScore: () => Promise<ScoreCheck>;
  /** Whether a cookie comes back. */
  cookie: () => Promise<boolean>;
}

/** The self-check's part of `/api`; the cookie alone is asked for with cookies. */
export function createSelfCheckApi(api: Api, token: string): SelfCheckApi {
  const withCookies = createApi({ token, language: currentLanguage, credentials: 'same-origin' });
  return {
    read: () => api.get('/self-check'),
    tryScore: () => api.post('/self-check/score'),
    cookie: async () => {
      await withCookies.post('/self-check/cookie');
      return (await withCookies.get<CookieCheck>('/self-check/cookie')).arrived;
    },
  };
}
