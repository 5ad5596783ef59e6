import { ProblemError } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import type { Request } from 'express';
import { hashOf } from '../login/secrets.ts';
import { selectOptionalSession, type Session, touchSession } from './session.repository.ts';

/** How often a session in use is noted as such. */
const TOUCH_EVERY_MS = 60_000;

/**
 * The session of a request, from its bearer token.
 *
 * @throws {ProblemError} `unauthorised` without a token, or with one that is unknown or over.
 */
export async function sessionOf(req: Request, db: Db, now: Date): Promise<Session> {
  const token = /^Bearer ([\w-]{43})$/.exec(req.get('authorization') ?? '')?.[1];
  if (token === undefined) throw ProblemError.common('unauthorised');
  const session = await selectOptionalSession(db, hashOf(token), now);
  if (!session) throw ProblemError.common('unauthorised');
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS) await touchSession(db, session.tokenHash, now);
  return session;
}
