import { expect, it } from 'vitest';
import { ANSWERS, MIXED } from '../testing/scenarios.ts';
import type { SavedAnswer } from './answers.repository.ts';
import { shownAnswers, shownParts } from './attempt-view.ts';

const saved = ['kies', 'orden'].map((stepId): SavedAnswer => {
  const answer = ANSWERS[stepId];
  if (!answer) throw new Error(stepId);
  return { stepId, answer, sequence: 1, savedAt: new Date(0), lockedAt: stepId === 'kies' ? new Date(0) : null };
});

it.each([
  { state: 'open', results: 'per-step', want: ['kies'] },
  { state: 'open', results: 'after-hand-in', want: [] },
  { state: 'open', results: 'after-release', want: [] },
  { state: 'handed-in', results: 'per-step', want: ['kies', 'orden'] },
  { state: 'handed-in', results: 'after-hand-in', want: ['kies', 'orden'] },
  { state: 'handed-in', results: 'after-release', want: [] },
  { state: 'released', results: 'after-release', want: ['kies', 'orden'] },
] as const)('shows feedback of $want when $state, with results $results', ({ state, results, want }) => {
  const { feedback } = shownParts(MIXED, shownAnswers(saved, state, results));
  expect(Object.keys(feedback)).toEqual(want);
});
