import { SetUpAssignmentSchema } from '@mgv/contracts';
import { parse } from '@mgv/service-kit';
import { Router } from 'express';
import { actorOf } from '../actor/actor.middleware.ts';
import { insertStaff } from '../staff/staff.repository.ts';
import { assignmentView } from './assignment-view.ts';
import { type Deps, openOptionalAssignment } from './open-assignment.ts';
import { setUpAssignment } from './set-up-assignment.ts';

/** `/api/assignment`: what is behind the actor's link. */
export function assignmentsRouter(deps: Deps): Router {
  const router = Router();
  router.get('/api/assignment', async (req, res) => {
    const actor = actorOf(req, 'student', 'trainer', 'assistant');
    if (actor.role !== 'student') await insertStaff(deps.db, actor);
    res.json(await assignmentView(deps, actor, await openOptionalAssignment(deps, actor)));
  });
  router.put('/api/assignment', async (req, res) => {
    const actor = actorOf(req, 'trainer');
    const assignment = await setUpAssignment(deps, actor, parse(SetUpAssignmentSchema, req.body));
    res.json(await assignmentView(deps, actor, assignment));
  });
  return router;
}
