import type { Actor, AssignmentView, AttemptSummary } from '@mgv/contracts';
import { summarise } from '@mgv/core';
import { attemptSummaries } from '../attempts/attempt-summaries.ts';
import { attemptsLeft } from '../attempts/start-attempt.ts';
import { gradebookState } from '../gradebook/gradebook-state.ts';
import type { Assignment } from './assignments.repository.ts';
import { currentScenario, type Deps, settingsFor } from './open-assignment.ts';
import { upsertParticipant } from './participants.repository.ts';

async function ownAttempts(deps: Deps, actor: Actor, assignment: Assignment): Promise<AttemptSummary[]> {
  if (actor.role !== 'student') return [];
  const participant = await upsertParticipant(deps.db, assignment, actor, deps.now());
  return attemptSummaries(deps, assignment, participant);
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
