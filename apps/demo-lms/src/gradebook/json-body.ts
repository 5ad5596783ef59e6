import type { Request } from 'express';

/** The JSON of a request whose body was read as text; `undefined` when it is not JSON. */
export function readBody(req: Request): unknown {
  const body: unknown = req.body;
  if (typeof body !== 'string') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
