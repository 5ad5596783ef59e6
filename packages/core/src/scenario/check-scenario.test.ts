import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallScenario } from '../fixtures/small-scenario.ts';
import { checkScenario } from './check-scenario.ts';

const concepts = new Set(['resistance', 'objection']);
/** The small scenario as loose data, with the value at `path` replaced; `undefined` takes it away. */
function changed(...changes: readonly { at: readonly (string | number)[]; to: unknown }[]): unknown {
  return changes.reduce<unknown>((data, { at, to }) => put(data, at, to), smallScenario);
}

function put(data: unknown, [first, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (first === undefined) return to;
  if (Array.isArray(data)) return data.map((item: unknown, at) => (at === first ? put(item, rest, to) : item));
  const entries = Object.entries(data ?? {}).filter(([key]) => key !== String(first));
  const old: unknown = Object.entries(data ?? {}).find(([key]) => key === String(first))?.[1] ?? undefined;
  const value = put(old, rest, to);
  return Object.fromEntries(value === undefined ? entries : [...entries, [String(first), value]]);
}

const flat = [0, 1].map(() => ({ points: 1, text: { nl: 'even veel' } }));
const empty = [0, 1].map(() => ({ points: 0, text: { nl: 'niets' } }));

it('accepts a scenario without faults', () => {
  expect(checkScenario(smallScenario, concepts)).toEqual({ ok: true, scenario: smallScenario });
});

it.each([
  { name: 'a step id twice', at: ['steps', 1, 'id'], to: 'uitleg', path: 'steps[1].id', code: 'duplicate-id' },
  {
    name: 'an option id twice',
    at: ['steps', 1, 'options', 1, 'id'],
    to: 'a',
    path: 'steps[1].options[1].id',
    code: 'duplicate-id',
  },
  {
    name: 'no right answer',
    at: ['steps', 1, 'options', 1, 'right'],
    to: false,
    path: 'steps[1].options',
    code: 'no-right-answer',
  },
  {
    name: 'two right where one may be picked',
    at: ['steps', 1, 'options', 0, 'right'],
    to: true,
    path: 'steps[1].options',
    code: 'several-right-answers',
  },
  {
    name: 'every option right',
    at: ['steps', 3, 'options', 2, 'right'],
    to: true,
    path: 'steps[3].options',
    code: 'everything-right',
  },
  {
    name: 'a label that is not there',
    at: ['steps', 4, 'items', 1, 'label'],
    to: 'x',
    path: 'steps[4].items[1].label',
    code: 'unknown-label',
  },
  {
    name: 'a rubric of 0 points',
    at: ['steps', 5, 'rubric', 0, 'levels'],
    to: empty,
    path: 'steps[5].rubric',
    code: 'rubric-without-points',
  },
  {
    name: 'levels that are all the same',
    at: ['steps', 6, 'rubric', 1, 'levels'],
    to: flat,
    path: 'steps[6].rubric[1].levels',
    code: 'rubric-without-points',
  },
  { name: 'a step without points', at: ['steps', 1, 'points'], to: 0, path: 'steps[1].points', code: 'no-points' },
  {
    name: 'an explanation after a later step',
    at: ['steps', 2, 'onlyAfter', 'step'],
    to: 'meer',
    path: 'steps[2].onlyAfter.step',
    code: 'unreachable',
  },
  {
    name: 'an explanation after no option',
    at: ['steps', 2, 'onlyAfter', 'options'],
    to: ['z'],
    path: 'steps[2].onlyAfter.options[0]',
    code: 'unreachable',
  },
  {
    name: 'a concept outside the curriculum',
    at: ['steps', 0, 'concepts'],
    to: ['nonsense'],
    path: 'steps[0].concepts[0]',
    code: 'unknown-concept',
  },
  {
    name: 'a reply without a client',
    at: ['steps', 5, 'dialogue'],
    to: undefined,
    path: 'steps[5].dialogue',
    code: 'client-not-last',
  },
  {
    name: 'a word count that runs backwards',
    at: ['steps', 6, 'words'],
    to: { from: 9, to: 3 },
    path: 'steps[6].words',
    code: 'words-range',
  },
  { name: 'an unknown field', at: ['steps', 0, 'colour'], to: 'red', path: 'steps[0]', code: 'schema' },
  { name: 'a missing text', at: ['steps', 1, 'question'], to: undefined, path: 'steps[1].question', code: 'schema' },
  { name: 'an unknown kind', at: ['steps', 1, 'kind'], to: 'guess', path: 'steps[1].kind', code: 'schema' },
])('finds $name', ({ at, to, path, code }) => {
  const checked = checkScenario(changed({ at, to }), concepts);
  expect(checked.ok ? [] : checked.faults).toContainEqual(expect.objectContaining({ path, code }));
});

it('reports all faults at once', () => {
  const checked = checkScenario(
    changed(
      { at: ['steps', 1, 'options', 1, 'right'], to: false },
      { at: ['steps', 4, 'items', 0, 'label'], to: 'x' },
      { at: ['steps', 0, 'concepts'], to: ['nonsense'] },
    ),
    concepts,
  );
  expect(checked.ok ? [] : checked.faults.map(({ code }) => code)).toEqual([
    'no-right-answer',
    'unknown-label',
    'unknown-concept',
  ]);
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      const checked = checkScenario(data, concepts);
      expect(checked.ok).toBe(false);
    }),
  );
});
