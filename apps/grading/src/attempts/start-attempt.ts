import type { Actor } from '@mgv/contracts';
import type { Assignment } from '../assignments/assignments.repository.ts';
import { lockAssignment } from '../assignments/assignments.repository.ts';
import { currentScenario, type Deps, openAssignment } from '../assignments/open-assignment.ts';
import { lockParticipant, upsertParticipant } from '../assignments/participants.repository.ts';
import { keepScenarioVersion } from '../assignments/scenario-versions.repository.ts';
import { attemptProblem } from './attempt.problem.ts';
import { type Attempt, insertAttempt, selectAttempts } from './attempts.repository.ts';

/** Attempts that a student may still start; `null` is no limit. */
export function attemptsLeft(limit: number | null, used: number): number | null {
  return limit === null ? null : Math.max(0, limit - used);
}

/**
 * Starts an attempt, or gives back the open one; two starts at the same time give one attempt.
 *
 * @throws {ProblemError} `no-attempts-left`, `not-found` while there is no assignment.
 */
export async function startAttempt(
  deps: Deps,
  actor: Actor,
): Promise<{ assignment: Assignment; attempt: Attempt; started: boolean }> {
  const opened = await openAssignment(deps, actor);
  const { id } = await upsertParticipant(deps.db, opened, actor, deps.now());
  const { tenantId } = actor;
  return deps.db.transaction(async (tx) => {
    const assignment = await lockAssignment(tx, opened);
    await lockParticipant(tx, { tenantId, id });
    const before = await selectAttempts(tx, { tenantId, id });
    const open = before.find(({ handedInAt }) => handedInAt === null);
    if (open) return { assignment, attempt: open, started: false };
    if (attemptsLeft(assignment.settings.attempts, before.length) === 0) throw attemptProblem('no-attempts-left');
    const current = await currentScenario({ ...deps, db: tx }, assignment);
    await keepScenarioVersion(tx, tenantId, current, deps.now());
    const attempt = await insertAttempt(tx, {
      id: crypto.randomUUID(),
      tenantId,
      assignmentId: assignment.id,
      participantId: id,
      number: (before.at(-1)?.number ?? 0) + 1,
      scenarioVersion: current.version,
      startedAt: deps.now(),
      savedAt: null,
      handedInAt: null,
    });
    return { assignment, attempt, started: true };
  });
}
