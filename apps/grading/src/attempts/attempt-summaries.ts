import type { AttemptSummary } from '@mgv/contracts';
import { maximumOfScenario } from '@mgv/core';
import type { Assignment } from '../assignments/assignments.repository.ts';
import type { Deps } from '../assignments/open-assignment.ts';
import type { ParticipantKey } from '../assignments/participants.repository.ts';
import { countingMark } from '../marks/counting-mark.ts';
import { releasedMark, selectMarks } from '../marks/marks.repository.ts';
import { selectAttempts } from './attempts.repository.ts';

/** A student's attempts as that student sees them, oldest first: points only of released marks. */
export async function attemptSummaries(
  { db, selectScenario }: Deps,
  { settings }: Assignment,
  participant: ParticipantKey,
): Promise<AttemptSummary[]> {
  const { tenantId } = participant;
  const attempts = await selectAttempts(db, participant);
  const marks = await selectMarks(
    db,
    tenantId,
    attempts.map(({ id }) => id),
  );
  const counting = countingMark(attempts, marks, settings.counts);
  return Promise.all(
    attempts.map(async ({ id, number, scenarioVersion, startedAt, handedInAt }) => {
      const released = releasedMark(marks.filter(({ attemptId }) => attemptId === id));
      const scenario = await selectScenario(db, tenantId, scenarioVersion);
      return {
        id,
        number,
        state: released ? 'released' : handedInAt ? 'handed-in' : 'open',
        startedAt: startedAt.toISOString(),
        handedInAt: handedInAt?.toISOString() ?? null,
        points: released?.points ?? null,
        maximum: maximumOfScenario(scenario),
        counts: counting?.attemptId === id,
      };
    }),
  );
}
