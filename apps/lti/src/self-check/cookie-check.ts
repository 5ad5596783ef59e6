import type { CookieCheck } from '@mgv/contracts';
import type { Request, Response } from 'express';

const COOKIE = 'mgv-check=1';
const ATTRIBUTES = 'HttpOnly; Secure; SameSite=None; Partitioned; Path=/api/self-check';

/** Sets a cookie like that of a login, for the page to see whether it comes back. It holds nothing. */
export function setCheckCookie(res: Response): void {
  res.append('Set-Cookie', `${COOKIE}; ${ATTRIBUTES}; Max-Age=60`);
}

/** Whether the cookie came back; takes it away. */
export function readCheckCookie(req: Request, res: Response): CookieCheck {
  const arrived = (req.get('cookie') ?? '').split(/;\s*/).includes(COOKIE);
  if (arrived) res.append('Set-Cookie', `mgv-check=; ${ATTRIBUTES}; Max-Age=0`);
  return { arrived };
}
