import type { AssignmentSettings } from '@mgv/contracts';
import { loadContent } from '@mgv/content';
import type { Answer, LocalisedText, Scenario, Step } from '@mgv/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakePlatform, startFakePlatform } from '../testing/fake-platform.ts';
import { course } from '../testing/people.ts';
import { MIXED } from '../testing/scenarios.ts';
import { startTestGrading, type TestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';

const content = loadContent();
const scenarios = [...content.scenarios.values(), { scenario: MIXED, version: 'mixed' }];
const source = { ...content, scenarios: new Map(scenarios.map((each) => [each.scenario.id, each])) };

/** A wrong answer where there is one, so that feedback, labels and extra explanations would all show. */
function wrongAnswer(step: Step): Answer | null {
  switch (step.kind) {
    case 'explanation':
      return null;
    case 'choice':
      return {
        kind: 'choice',
        picked: step.options
          .filter(({ right }) => !right)
          .map(({ id }) => id)
          .slice(0, 1),
      };
    case 'classify': {
      const other = (label: string) => step.labels.find(({ id }) => id !== label)?.id ?? label;
      return { kind: 'classify', placed: Object.fromEntries(step.items.map(({ id, label }) => [id, other(label)])) };
    }
    case 'respond':
    case 'reflect':
      return { kind: step.kind, text: 'Mijn eigen woorden.' };
  }
}

const languages = ({ nl, en }: LocalisedText): string[] => (en === undefined ? [nl] : [nl, en]);

/** Texts of a step that only come after its answer: in Dutch and English. */
function secrets(step: Step): string[] {
  if (step.kind === 'explanation') return step.onlyAfter ? languages(step.body) : [];
  const parts = step.kind === 'choice' ? step.options : step.kind === 'classify' ? step.items : [];
  const levels =
    step.kind === 'respond' || step.kind === 'reflect' ? step.rubric.flatMap((criterion) => criterion.levels) : [];
  const texts = [
    ...parts.map(({ feedback }) => feedback),
    ...levels.map(({ text }) => text),
    ...(step.kind === 'respond' ? step.examples : []),
    ...(step.feedback ? [step.feedback] : []),
  ];
  return texts.flatMap(languages);
}

const KEYS = new Set(['right', 'levels', 'examples', 'rubric', 'onlyAfter', 'verdict', 'parts', 'label']);

/** Every text and every field name inside a JSON value. */
function inside(value: unknown, found: { texts: Set<string>; keys: Set<string> }): typeof found {
  if (typeof value === 'string') found.texts.add(value);
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      if (!Array.isArray(value)) found.keys.add(key);
      inside(child, found);
    }
  }
  return found;
}

describe.each(ENGINES)('what a student gets, on %s', (engine) => {
  let database: TestDatabase;
  let platform: FakePlatform;
  let app: TestGrading;

  beforeAll(async () => {
    database = await createTestDatabase(engine);
    platform = await startFakePlatform();
    app = await startTestGrading(database, platform.url, { source });
  });
  afterAll(async () => {
    await app.close();
    await platform.close();
    await database.remove();
  });

  /** Fails when an answer holds a key, or feedback of a step that may not show it yet. */
  function expectNoLeak(reply: unknown, scenario: Scenario, mayShow: ReadonlySet<string>): void {
    const { texts, keys } = inside(reply, { texts: new Set(), keys: new Set() });
    const open = new Set(scenario.steps.flatMap((step) => (mayShow.has(step.id) ? secrets(step) : [])));
    const leaked = scenario.steps.flatMap((step) => secrets(step)).filter((text) => texts.has(text) && !open.has(text));
    expect(leaked).toEqual([]);
    if (mayShow.size === 0) expect([...keys].filter((key) => KEYS.has(key))).toEqual([]);
  }

  const cases = scenarios.flatMap(({ scenario }) =>
    (['per-step', 'after-hand-in', 'after-release'] as const).map((results) => ({
      scenario,
      results,
      id: scenario.id,
    })),
  );

  it.each(cases)('holds no key of $id too early, with results $results', async ({ scenario, results }) => {
    const settings: Partial<AssignmentSettings> = { results };
    const { person } = course(null, scenario.id);
    const student = person('student', 'Noor', { link: { settings } });
    const shown = new Set<string>();
    const check = (reply: unknown): void => {
      expectNoLeak(reply, scenario, shown);
    };
    check(await app.open(student));
    const { id } = await app.start(student);
    for (const step of scenario.steps) {
      const answer = wrongAnswer(step);
      if (!answer) continue;
      const body = { answer, sequence: 1 };
      check(await app.save(student, id, step.id, body));
      check(await app.read(student, id));
      if (results !== 'per-step') continue;
      shown.add(step.id);
      const extra = scenario.steps.filter((each) => each.kind === 'explanation' && each.onlyAfter?.step === step.id);
      for (const each of extra) shown.add(each.id);
      const locked = await app.lock(student, id, step.id, body);
      expect(locked.feedback.maximum).toBeGreaterThan(0);
      check(locked);
      check(await app.read(student, id));
    }
    if (results === 'after-hand-in') for (const step of scenario.steps) shown.add(step.id);
    const handedIn = await app.handIn(student, id);
    expect(Object.keys(handedIn.feedback).length > 0).toBe(results !== 'after-release');
    check(handedIn);
    check(await app.open(student));
  });

  it('holds no feedback for steps left open, even after hand-in', async () => {
    const { person } = course(null, MIXED.id);
    const student = person('student', 'Noor', { link: { settings: { results: 'after-hand-in' } } });
    const { id } = await app.start(student);
    const view = await app.handIn(student, id);
    expect(view.feedback).toEqual({});
    expectNoLeak(view, MIXED, new Set());
  });
});
