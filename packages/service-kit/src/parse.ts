import { faultPath } from '@mgv/core';
import type { z } from 'zod';
import { ProblemError } from './problem.ts';

/**
 * Parses what came from outside.
 *
 * @throws {ProblemError} `invalid-request` with the path of each fault.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, data: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => ({ path: faultPath(path), message }));
  throw ProblemError.common('invalid-request', { faults });
}
