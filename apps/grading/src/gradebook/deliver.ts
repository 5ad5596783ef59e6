import { type AgsPoints, sameScore } from '@mgv/core';
import type { PlatformFetch } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import {
  type Assignment,
  isLineItemTaken,
  selectAssignment,
  updateAssignment,
} from '../assignments/assignments.repository.ts';
import { selectParticipant } from '../assignments/participants.repository.ts';
import type { GetAccessToken } from './access-token.ts';
import { agsSender, postScore, readResult, type SendAgs } from './ags-client.ts';
import { DeliveryError } from './delivery.error.ts';
import type { Reason } from './explain-reason.ts';
import { SCOPES, whyNotConnected } from './gradebook-state.ts';
import { findOrCreateLineItem } from './line-item.ts';
import type { Passback } from './passbacks.repository.ts';

/** What a delivery needs. */
export interface DeliverDeps {
  db: Db;
  now: () => Date;
  fetch: PlatformFetch;
  getAccessToken: GetAccessToken;
}

/** How a delivery ended. */
export interface Delivered {
  state: 'confirmed' | 'sent' | 'refused' | 'not-connected';
  reason: Reason | null;
}

async function lineItemOf(deps: DeliverDeps, assignment: Assignment, send: SendAgs): Promise<string> {
  const { gradebook, ownLineItem, linkId, scenarioId, settings } = assignment;
  const known = gradebook?.lineItem ?? ownLineItem;
  if (known !== null) return known;
  if (!gradebook) throw new DeliveryError('no-claim', true);
  const { title, points } = settings;
  const isTaken = (id: string): Promise<boolean> => isLineItemTaken(deps.db, assignment, id);
  const found = await findOrCreateLineItem(send, gradebook, { linkId, scenarioId, title, points, isTaken });
  await updateAssignment(deps.db, assignment, { ownLineItem: found, updatedAt: deps.now() });
  return found;
}

async function forgetLineItem({ db, now }: DeliverDeps, assignment: Assignment, error: unknown): Promise<void> {
  const gone = error instanceof DeliveryError && error.code === 'not-found' && assignment.ownLineItem !== null;
  if (gone) await updateAssignment(db, assignment, { ownLineItem: null, updatedAt: now() });
}

/** After a score was taken: does the gradebook show it? Failing to find out is no reason to send it again. */
async function verify(read: (() => Promise<AgsPoints | null>) | null, score: AgsPoints): Promise<Delivered> {
  if (!read) return { state: 'sent', reason: 'not-checked' };
  try {
    const result = await read();
    return result && sameScore(result, score)
      ? { state: 'confirmed', reason: null }
      : { state: 'sent', reason: 'differs' };
  } catch (error) {
    if (error instanceof DeliveryError) return { state: 'sent', reason: 'not-checked' };
    throw error;
  }
}

/** After a 409: our own score, whose answer was lost, or somebody's newer one. */
async function reconcile(read: (() => Promise<AgsPoints | null>) | null, score: AgsPoints): Promise<Delivered> {
  const result = read && (await read());
  const ours = result !== null && sameScore(result, score);
  return ours ? { state: 'confirmed', reason: null } : { state: 'refused', reason: 'stale' };
}

/**
 * Delivers one score: finds the line item, posts, reads the result back. Posts a final score or nothing, so that it can
 * never clear a mark.
 *
 * @param keepLease - Called before every request; throws when another instance took over.
 * @throws {DeliveryError} when it has to be tried again, or never.
 */
export async function deliver(
  deps: DeliverDeps,
  passback: Passback,
  keepLease: () => Promise<void>,
): Promise<Delivered> {
  const { tenantId, scoreGiven, scoreMaximum, comment, timestamp } = passback;
  const assignment = await selectAssignment(deps.db, { tenantId, id: passback.assignmentId });
  const reason = whyNotConnected(assignment.gradebook);
  if (reason) return { state: 'not-connected', reason };
  const { lmsUserId: userId } = await selectParticipant(deps.db, { tenantId, id: passback.participantId });
  const known: string[] = Object.values(SCOPES);
  const scopes = (assignment.gradebook?.scopes ?? []).filter((scope) => known.includes(scope));
  const send = agsSender({ ...deps, tenantId, scopes, keepLease });
  const score = { scoreGiven, scoreMaximum };
  try {
    const lineItem = await lineItemOf(deps, assignment, send);
    const read = scopes.includes(SCOPES.result) ? () => readResult(send, lineItem, userId) : null;
    const accepted = await postScore(send, lineItem, {
      userId,
      ...score,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      timestamp: timestamp.toISOString(),
      ...(comment !== '' && { comment }),
    });
    return await (accepted ? verify(read, score) : reconcile(read, score));
  } catch (error) {
    await forgetLineItem(deps, assignment, error);
    throw error;
  }
}
