import type { SubmissionList, SubmissionRow } from '@mgv/contracts';
import { maximumOfScenario } from '@mgv/core';
import type { Assignment } from '../assignments/assignments.repository.ts';
import { currentScenario, type Deps } from '../assignments/open-assignment.ts';
import { type Participant, selectParticipants } from '../assignments/participants.repository.ts';
import { type Attempt, selectAttemptsOf } from '../attempts/attempts.repository.ts';
import { passbackView } from '../gradebook/passback-view.ts';
import { type Passback, selectNewestPassbacks } from '../gradebook/passbacks.repository.ts';
import { selectStaff } from '../staff/staff.repository.ts';
import { type ReleasableMark, selectMarks } from './marks.repository.ts';

/** Everything about one student's row. */
interface Facts {
  participant: Participant;
  attempts: Attempt[];
  /** Of the newest handed-in attempt. */
  mark: ReleasableMark | null;
  passback: Passback | null;
  maximum: number;
}

function stateOf({ attempts, mark }: Facts, newest: Attempt | undefined): SubmissionRow['state'] {
  if (!newest) return attempts.length > 0 ? 'busy' : 'opened';
  if (!mark?.complete) return 'to-grade';
  return mark.releasedAt ? 'released' : 'graded';
}

function row(facts: Facts): SubmissionRow {
  const { participant, attempts, mark, passback, maximum } = facts;
  const newest = attempts.findLast(({ handedInAt }) => handedInAt !== null);
  const { personId, name, ordinal, test } = participant;
  return {
    personId,
    name,
    ordinal,
    test,
    state: stateOf(facts, newest),
    attempts: attempts.length,
    attemptId: newest?.id ?? null,
    attemptNumber: newest?.number ?? null,
    handedInAt: newest?.handedInAt?.toISOString() ?? null,
    points: mark?.points ?? null,
    maximum: mark?.maximum ?? maximum,
    passback: passback && passbackView(passback),
  };
}

const collator = new Intl.Collator('nl');

/** By name, those without one after them by number, test persons last. */
function inOrder(one: Participant, other: Participant): number {
  if (one.test !== other.test) return one.test ? 1 : -1;
  if ((one.name === null) !== (other.name === null)) return one.name === null ? 1 : -1;
  return collator.compare(one.name ?? '', other.name ?? '') || one.ordinal - other.ordinal;
}

/** The trainer's list: everybody who opened the assignment. */
export async function submissionList(deps: Deps, assignment: Assignment): Promise<SubmissionList> {
  const { db } = deps;
  const [participants, attempts, passbacks] = await Promise.all([
    selectParticipants(db, assignment),
    selectAttemptsOf(db, assignment),
    selectNewestPassbacks(db, assignment),
  ]);
  const marks = await selectMarks(
    db,
    assignment.tenantId,
    attempts.map(({ id }) => id),
  );
  const newestMark = new Map(marks.map((mark) => [mark.attemptId, mark]));
  const byPerson = Map.groupBy(attempts, ({ participantId }) => participantId);
  const maximum = maximumOfScenario((await currentScenario(deps, assignment)).scenario);
  const rows = participants.toSorted(inOrder).map((participant) => {
    const own = byPerson.get(participant.id) ?? [];
    const newest = own.findLast(({ handedInAt }) => handedInAt !== null);
    const mark = newestMark.get(newest?.id ?? '') ?? null;
    return row({ participant, attempts: own, mark, passback: passbacks.get(participant.id) ?? null, maximum });
  });
  const staff = await selectStaff(db, assignment);
  return { title: assignment.settings.title, settings: assignment.settings, rows, staff };
}
