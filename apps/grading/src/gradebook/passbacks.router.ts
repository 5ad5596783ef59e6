import { ProblemError } from '@mgv/service-kit';
import { Router } from 'express';
import { actorOf } from '../actor/actor.middleware.ts';
import { type Deps, openAssignment } from '../assignments/open-assignment.ts';
import { idOf } from '../request-id.ts';
import type { Wake } from './gradebook-change.ts';
import { passbackView } from './passback-view.ts';
import { selectOptionalPassback, updateToRetry } from './passbacks.repository.ts';

/** `/api/passbacks/:id/retry`: a trainer has a score sent again. Does nothing to one that arrived or gave way. */
export function passbacksRouter(deps: Deps & { wake: Wake }): Router {
  const router = Router();
  router.post('/api/passbacks/:id/retry', async (req, res) => {
    const actor = actorOf(req, 'trainer', 'assistant');
    const key = { tenantId: actor.tenantId, id: idOf(req, 'id') };
    const assignment = await openAssignment(deps, actor);
    const before = await selectOptionalPassback(deps.db, key);
    if (before?.assignmentId !== assignment.id) throw ProblemError.common('not-found');
    const after = await deps.db.transaction(async (tx) => {
      if (await updateToRetry(tx, key, deps.now())) await deps.wake(tx, key.tenantId);
      return selectOptionalPassback(tx, key);
    });
    res.json(passbackView(after ?? before));
  });
  return router;
}
