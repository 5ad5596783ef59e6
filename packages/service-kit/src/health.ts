import { Router } from 'express';

/** Throws, or rejects, while the service cannot do its work. */
export type ReadyCheck = () => Promise<void>;

/**
 * `GET /health/live`: 200 as long as the process answers. `GET /health/ready`: 200 when every check passes, else 503
 * with the names of those that do not.
 *
 * @param checks - By name, for example `database`; each gets 2 s.
 */
export function healthRouter(checks: Record<string, ReadyCheck>): Router {
  const router = Router();
  router.get('/health/live', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/health/ready', async (_req, res) => {
    const names = Object.keys(checks);
    const results = await Promise.allSettled(Object.values(checks).map(withinTwoSeconds));
    const failing = names.filter((_name, index) => results[index]?.status === 'rejected');
    res
      .status(failing.length === 0 ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(failing.length === 0 ? { status: 'ok' } : { status: 'unavailable', failing });
  });
  return router;
}

async function withinTwoSeconds(check: ReadyCheck): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in 2 s'));
    }, 2000);
  });
  try {
    await Promise.race([check(), late]);
  } finally {
    clearTimeout(timer);
  }
}
