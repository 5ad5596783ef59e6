import { randomUUID } from 'node:crypto';
import type { ChosenAssignment } from '@mgv/contracts';
import type { ScenarioSummary } from '@mgv/core';
import type { DeepLinkingFacts } from '../session/session-facts.ts';
import { type ContentItem, toContentItem } from './content-item.ts';
import { deepLinkingProblem } from './deep-linking.problem.ts';

interface Needs {
  scenarios: readonly ScenarioSummary[];
  publicUrl: string;
}

/**
 * The items for what was chosen; all of them, or none.
 *
 * @throws {ProblemError} `links-not-accepted`, `one-only`, `unknown-scenario` or `dates-reversed`.
 */
export function itemsFor(
  assignments: readonly ChosenAssignment[],
  facts: DeepLinkingFacts,
  { scenarios, publicUrl }: Needs,
): ContentItem[] {
  if (!facts.acceptTypes.includes('ltiResourceLink')) throw deepLinkingProblem('links-not-accepted');
  if (assignments.length > 1 && !facts.acceptMultiple) throw deepLinkingProblem('one-only');
  return assignments.map((assignment) => {
    if (!scenarios.some(({ id }) => id === assignment.scenarioId)) throw deepLinkingProblem('unknown-scenario');
    if (!inOrder(assignment.dates)) throw deepLinkingProblem('dates-reversed');
    return toContentItem(assignment, { facts, publicUrl, itemId: randomUUID() });
  });
}

/** Whether an assignment opens, is due and closes in this order, as far as it says. */
function inOrder({ opensAt, dueAt, closesAt }: ChosenAssignment['dates']): boolean {
  const times = [opensAt, dueAt, closesAt].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  return times.every((time, index) => index === 0 || (times[index - 1] ?? time) <= time);
}
