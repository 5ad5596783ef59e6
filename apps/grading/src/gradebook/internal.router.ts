import { PassbackStateSchema, RetryPassbacksSchema } from '@mgv/contracts';
import { parse, requireServiceKey } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import { json, Router } from 'express';
import { z } from 'zod';
import type { Wake } from './gradebook-change.ts';
import { selectPassbackRows, selectRetryable } from './passback-list.repository.ts';
import { updateToRetry } from './passbacks.repository.ts';

const QuerySchema = z.object({ state: PassbackStateSchema.optional() });

interface Needs {
  db: Db;
  now: () => Date;
  wake: Wake;
  serviceKey: string;
}

/** `/internal/passbacks`: for the admin command. */
export function internalRouter({ db, now, wake, serviceKey }: Needs): Router {
  const router = Router();
  router.use('/internal', requireServiceKey(serviceKey), json({ limit: '256kb' }));
  router.get('/internal/passbacks', async (req, res) => {
    const { state } = parse(QuerySchema, req.query);
    res.json({ passbacks: await selectPassbackRows(db, state) });
  });
  router.post('/internal/passbacks/retry', async (req, res) => {
    const { ids } = parse(RetryPassbacksSchema, req.body);
    const retried = await db.transaction(async (tx) => {
      const tenants: string[] = [];
      for (const key of await selectRetryable(tx, ids)) {
        if (await updateToRetry(tx, key, now())) tenants.push(key.tenantId);
      }
      for (const tenantId of new Set(tenants)) await wake(tx, tenantId);
      return tenants.length;
    });
    res.json({ retried });
  });
  return router;
}
