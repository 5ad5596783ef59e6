import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ACTOR_HEADER, type Actor } from '@mgv/contracts';
import { LANGUAGES } from '@mgv/core';
import { ProblemError } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import express, { type Request, type Response, Router } from 'express';
import type { CourseHistory } from '../notices/course-history.ts';
import { sessionOf } from '../session/require-session.ts';
import { actorOf } from './actor-of.ts';

const TIMEOUT_MS = 15_000;

interface Needs {
  db: Db;
  gradingUrl: string;
  courseHistory: CourseHistory;
  signActor: (actor: Actor) => Promise<string>;
  fetch: typeof fetch;
  now: () => Date;
}

/** `/api/*`: passes what a page asks on to apps/grading, in the name of its session. */
export function apiGatewayRouter({ db, gradingUrl, courseHistory, signActor, fetch, now }: Needs): Router {
  const router = Router();
  router.use('/api', express.raw({ type: 'application/json', limit: '256kb' }), async (req, res) => {
    const session = await sessionOf(req, db, now());
    const actor = actorOf(session, await courseHistory.of(session));
    const body = bodyOf(req);
    const asked: RequestInit = {
      method: req.method,
      headers: {
        [ACTOR_HEADER]: await signActor(actor),
        'accept-language': languageFor(req, actor),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    const address = addressAt(gradingUrl, req);
    const ask = (): Promise<globalThis.Response> => fetch(address, asked);
    // A kept connection may be closed at the moment it is used again. What may be done twice is asked twice.
    const answer = await (isRepeatable(req) ? ask().catch(ask) : ask()).catch((cause: unknown) => {
      throw ProblemError.common('unavailable', { cause });
    });
    await passBack(answer, res);
  });
  return router;
}

const isRepeatable = ({ method }: Request): boolean => ['GET', 'HEAD', 'PUT'].includes(method);

/**
 * The same path at grading; one that climbs out of `/api` does not exist.
 *
 * @throws {ProblemError} `not-found`.
 */
function addressAt(gradingUrl: string, req: Request): string {
  const query = req.originalUrl.indexOf('?');
  const text = `${gradingUrl}${req.baseUrl}${req.path}${query < 0 ? '' : req.originalUrl.slice(query)}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const root = new URL(`${gradingUrl}/api/`);
  if (url?.origin !== root.origin || !url.pathname.startsWith(root.pathname)) throw ProblemError.common('not-found');
  return url.href;
}

/** @throws {ProblemError} `invalid-request` for a body that is not JSON. */
function bodyOf(req: Request): Buffer<ArrayBuffer> | null {
  const sent = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (!sent) return null;
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body) || req.method === 'GET' || req.method === 'HEAD') {
    throw ProblemError.common('invalid-request');
  }
  return Buffer.from(body);
}

/** The language that the page asks for by name (its switch), else the session's. */
function languageFor(req: Request, actor: Actor): string {
  const asked = req.get('accept-language');
  return LANGUAGES.find((language) => language === asked) ?? actor.language;
}

async function passBack(answer: globalThis.Response, res: Response): Promise<void> {
  res.status(answer.status).set('Cache-Control', 'no-store');
  for (const name of ['content-type', 'retry-after', 'location', 'content-disposition']) {
    const value = answer.headers.get(name);
    if (value !== null) res.set(name, value);
  }
  if (!answer.body) {
    res.end();
    return;
  }
  // When either side goes away half-way the other is cut off; there is nobody left to tell.
  await pipeline(Readable.fromWeb(answer.body), res).catch(() => undefined);
}
