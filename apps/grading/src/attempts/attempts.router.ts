import { SaveAnswerSchema } from '@mgv/contracts';
import { parse } from '@mgv/service-kit';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { actorOf } from '../actor/actor.middleware.ts';
import type { Deps } from '../assignments/open-assignment.ts';
import { idOf } from '../request-id.ts';
import { attemptView } from './attempt-view.ts';
import { handIn } from './hand-in.ts';
import { ownAttempt } from './own-attempt.ts';
import { type AnswerPlace, lockAnswer, saveAnswer } from './save-answer.ts';
import { startAttempt } from './start-attempt.ts';

const StepIdSchema = z.string();

function placeOf(req: Request): AnswerPlace {
  return { attemptId: idOf(req, 'id'), stepId: parse(StepIdSchema, req.params['stepId']) };
}

/** `/api/attempts`: what a student does. */
export function attemptsRouter(deps: Deps): Router {
  const router = Router();
  router.post('/api/attempts', async (req, res) => {
    const { assignment, attempt, started } = await startAttempt(deps, actorOf(req, 'student'));
    res.status(started ? 201 : 200).json(await attemptView(deps, deps.db, assignment, attempt));
  });
  router.get('/api/attempts/:id', async (req, res) => {
    const { assignment, attempt } = await ownAttempt(deps, actorOf(req, 'student'), idOf(req, 'id'));
    res.json(await attemptView(deps, deps.db, assignment, attempt));
  });
  router.put('/api/attempts/:id/answers/:stepId', async (req, res) => {
    const actor = actorOf(req, 'student');
    res.json(await saveAnswer(deps, actor, placeOf(req), parse(SaveAnswerSchema, req.body)));
  });
  router.post('/api/attempts/:id/answers/:stepId/lock', async (req, res) => {
    const actor = actorOf(req, 'student');
    res.json(await lockAnswer(deps, actor, placeOf(req), parse(SaveAnswerSchema, req.body)));
  });
  router.post('/api/attempts/:id/hand-in', async (req, res) => {
    const { assignment, attempt } = await handIn(deps, actorOf(req, 'student'), idOf(req, 'id'));
    res.json(await attemptView(deps, deps.db, assignment, attempt));
  });
  return router;
}
