import { ProblemError } from '@mgv/service-kit';
import type { Request } from 'express';
import { z } from 'zod';

/**
 * An id in a path.
 *
 * @throws {ProblemError} `not-found` when it is not a uuid, as for one that does not exist.
 */
export function idOf(req: Request, name: string): string {
  const parsed = z.uuid().safeParse(req.params[name]);
  if (!parsed.success) throw ProblemError.common('not-found');
  return parsed.data;
}
