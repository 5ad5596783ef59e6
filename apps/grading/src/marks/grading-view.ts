import type { GradingView, MarkVersion } from '@mgv/contracts';
import { scoreAttempt } from '@mgv/core';
import type { Assignment } from '../assignments/assignments.repository.ts';
import type { Deps } from '../assignments/open-assignment.ts';
import { type Participant, selectParticipant } from '../assignments/participants.repository.ts';
import { answersOf, selectAnswers } from '../attempts/answers.repository.ts';
import { selectHandedIn } from '../attempts/attempts.repository.ts';
import { judgedLevels } from './judged-levels.ts';
import { type ReleasableMark, selectMarks } from './marks.repository.ts';
import type { HandedIn } from './submission.ts';
import { submissionList } from './submission-list.ts';

function markVersion(mark: ReleasableMark): MarkVersion {
  const { id, version, points, maximum, complete, judgements, comment, reason, authorName } = mark;
  return {
    id,
    version,
    points,
    maximum,
    complete,
    judgements,
    comment,
    reason,
    author: authorName,
    createdAt: mark.createdAt.toISOString(),
    releasedAt: mark.releasedAt?.toISOString() ?? null,
  };
}

type Place = Pick<GradingView, 'previous' | 'next' | 'position' | 'total' | 'passback'>;

/** Where a student stands among those who handed in, in the order of the list; test persons are among themselves. */
async function placeInList(deps: Deps, assignment: Assignment, { personId, test }: Participant): Promise<Place> {
  const { rows } = await submissionList(deps, assignment);
  const list = rows.filter((row) => row.attemptId !== null && row.test === test);
  const index = list.findIndex((row) => row.personId === personId);
  return {
    previous: list[index - 1]?.attemptId ?? null,
    next: list[index + 1]?.attemptId ?? null,
    position: index + 1,
    total: list.length,
    passback: list[index]?.passback ?? null,
  };
}

/** All that is needed to grade one attempt, keys included: never for a student. */
export async function gradingView(deps: Deps, assignment: Assignment, attempt: HandedIn): Promise<GradingView> {
  const { db, selectScenario } = deps;
  const { tenantId, participantId } = attempt;
  const participant = await selectParticipant(db, { tenantId, id: participantId });
  const { personId, name, ordinal, test } = participant;
  const scenario = await selectScenario(db, tenantId, attempt.scenarioVersion);
  const answers = answersOf(await selectAnswers(db, attempt));
  const marks = await selectMarks(db, tenantId, [attempt.id]);
  const { steps } = scoreAttempt(scenario, answers, judgedLevels(marks.at(-1)?.judgements ?? {}));
  const handedIn = await selectHandedIn(db, { tenantId, id: participantId });
  return {
    attemptId: attempt.id,
    attemptNumber: attempt.number,
    personId,
    name,
    ordinal,
    test,
    handedInAt: attempt.handedInAt.toISOString(),
    scenario,
    answers,
    points: Object.fromEntries(Object.entries(steps).map(([id, { points }]) => [id, points])),
    versions: marks.map(markVersion),
    attempts: handedIn.map(({ id, number }) => ({ id, number })),
    ...(await placeInList(deps, assignment, participant)),
  };
}
