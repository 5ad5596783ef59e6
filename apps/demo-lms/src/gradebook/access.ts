import type { Request, RequestHandler, Response } from 'express';
import { type Grant, openAccessToken } from '../platform/access-token.ts';
import type { Signer } from '../platform/signed-text.ts';

/** Guards of the LTI services, to put before a handler. */
export interface Access {
  /** Lets a bearer token with one of these scopes through; else 401, or 403 for a token without them. */
  scope: (...scopes: readonly string[]) => RequestHandler;
  /** The tool whose bearer token a request has; empty when it has none. */
  clientId: (req: Request) => string;
  /** Lets an `Accept` header through that is this media type and nothing more, or absent; else 400. */
  accept: (mediaType: string) => RequestHandler;
  /** Lets a body of this media type through, with or without a charset; else 400. */
  contentType: (mediaType: string) => RequestHandler;
}

/** Refuses a service call: the reason stands in the status line, as some platforms do, and in the body. */
export function refuse(res: Response, status: number, reason: string): void {
  res.statusMessage = reason;
  res.status(status).json({ status, reason });
}

/** @param now - The clock that tokens expire by. */
export function createAccess(signer: Signer, now: () => Date): Access {
  const grantOf = (req: Request): Grant | null =>
    openAccessToken(signer, /^Bearer ([\w.-]+)$/.exec(req.get('authorization') ?? '')?.[1] ?? '', now());
  return {
    clientId: (req) => grantOf(req)?.clientId ?? '',
    scope:
      (...scopes) =>
      (req, res, next) => {
        const held = grantOf(req);
        if (held?.scopes.some((scope) => scopes.includes(scope))) {
          next();
          return;
        }
        if (!held) res.set('WWW-Authenticate', 'Bearer');
        refuse(res, held ? 403 : 401, held ? 'The token lacks the scope' : 'Unauthorized');
      },
    accept: (mediaType) => (req, res, next) => {
      const given = req.get('accept');
      if (given === undefined || given === mediaType) next();
      else refuse(res, 400, 'No handler for this Accept header');
    },
    contentType: (mediaType) => (req, res, next) => {
      const given = (req.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
      if (given === mediaType) next();
      else refuse(res, 400, 'No handler for this Content-Type');
    },
  };
}
