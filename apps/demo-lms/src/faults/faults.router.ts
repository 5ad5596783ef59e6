import { json, type RequestHandler, Router } from 'express';
import { parse } from '@mgv/service-kit';
import { changeFaults, type Faults, FaultsSchema } from './faults.ts';

/** Misbehaviour on demand, for tests of what a tool does about it. */
export interface FaultInjection {
  /** `GET|POST|DELETE /api/faults`: shows it, changes what the body names, puts everything right again. */
  router: Router;
  /** Goes before the token and gradebook services. */
  strike: RequestHandler;
  /** As it is now. */
  current: () => Faults;
}

const ChangeSchema = FaultsSchema.partial();

/** @param initial - The behaviour at the start, and after `DELETE`; nothing of a change is kept. */
export function createFaults(initial: Faults): FaultInjection {
  let faults = initial;
  const take = (): void => {
    const { count, ...rest } = faults;
    if (count === undefined) return;
    faults = count > 1 ? { ...rest, count: count - 1 } : { ...rest, scores: 'none' };
  };
  const router = Router();
  router.get('/api/faults', (_req, res) => {
    res.json(faults);
  });
  router.post('/api/faults', json(), (req, res) => {
    const given = Object.entries(parse(ChangeSchema, req.body)).filter(([, value]) => value !== undefined);
    faults = changeFaults(faults, Object.fromEntries(given));
    res.json(faults);
  });
  router.delete('/api/faults', (_req, res) => {
    faults = initial;
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
  return { router, strike, current: () => faults };
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
