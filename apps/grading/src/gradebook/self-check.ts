import type { Actor, ScoreCheck } from '@mgv/contracts';
import { sameScore } from '@mgv/core';
import { Router } from 'express';
import { actorOf } from '../actor/actor.middleware.ts';
import { type Assignment, selectOptionalAssignment } from '../assignments/assignments.repository.ts';
import { keyOf } from '../assignments/open-assignment.ts';
import { selectParticipants } from '../assignments/participants.repository.ts';
import { agsSender, postScore, readResult } from './ags-client.ts';
import type { DeliverDeps } from './deliver.ts';
import { DeliveryError } from './delivery.error.ts';
import { type Reason, REASONS } from './explain-reason.ts';
import { SCOPES, whyNotConnected } from './gradebook-state.ts';

const failed = (reason: Reason): ScoreCheck => ({ outcome: 'failed', explanation: REASONS[reason] });
const ended = (outcome: ScoreCheck['outcome']): ScoreCheck => ({ outcome, explanation: null });

/**
 * `POST /api/self-check/score`: posts the full score for the platform's own test student and reads it back, so that staff
 * see that marks arrive. Never for a real student, and never makes a column.
 */
export function selfCheckRouter(deps: DeliverDeps): Router {
  const router = Router();
  router.post('/api/self-check/score', async (req, res) => {
    const actor = actorOf(req, 'trainer', 'assistant', 'admin');
    res.json(await tryScore(deps, actor));
  });
  return router;
}

async function tryScore(deps: DeliverDeps, actor: Actor): Promise<ScoreCheck> {
  const reason = whyNotConnected(actor.gradebook);
  if (reason) return failed(reason);
  const assignment = await selectOptionalAssignment(deps.db, keyOf(actor));
  const participants = assignment ? await selectParticipants(deps.db, assignment) : [];
  const userId = participants.findLast(({ test }) => test)?.lmsUserId;
  if (!assignment || userId === undefined) return ended('no-test-person');
  const lineItem = actor.gradebook?.lineItem ?? assignment.ownLineItem;
  if (lineItem === null) return ended('no-column-yet');
  return postAndRead(deps, { assignment, scopes: actor.gradebook?.scopes ?? [], lineItem, userId });
}

interface Trial {
  assignment: Assignment;
  scopes: readonly string[];
  lineItem: string;
  /** The platform's test student. */
  userId: string;
}

async function postAndRead(deps: DeliverDeps, trial: Trial): Promise<ScoreCheck> {
  const { assignment, lineItem, userId } = trial;
  const known: readonly string[] = Object.values(SCOPES);
  const scopes = trial.scopes.filter((scope) => known.includes(scope));
  // No delivery: nothing is kept, and no other instance sends for a test student.
  const keepLease = (): Promise<void> => Promise.resolve();
  const send = agsSender({ ...deps, tenantId: assignment.tenantId, scopes, keepLease });
  const { points } = assignment.settings;
  const score = { scoreGiven: points, scoreMaximum: points };
  try {
    // 409: the same score of a moment ago, which the result tells as well.
    await postScore(send, lineItem, {
      userId,
      ...score,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      timestamp: deps.now().toISOString(),
    });
    if (!scopes.includes(SCOPES.result)) return ended('accepted');
    const result = await readResult(send, lineItem, userId);
    return ended(result && sameScore(result, score) ? 'confirmed' : 'differs');
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return error.final ? failed(error.code) : ended('try-later');
  }
}
