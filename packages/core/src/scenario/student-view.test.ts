import { expect, it } from 'vitest';
import { smallScenario } from '../fixtures/small-scenario.ts';
import type { Answer } from './answer.ts';
import { isComplete } from './answered.ts';
import { feedbackFor } from './feedback.ts';
import { StudentScenarioSchema, toStudentView } from './student-view.ts';

it('holds no key, no feedback and no example', () => {
  const text = JSON.stringify(toStudentView(smallScenario));
  expect(text).not.toContain('SECRET');
  expect(text).not.toMatch(/"(right|feedback|examples|levels|label|onlyAfter)"/);
});

it('is what its schema says, for every step kind', () => {
  const view = toStudentView(smallScenario);
  expect(StudentScenarioSchema.parse(view)).toEqual(view);
  expect(view.steps.map(({ kind, maximum }) => [kind, maximum])).toEqual([
    ['explanation', 0],
    ['choice', 3],
    ['choice', 2],
    ['classify', 4],
    ['respond', 2.5],
    ['reflect', 5],
  ]);
});

it('shows an explanation for one option only to who picked it', () => {
  const ids = (picked: string[]): string[] =>
    toStudentView(smallScenario, { een: { kind: 'choice', picked } }).steps.map(({ id }) => id);
  expect(ids(['a'])).toContain('extra');
  expect(ids(['b'])).not.toContain('extra');
});

const step = (id: string) => smallScenario.steps.find((one) => one.id === id)!;

it.each([
  { name: 'an explanation', id: 'uitleg', answer: undefined },
  { name: 'a step without an answer', id: 'een', answer: undefined },
  { name: 'a choice without a pick', id: 'een', answer: { kind: 'choice', picked: [] } satisfies Answer },
  { name: 'an empty text', id: 'reageren', answer: { kind: 'respond', text: ' ' } satisfies Answer },
])('gives no feedback for $name', ({ id, answer }) => {
  expect(feedbackFor(step(id), answer)).toBeNull();
});

it('tells right, wrong and missed apart', () => {
  const parts = feedbackFor(step('meer'), { kind: 'choice', picked: ['a', 'c'] })?.parts;
  expect(parts?.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['a', 'right'],
    ['b', 'missed'],
    ['c', 'wrong'],
  ]);
});

it('names the right label of an item that was put wrong', () => {
  const parts = feedbackFor(step('indelen'), { kind: 'classify', placed: { i1: 'r', i2: 'r' } })?.parts;
  expect(parts?.map(({ id, verdict, label }) => [id, verdict, label])).toEqual([
    ['i1', 'wrong', 'l'],
    ['i2', 'right', undefined],
    ['i3', 'missed', 'l'],
  ]);
});

it('gives examples after a free reply, and leaves the points to the trainer', () => {
  expect(feedbackFor(step('reageren'), { kind: 'respond', text: 'Je baalt.' })).toMatchObject({
    points: null,
    maximum: 2.5,
    examples: [{ nl: 'SECRET voorbeeld' }],
  });
});

it.each([
  { name: 'an explanation is always complete', id: 'uitleg', answer: undefined, complete: true },
  {
    name: 'every item must be placed',
    id: 'indelen',
    answer: { kind: 'classify', placed: { i1: 'l' } } as const,
    complete: false,
  },
  {
    name: 'all items placed',
    id: 'indelen',
    answer: { kind: 'classify', placed: { i1: 'l', i2: 'l', i3: 'r' } } as const,
    complete: true,
  },
])('$name', ({ id, answer, complete }) => {
  expect(isComplete(step(id), answer)).toBe(complete);
});
