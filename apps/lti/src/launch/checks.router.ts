import { Router } from 'express';
import { launchChecks, useCheck } from './launch-checks.ts';

/** `GET /lti/checks`: what every launch goes through, in order, for whoever wants to see it. */
export function checksRouter(): Router {
  const checks = [...launchChecks, useCheck].map(({ code, rule, section }) => ({ code, rule, section }));
  const router = Router();
  router.get('/lti/checks', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=300').json({ checks });
  });
  return router;
}
