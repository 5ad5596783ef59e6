import { json, type RequestHandler, Router } from 'express';
import { parse } from '@mgv/service-kit';
import { z } from 'zod';

/** How the gradebook services misbehave. */
const FaultsSchema = z.strictObject({
  /**
   * `down`: the connection is cut, of token requests too. `500` and `429`: scores are refused so. `slow`: scores are
   * stored, but answered late.
   */
  scores: z.enum(['none', 'down', '500', '429', 'slow']),
  /** How many requests it strikes; without it, all until it is changed. */
  count: z.int().positive().optional(),
  /** How late a slow answer is, in milliseconds. */
  delayMs: z.int().positive().max(120_000).default(10_000),
});
type Faults = z.infer<typeof FaultsSchema>;

/** Misbehaviour on demand, for tests of what a tool does about it. */
export interface FaultInjection {
  /** `GET|POST /api/faults`: shows it, sets it. */
  router: Router;
  /** Goes before the token and gradebook services. */
  strike: RequestHandler;
}

/** Starts well-behaved; nothing of it is kept. */
export function createFaults(): FaultInjection {
  let faults: Faults = { scores: 'none', delayMs: 10_000 };
  const take = (): void => {
    if (faults.count === undefined) return;
    faults =
      faults.count > 1 ? { ...faults, count: faults.count - 1 } : { ...faults, scores: 'none', count: undefined };
  };
  const router = Router();
  router.get('/api/faults', (_req, res) => {
    res.json(faults);
  });
  router.post('/api/faults', json(), (req, res) => {
    faults = parse(FaultsSchema, req.body);
    res.json(faults);
  });
  const strike: RequestHandler = (req, res, next) => {
    const posting = req.method === 'POST' && req.path.endsWith('/scores');
    const { scores, delayMs } = faults;
    if (scores === 'none' || (scores !== 'down' && !posting)) {
      next();
      return;
    }
    take();
    if (scores === 'down') req.socket.destroy();
    else if (scores === 'slow') answerLate(res, delayMs, next);
    else {
      if (scores === '429') res.set('Retry-After', '1');
      res.status(Number(scores)).json({ status: Number(scores), reason: 'Practice fault' });
    }
  };
  return { router, strike };
}

/** Lets the request through, and holds back the end of its answer. */
function answerLate(res: Parameters<RequestHandler>[1], delayMs: number, next: () => void): void {
  const end = res.end.bind(res);
  const late = (chunk?: unknown): typeof res => {
    const timer = setTimeout(() => {
      end(chunk);
    }, delayMs);
    res.once('close', () => {
      clearTimeout(timer);
    });
    return res;
  };
  res.end = late;
  next();
}
