import { Router } from 'express';
import { actorOf } from '../actor/actor.middleware.ts';
import type { Deps } from '../assignments/open-assignment.ts';
import { summaryList } from './student-summary.ts';

/** `/api/summaries`: all that an observer may ask. */
export function summariesRouter(deps: Deps): Router {
  const router = Router();
  router.get('/api/summaries', async (req, res) => {
    res.json(await summaryList(deps, actorOf(req, 'observer')));
  });
  return router;
}
