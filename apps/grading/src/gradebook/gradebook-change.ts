import type { Db } from '@mgv/service-kit/database';
import { toAgsPoints } from '@mgv/core';
import { type Assignment, selectAssignment } from '../assignments/assignments.repository.ts';
import { lockParticipant, type ParticipantKey, updateLastScoreAt } from '../assignments/participants.repository.ts';
import { selectHandedIn } from '../attempts/attempts.repository.ts';
import { countingMark } from '../marks/counting-mark.ts';
import { selectMarks } from '../marks/marks.repository.ts';
import { whyNotConnected } from './gradebook-state.ts';
import { connectPassbacks, insertPassback, selectNewestPassback, supersedeOlder } from './passbacks.repository.ts';
import { nextScoreTime } from './score-time.ts';

/** Sends, in the transaction, a job that has this tenant's scores delivered. */
export type Wake = (tx: Db, tenantId: string, startAfter?: Date) => Promise<void>;

interface Needs {
  now: () => Date;
  wake: Wake;
}

/**
 * Makes a passback, with its job, when another mark of a student counts than the one made for the gradebook last. Part of
 * the transaction that released a mark or changed which attempt counts. Marks of test persons stay here.
 */
export async function publishMark({ now, wake }: Needs, tx: Db, key: ParticipantKey): Promise<void> {
  const participant = await lockParticipant(tx, key);
  const { tenantId, assignmentId } = participant;
  if (participant.test) return;
  const assignment = await selectAssignment(tx, { tenantId, id: assignmentId });
  const attempts = await selectHandedIn(tx, participant);
  const marks = await selectMarks(
    tx,
    tenantId,
    attempts.map(({ id }) => id),
  );
  const counting = countingMark(attempts, marks, assignment.settings.counts);
  const newest = await selectNewestPassback(tx, participant);
  if (!counting || newest?.markVersionId === counting.mark.id) return;
  const at = now();
  const timestamp = nextScoreTime(at, participant.lastScoreAt);
  const reason = whyNotConnected(assignment.gradebook);
  await insertPassback(tx, {
    id: crypto.randomUUID(),
    tenantId,
    assignmentId,
    participantId: participant.id,
    markVersionId: counting.mark.id,
    ...toAgsPoints(counting.mark.points, counting.mark.maximum),
    comment: counting.mark.comment,
    timestamp,
    state: reason ? 'not-connected' : 'waiting',
    tries: 0,
    reason,
    nextTryAt: reason ? null : at,
    waitingSince: at,
    createdAt: at,
    updatedAt: at,
  });
  await updateLastScoreAt(tx, participant, timestamp);
  await supersedeOlder(tx, participant, timestamp, at);
  if (!reason) await wake(tx, tenantId);
}

/** Lets marks go that could not be sent before the platform's newest launch described a gradebook. */
export async function gradebookChanged({ now, wake }: Needs, tx: Db, assignment: Assignment): Promise<void> {
  if (whyNotConnected(assignment.gradebook)) return;
  const connected = await connectPassbacks(tx, assignment, now());
  if (connected > 0) await wake(tx, assignment.tenantId);
}
