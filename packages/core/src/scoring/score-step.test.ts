import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { smallScenario } from '../fixtures/small-scenario.ts';
import type { Answer } from '../scenario/answer.ts';
import type { Step } from '../scenario/scenario.ts';
import { maximumOfScenario } from './maximum.ts';
import { scoreAttempt } from './score-attempt.ts';
import { scoreStep } from './score-step.ts';

const step = (id: string): Step => smallScenario.steps.find((one) => one.id === id)!;
const choice = (...picked: string[]): Answer => ({ kind: 'choice', picked });
const placed = (labels: Record<string, string>): Answer => ({ kind: 'classify', placed: labels });

it.each([
  { name: 'one: right is everything', id: 'een', answer: choice('b'), points: 3 },
  { name: 'one: wrong is nothing', id: 'een', answer: choice('a'), points: 0 },
  { name: 'one: nothing picked is nothing', id: 'een', answer: choice(), points: 0 },
  { name: 'one: both picked is nothing', id: 'een', answer: choice('a', 'b'), points: 0 },
  { name: 'several: all right', id: 'meer', answer: choice('a', 'b'), points: 2 },
  { name: 'several: half right', id: 'meer', answer: choice('a'), points: 1 },
  { name: 'several: a wrong one takes a right one away', id: 'meer', answer: choice('a', 'b', 'c'), points: 1 },
  { name: 'several: never under 0', id: 'meer', answer: choice('c'), points: 0 },
  { name: 'classify: right over all', id: 'indelen', answer: placed({ i1: 'l', i2: 'l', i3: 'l' }), points: 8 / 3 },
  { name: 'classify: an absent item counts as wrong', id: 'indelen', answer: placed({ i1: 'l' }), points: 4 / 3 },
  {
    name: 'respond: a text waits for a trainer',
    id: 'reageren',
    answer: { kind: 'respond', text: 'Hm' } as const,
    points: null,
  },
  { name: 'respond: an empty text is 0', id: 'reageren', answer: { kind: 'respond', text: ' \n' } as const, points: 0 },
  { name: 'no answer is 0', id: 'reageren', answer: undefined, points: 0 },
])('$name', ({ id, answer, points }) => {
  expect(scoreStep(step(id), answer).points).toBe(points);
});

it.each([
  { name: 'all criteria judged', levels: { eigen: 2, stap: 1 }, points: 3.5 },
  { name: 'one criterion missing', levels: { eigen: 2 }, points: null },
  { name: 'lowest levels', levels: { eigen: 0, stap: 0 }, points: 0 },
])('rubric: $name', ({ levels, points }) => {
  const answer = { kind: 'reflect', text: 'Ik ging te snel.' } as const;
  expect(scoreStep(step('terugkijken'), answer, levels).points).toBe(points);
});

it.each([
  { name: 'a criterion that is not there', levels: { anders: 1 }, code: 'UNKNOWN_CRITERION' },
  { name: 'a level that is not there', levels: { eigen: 7 }, code: 'UNKNOWN_LEVEL' },
])('refuses $name', ({ levels, code }) => {
  const answer = { kind: 'reflect', text: 'x' } as const;
  expect(() => scoreStep(step('terugkijken'), answer, levels)).toThrow(expect.objectContaining({ code }));
});

it('refuses an answer of another kind', () => {
  expect(() => scoreStep(step('een'), placed({}))).toThrow(expect.objectContaining({ code: 'WRONG_KIND' }));
});

describe('a whole attempt', () => {
  it('adds up what is known and lists what a trainer must judge', () => {
    const score = scoreAttempt(smallScenario, {
      een: choice('b'),
      meer: choice('a'),
      reageren: { kind: 'respond', text: 'Je baalt.' },
    });
    expect(score).toMatchObject({ points: 4, maximum: 16.5, toGrade: ['reageren'] });
  });

  it('is complete once the trainer judged everything', () => {
    const score = scoreAttempt(
      smallScenario,
      { reageren: { kind: 'respond', text: 'Je baalt.' } },
      { reageren: { spiegelen: 2 } },
    );
    expect(score).toMatchObject({ points: 2.5, toGrade: [] });
  });

  it('keeps points within 0 and the maximum, whatever is picked', () => {
    const picks = fc.subarray(['a', 'b', 'c']);
    const labels = fc.dictionary(fc.constantFrom('i1', 'i2', 'i3'), fc.constantFrom('l', 'r'));
    fc.assert(
      fc.property(fc.subarray(['a', 'b']), picks, labels, (one, several, placing) => {
        const answers = { een: choice(...one), meer: choice(...several), indelen: placed(placing) };
        const { points, maximum } = scoreAttempt(smallScenario, answers);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(maximum);
        expect(maximum).toBe(maximumOfScenario(smallScenario));
      }),
    );
  });

  it('never gives fewer points for one more right option', () => {
    fc.assert(
      fc.property(fc.subarray(['b', 'c']), (others) => {
        const without = scoreStep(step('meer'), choice(...others)).points ?? 0;
        const withRight = scoreStep(step('meer'), choice('a', ...others)).points ?? 0;
        expect(withRight).toBeGreaterThanOrEqual(without);
      }),
    );
  });
});
