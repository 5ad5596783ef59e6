import type { Actor, AssignmentView, AttemptSummary } from '@mgv/contracts';
import { maximumOfScenario, summarise } from '@mgv/core';
import { selectAttempts } from '../attempts/attempts.repository.ts';
import { attemptsLeft } from '../attempts/start-attempt.ts';
import { gradebookState } from '../gradebook/gradebook-state.ts';
import { countingMark } from '../marks/counting-mark.ts';
import { releasedMark, selectMarks } from '../marks/marks.repository.ts';
import type { Assignment } from './assignments.repository.ts';
import { currentScenario, type Deps, settingsFor } from './open-assignment.ts';
import { upsertParticipant } from './participants.repository.ts';

async function ownAttempts(deps: Deps, actor: Actor, assignment: Assignment): Promise<AttemptSummary[]> {
  if (actor.role !== 'student') return [];
  const participant = await upsertParticipant(deps.db, assignment, actor, deps.now());
  const attempts = await selectAttempts(deps.db, participant);
  const marks = await selectMarks(
    deps.db,
    actor.tenantId,
    attempts.map(({ id }) => id),
  );
  const counting = countingMark(attempts, marks, assignment.settings.counts);
  return Promise.all(
    attempts.map(async ({ id, number, scenarioVersion, startedAt, handedInAt }) => {
      const released = releasedMark(marks.filter(({ attemptId }) => attemptId === id));
      const scenario = await deps.selectScenario(deps.db, actor.tenantId, scenarioVersion);
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

/** What somebody who opens the assignment sees first; makes a student a participant. */
export async function assignmentView(deps: Deps, actor: Actor, assignment: Assignment | null): Promise<AssignmentView> {
  const { role } = actor;
  const gradebook = gradebookState(actor.gradebook);
  if (!assignment) {
    const settings = settingsFor(actor.link, null);
    return { role, scenario: null, settings, attempts: [], attemptsLeft: settings.attempts, gradebook };
  }
  const attempts = await ownAttempts(deps, actor, assignment);
  const { scenario } = await currentScenario(deps, assignment);
  return {
    role,
    scenario: summarise(scenario, deps.source),
    settings: assignment.settings,
    attempts,
    attemptsLeft: attemptsLeft(assignment.settings.attempts, attempts.length),
    gradebook,
  };
}
