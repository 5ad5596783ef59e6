import type { Request, Response } from 'express';

const PREFIX = 'mgv-login-';

/** One cookie per login, so that logins in several tabs do not get in each other's way. */
const nameFor = (stateHash: string): string => PREFIX + stateHash.slice(0, 12);

/**
 * Binds a login to this browser. `Partitioned` lets the cookie through inside a frame of another site where third-party
 * cookies are blocked.
 */
export function setBindingCookie(res: Response, stateHash: string, secret: string): void {
  const attributes = 'HttpOnly; Secure; SameSite=None; Partitioned; Path=/lti; Max-Age=600';
  res.append('Set-Cookie', `${nameFor(stateHash)}=${secret}; ${attributes}`);
}

/** Removes the cookie of a login that is over. */
export function clearBindingCookie(res: Response, stateHash: string): void {
  res.append(
    'Set-Cookie',
    `${nameFor(stateHash)}=; HttpOnly; Secure; SameSite=None; Partitioned; Path=/lti; Max-Age=0`,
  );
}

/** The secret of this login's cookie; `null` when the browser did not send it. */
export function readBindingCookie(req: Request, stateHash: string): string | null {
  const name = `${nameFor(stateHash)}=`;
  const found = (req.get('cookie') ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(name));
  return found === undefined ? null : found.slice(name.length);
}
