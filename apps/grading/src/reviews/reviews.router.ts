import { Router } from 'express';
import { actorOf } from '../actor/actor.middleware.ts';
import type { Deps } from '../assignments/open-assignment.ts';
import { reviewFor } from './review.ts';

/** `/api/review`: which attempt a launch for one student's work is about. */
export function reviewsRouter(deps: Deps): Router {
  const router = Router();
  router.get('/api/review', async (req, res) => {
    res.json(await reviewFor(deps, actorOf(req, 'student', 'trainer', 'assistant')));
  });
  return router;
}
