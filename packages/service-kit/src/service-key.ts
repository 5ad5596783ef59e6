import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { ProblemError } from './problem.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The header with which our programs know each other. */
export const serviceAuthorization = (serviceKey: string): { Authorization: string } => ({
  Authorization: `Bearer ${serviceKey}`,
});

/** Lets only our own programs through; to everybody else the path does not exist. */
export function requireServiceKey(serviceKey: string): RequestHandler {
  const expected = digest(`Bearer ${serviceKey}`);
  return (req, _res, next) => {
    if (!timingSafeEqual(digest(req.get('authorization') ?? ''), expected)) throw ProblemError.common('not-found');
    next();
  };
}
