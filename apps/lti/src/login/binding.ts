import type { Request, Response } from 'express';
import type { Login } from './login-states.ts';

/** One cookie, and one place in the platform's storage, per login: logins in several tabs leave each other alone. */
const shortOf = ({ id }: Pick<Login, 'id'>): string => id.slice(0, 12);
const nameOf = (login: Pick<Login, 'id'>): string => `mgv-login-${shortOf(login)}`;

/** The key under which the platform's storage keeps the secret of this login. */
export const storageKeyOf = (login: Pick<Login, 'id'>): string => `mgv-${shortOf(login)}`;

/**
 * Binds a login to this browser, for as long as its state lives. `Partitioned` lets the cookie through inside a frame of
 * another site where third-party cookies are blocked.
 */
export function setBindingCookie(res: Response, login: Login, secret: string): void {
  const attributes = 'HttpOnly; Secure; SameSite=None; Partitioned; Path=/lti; Max-Age=600';
  res.append('Set-Cookie', `${nameOf(login)}=${secret}; ${attributes}`);
}

/** Leaves a mark by which the next request shows whether cookies come back at all. */
export function setProbeCookie(res: Response): void {
  res.append('Set-Cookie', 'mgv-login-probe=1; HttpOnly; Secure; SameSite=None; Partitioned; Path=/lti; Max-Age=600');
}

/** Whether this browser sent back any cookie of ours. */
export const bringsCookies = (req: Request): boolean => /(^|;\s*)mgv-login-/.test(req.get('cookie') ?? '');

/** The secret of this login's cookie; `null` when the browser did not send it. */
export function readBindingCookie(req: Request, login: Login): string | null {
  const name = `${nameOf(login)}=`;
  const found = (req.get('cookie') ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(name));
  return found === undefined ? null : found.slice(name.length);
}

/**
 * Whether a form was sent by a page of our own. Anybody can put a secret into a form; only our page can have read it
 * from the platform's storage.
 */
export function isFromOurPage(req: Request, publicUrl: string): boolean {
  const site = req.get('sec-fetch-site');
  return site === undefined ? req.get('origin') === new URL(publicUrl).origin : site === 'same-origin';
}
