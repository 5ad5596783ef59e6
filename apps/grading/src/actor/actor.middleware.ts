import { ACTOR_HEADER, ACTOR_TOKEN, type Actor, ActorSchema, type Role } from '@mgv/contracts';
import { ProblemError } from '@mgv/service-kit';
import type { Request, RequestHandler } from 'express';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { cleanText } from '../clean-text.ts';

const actors = new WeakMap<Request, Actor>();
const ClaimsSchema = z.object({ actor: ActorSchema });

/**
 * Reads who asks from the signed header that apps/lti adds; refuses requests without one.
 *
 * The handler rejects with {@link ProblemError} `unauthorised`.
 */
export function actorMiddleware(serviceKey: string, now: () => Date): RequestHandler {
  const key = new TextEncoder().encode(serviceKey);
  const { issuer, audience } = ACTOR_TOKEN;
  return async (req, _res, next) => {
    try {
      const options = { algorithms: ['HS256'], issuer, audience, currentDate: now(), clockTolerance: 5 };
      const { payload } = await jwtVerify(req.get(ACTOR_HEADER) ?? '', key, { ...options, requiredClaims: ['exp'] });
      const claims: unknown = JSON.parse(JSON.stringify(payload), cleanText);
      actors.set(req, ClaimsSchema.parse(claims).actor);
    } catch (cause) {
      throw ProblemError.common('unauthorised', { cause });
    }
    next();
  };
}

/**
 * Who asks.
 *
 * @param roles - Who may.
 * @throws {ProblemError} `forbidden` to every other role, `unauthorised` without an actor.
 */
export function actorOf(req: Request, ...roles: Role[]): Actor {
  const actor = actors.get(req);
  if (!actor) throw ProblemError.common('unauthorised');
  if (!roles.includes(actor.role)) throw ProblemError.common('forbidden');
  return actor;
}
