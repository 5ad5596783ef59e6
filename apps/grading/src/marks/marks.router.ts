import { ReleaseMarkSchema, SaveMarkSchema } from '@mgv/contracts';
import { parse } from '@mgv/service-kit';
import { Router } from 'express';
import { actorOf } from '../actor/actor.middleware.ts';
import { type Deps, openAssignment } from '../assignments/open-assignment.ts';
import { idOf } from '../request-id.ts';
import { gradingView } from './grading-view.ts';
import { releaseAll, releaseMark } from './release-mark.ts';
import { saveMark } from './save-mark.ts';
import { selectSubmission } from './submission.ts';
import { submissionList } from './submission-list.ts';

const GRADERS = ['trainer', 'assistant'] as const;

/** `/api/submissions` and `/api/releases`: what trainers and assistants do. */
export function marksRouter(deps: Deps): Router {
  const router = Router();
  router.get('/api/submissions', async (req, res) => {
    res.json(await submissionList(deps, await openAssignment(deps, actorOf(req, ...GRADERS))));
  });
  router.get('/api/submissions/:id', async (req, res) => {
    const { assignment, attempt } = await selectSubmission(deps, actorOf(req, ...GRADERS), idOf(req, 'id'));
    res.json(await gradingView(deps, assignment, attempt));
  });
  router.post('/api/submissions/:id/marks', async (req, res) => {
    const actor = actorOf(req, ...GRADERS);
    const { assignment, attempt } = await selectSubmission(deps, actor, idOf(req, 'id'));
    await saveMark(deps, actor, attempt, parse(SaveMarkSchema, req.body));
    res.status(201).json(await gradingView(deps, assignment, attempt));
  });
  router.post('/api/submissions/:id/release', async (req, res) => {
    const actor = actorOf(req, ...GRADERS);
    const { assignment, attempt } = await selectSubmission(deps, actor, idOf(req, 'id'));
    await releaseMark(deps, actor, attempt, parse(ReleaseMarkSchema, req.body).version);
    res.json(await gradingView(deps, assignment, attempt));
  });
  router.post('/api/releases', async (req, res) => {
    const actor = actorOf(req, ...GRADERS);
    res.json(await releaseAll(deps, actor, await openAssignment(deps, actor)));
  });
  return router;
}
