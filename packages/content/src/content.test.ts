import {
  type ChoiceStep,
  type LocalisedText,
  maximumOfScenario,
  type Scenario,
  type Step,
  toStudentView,
} from '@mgv/core';
import { describe, expect, it } from 'vitest';
import { loadContent } from './load-content.ts';

const content = loadContent();
const scenarios = [...content.scenarios.values()].map(({ scenario }) => scenario);

/** Every object with a Dutch text in it, with where it stands. */
function textsIn(data: unknown, path: string): { path: string; nl: string; en: unknown }[] {
  if (Array.isArray(data)) return data.flatMap((item: unknown, at) => textsIn(item, `${path}[${String(at)}]`));
  if (typeof data !== 'object' || data === null) return [];
  if ('nl' in data && typeof data.nl === 'string')
    return [{ path, nl: data.nl, en: 'en' in data ? data.en : undefined }];
  return Object.entries(data).flatMap(([key, value]) => textsIn(value, `${path}.${key}`));
}

function keysIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(keysIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [key, ...keysIn(value)]);
}

/** What a student may read only after answering. */
function secretsOf(step: Step): LocalisedText[] {
  switch (step.kind) {
    case 'explanation':
      return step.onlyAfter ? [step.body] : [];
    case 'choice':
      return [...step.options.map(({ feedback }) => feedback), ...(step.feedback ? [step.feedback] : [])];
    case 'classify':
      return [...step.items.map(({ feedback }) => feedback), ...(step.feedback ? [step.feedback] : [])];
    case 'respond':
      return [step.feedback, ...step.examples, ...step.rubric.flatMap(({ levels }) => levels.map(({ text }) => text))];
    case 'reflect':
      return [step.feedback, ...step.rubric.flatMap(({ levels }) => levels.map(({ text }) => text))];
  }
}

const choices = scenarios.flatMap(({ steps }) => steps.filter((step): step is ChoiceStep => step.kind === 'choice'));
const oneOf = choices.filter(({ pick }) => pick === 'one');

it('has both scenarios of the first module', () => {
  expect([...content.scenarios.keys()]).toEqual(['signalen-herkennen', 'in-twee-stappen']);
});

it.each([
  { name: 'curriculum', data: content.curriculum },
  { name: 'modules', data: content.modules },
])('has every text of the $name in English', ({ name, data }) => {
  expect(textsIn(data, name).filter(({ en }) => en === undefined)).toEqual([]);
});

describe.each(scenarios.map((scenario) => ({ id: scenario.id, scenario })))('$id', ({ scenario }) => {
  it('has every text in English', () => {
    expect(textsIn(scenario, scenario.id).filter(({ en }) => en === undefined)).toEqual([]);
  });

  it('shows a student no key, feedback, example or rubric level', () => {
    const view = toStudentView(scenario);
    const keys = new Set(keysIn(view));
    for (const secret of ['right', 'label', 'feedback', 'examples', 'levels', 'rubric', 'onlyAfter']) {
      expect(keys).not.toContain(secret);
    }
    const shown = JSON.stringify(view);
    const leaked = scenario.steps
      .flatMap(secretsOf)
      .filter(({ nl }) => shown.includes(JSON.stringify(nl).slice(1, -1)));
    expect(leaked).toEqual([]);
  });

  it('has 12 to 16 steps that give points', () => {
    expect(scenario.steps.length).toBeGreaterThanOrEqual(12);
    expect(scenario.steps.length).toBeLessThanOrEqual(16);
    expect(maximumOfScenario(scenario)).toBeGreaterThan(0);
  });

  it('speaks calmly: no exclamation mark and no double space', () => {
    expect(textsIn(scenario, scenario.id).filter(({ nl, en }) => /!| {2}/.test(`${nl}${String(en)}`))).toEqual([]);
  });

  it('uses every label of a classification', () => {
    expect(emptyLabels(scenario)).toEqual([]);
  });
});

function emptyLabels({ steps }: Scenario): string[] {
  return steps.flatMap((step) =>
    step.kind === 'classify'
      ? step.labels
          .filter(({ id }) => !step.items.some(({ label }) => label === id))
          .map(({ id }) => `${step.id}/${id}`)
      : [],
  );
}

describe('the right answer cannot be told from', () => {
  const positions = oneOf.map(({ options }) => options.findIndex(({ right }) => right));
  const share = (matches: number): number => matches / oneOf.length;

  it('its position: none holds more than four in ten', () => {
    for (const position of new Set(positions)) {
      expect(share(positions.filter((each) => each === position).length)).toBeLessThanOrEqual(0.4);
    }
    expect(new Set(positions).size).toBe(4);
  });

  it.each(['nl', 'en'] as const)('its length in %s: the longest is right in at most half', (language) => {
    const longest = oneOf.filter(({ options }) => {
      const lengths = options.map(({ text }) => (text[language] ?? '').length);
      const max = Math.max(...lengths);
      return lengths.filter((each) => each === max).length === 1 && options[lengths.indexOf(max)]?.right;
    });
    expect(share(longest.length)).toBeLessThanOrEqual(0.5);
  });

  it('the number of right options, where several may be picked', () => {
    const several = choices.filter(({ pick }) => pick === 'several');
    expect(new Set(several.map(({ options }) => options.filter(({ right }) => right).length)).size).toBeGreaterThan(1);
  });
});
