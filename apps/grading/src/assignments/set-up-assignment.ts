import type { Actor, SetUpAssignment } from '@mgv/contracts';
import { hasAttempts } from '../attempts/attempts.repository.ts';
import { assignmentProblem } from './assignment.problem.ts';
import {
  type Assignment,
  lockAssignment,
  selectOptionalAssignment,
  updateAssignment,
} from './assignments.repository.ts';
import { createAssignment, type Deps, keyOf } from './open-assignment.ts';
import { selectParticipants } from './participants.repository.ts';
import { keepScenarioVersion } from './scenario-versions.repository.ts';

/**
 * Sets up the assignment behind a link, or changes it. When another attempt counts from now on, the gradebook follows.
 *
 * @throws {ProblemError} `unknown-scenario`; `scenario-in-use` when somebody has started with another one.
 */
export async function setUpAssignment(
  deps: Deps,
  actor: Actor,
  { scenarioId, settings }: SetUpAssignment,
): Promise<Assignment> {
  const chosen = deps.source.scenarios.get(scenarioId);
  const existing = await selectOptionalAssignment(deps.db, keyOf(actor));
  if (!chosen && existing?.scenarioId !== scenarioId) throw assignmentProblem('unknown-scenario');
  const begin = { settings, settingsFrom: 'trainer', copiedFrom: null } as const;
  const assignment = existing ?? (chosen && (await createAssignment(deps, actor, chosen, begin)));
  if (!assignment) throw assignmentProblem('unknown-scenario');
  return deps.db.transaction(async (tx) => {
    const before = await lockAssignment(tx, assignment);
    const other = before.scenarioId !== scenarioId;
    if (other && (await hasAttempts(tx, before))) throw assignmentProblem('scenario-in-use');
    if (chosen) await keepScenarioVersion(tx, actor.tenantId, chosen, deps.now());
    const changed = await updateAssignment(tx, before, {
      scenarioId,
      ...(chosen && { scenarioVersion: chosen.version }),
      settings,
      settingsFrom: 'trainer',
      updatedAt: deps.now(),
    });
    if (before.settings.counts !== settings.counts) {
      for (const participant of await selectParticipants(tx, changed)) await deps.publishMark(tx, participant);
    }
    return changed;
  });
}
