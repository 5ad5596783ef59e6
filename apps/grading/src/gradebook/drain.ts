import { isUnavailable, type Logger } from '@mgv/service-kit';
import { type BackOff, waitBeforeRetry } from './back-off.ts';
import { deliver, type DeliverDeps } from './deliver.ts';
import { DeliveryError, LeaseLostError } from './delivery.error.ts';
import type { Wake } from './gradebook-change.ts';
import { type Lease, releaseLease, renewLease, takeLease } from './leases.repository.ts';
import { type Passback, selectOptionalDue, updateWaiting } from './passbacks.repository.ts';

/** What delivering needs. */
export interface DrainDeps extends DeliverDeps {
  logger: Logger;
  backOff: BackOff;
  wake: Wake;
}

/** Milliseconds after which a drain leaves the rest to a next job. */
const LONGEST_DRAIN = 20_000;

async function recordFailure(deps: DrainDeps, passback: Passback, failure: DeliveryError): Promise<void> {
  const { db, now, backOff, wake } = deps;
  const at = now();
  const tries = passback.tries + 1;
  const tooLong = at.getTime() - passback.waitingSince.getTime() >= backOff.giveUpAfter;
  if (failure.final || tooLong) {
    const reason = failure.final ? failure.code : 'gave-up';
    await updateWaiting(db, passback, { state: 'refused', reason, tries, nextTryAt: null, updatedAt: at });
    return;
  }
  const wait = waitBeforeRetry(backOff, tries, failure.retryAfter);
  const nextTryAt = new Date(at.getTime() + wait);
  await db.transaction(async (tx) => {
    await updateWaiting(tx, passback, { reason: failure.code, tries, nextTryAt, updatedAt: at });
    await wake(tx, passback.tenantId, nextTryAt);
  });
}

async function deliverOne(deps: DrainDeps, passback: Passback, keepLease: () => Promise<void>): Promise<void> {
  const { db, now, logger } = deps;
  const facts = { passbackId: passback.id, tenantId: passback.tenantId };
  try {
    const { state, reason } = await deliver(deps, passback, keepLease);
    const tries = passback.tries + (state === 'not-connected' ? 0 : 1);
    await updateWaiting(db, passback, { state, reason, tries, nextTryAt: null, updatedAt: now() });
    logger.info({ ...facts, outcome: state, reason }, 'score delivered');
  } catch (error) {
    if (error instanceof LeaseLostError || isUnavailable(error)) throw error;
    const failure = error instanceof DeliveryError ? error : new DeliveryError('server-error', false, { cause: error });
    logger.warn({ ...facts, reason: failure.code, final: failure.final, err: failure }, 'score not delivered');
    await recordFailure(deps, passback, failure);
  }
}

async function deliverDue(deps: DrainDeps, lease: Lease, mayGoOn: () => boolean): Promise<void> {
  const { db, now } = deps;
  const keepLease = async (): Promise<void> => {
    if (!(await renewLease(db, lease, now()))) throw new LeaseLostError();
  };
  while (mayGoOn()) {
    const due = await selectOptionalDue(db, lease.tenantId, now());
    if (!due) return;
    await deliverOne(deps, due, keepLease);
  }
}

/**
 * Delivers what is due for one tenant, one score at a time: never two under way for one line item and person, and no more
 * than one for a platform. Whoever finds the tenant's lease taken leaves at once; its holder looks again after giving the
 * lease back, so nothing is left lying.
 *
 * @param mayGoOn - False stops after the score under way.
 */
export async function drain(deps: DrainDeps, tenantId: string, mayGoOn: () => boolean): Promise<void> {
  const { db, now, wake } = deps;
  const until = performance.now() + LONGEST_DRAIN;
  const inTime = (): boolean => mayGoOn() && performance.now() < until;
  for (;;) {
    const lease = await takeLease(db, tenantId, now());
    if (!lease) return;
    try {
      await deliverDue(deps, lease, inTime);
    } finally {
      await releaseLease(db, lease);
    }
    if (!(await selectOptionalDue(db, tenantId, now()))) return;
    if (!inTime()) {
      await wake(db, tenantId);
      return;
    }
  }
}
