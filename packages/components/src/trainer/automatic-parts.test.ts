import { expect, it } from 'vitest';
import { automaticParts, automaticVerdict, type AutomaticStep } from './automatic-parts.ts';

const feedback = { nl: 'Uitleg.' };
const base = { concepts: ['resistance'], title: { nl: 'Stap' }, question: { nl: 'Wat?' }, points: 2 };
const choice: AutomaticStep = {
  kind: 'choice',
  id: 'keuze',
  ...base,
  pick: 'several',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: { nl: id }, right: id !== 'b', feedback })),
};
const classify: AutomaticStep = {
  kind: 'classify',
  id: 'indelen',
  ...base,
  labels: ['x', 'y'].map((id) => ({ id, text: { nl: id } })),
  items: ['one', 'two'].map((id) => ({ id, text: { nl: id }, label: 'x', feedback })),
};

it.each([
  {
    name: 'a right pick and a missed one',
    step: choice,
    answer: { kind: 'choice' as const, picked: ['a'] },
    verdicts: ['right', 'missed'],
  },
  {
    name: 'a wrong pick beside the right ones',
    step: choice,
    answer: { kind: 'choice' as const, picked: ['a', 'b', 'c'] },
    verdicts: ['right', 'wrong', 'right'],
  },
  { name: 'no answer misses all that is right', step: choice, answer: undefined, verdicts: ['missed', 'missed'] },
  {
    name: 'items under their label and not',
    step: classify,
    answer: { kind: 'classify' as const, placed: { one: 'x', two: 'y' } },
    verdicts: ['right', 'wrong'],
  },
  { name: 'items that were not placed', step: classify, answer: undefined, verdicts: ['missed', 'missed'] },
])('$name', ({ step, answer, verdicts }) => {
  expect(automaticParts(step, answer).map(({ verdict }) => verdict)).toEqual(verdicts);
});

it('shows an item under what it was put and where it belongs', () => {
  const [, two] = automaticParts(classify, { kind: 'classify', placed: { two: 'y' } });
  expect(two).toMatchObject({ placed: { nl: 'y' }, belongs: { nl: 'x' } });
});

it.each([
  { points: 2, verdict: 'right' },
  { points: 0.5, verdict: 'partly' },
  { points: 0, verdict: 'wrong' },
])('$points of 2 is $verdict', ({ points, verdict }) => {
  expect(automaticVerdict(points, 2)).toBe(verdict);
});
