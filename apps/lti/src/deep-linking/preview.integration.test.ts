import { PreviewSchema } from '@mgv/contracts';
import { loadContent } from '@mgv/content';
import { type Answer, type LocalisedText, type Scenario, type Step, StudentStepSchema } from '@mgv/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { pageData, TestBrowser } from '../testing/test-browser.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { jsonOf } from '../testing/test-json.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

const { scenarios } = loadContent();
const all = [...scenarios.values()].map(({ scenario }) => scenario);

/** A wrong answer, so that feedback and extra explanations would all show. */
function answerTo(step: Step): [string, Answer][] {
  switch (step.kind) {
    case 'explanation':
      return [];
    case 'choice': {
      const wrong = step.options.filter(({ right }) => !right).map(({ id }) => id);
      return [[step.id, { kind: 'choice', picked: wrong.slice(0, 1) }]];
    }
    case 'classify': {
      const label = step.labels[0]?.id ?? '';
      return [[step.id, { kind: 'classify', placed: Object.fromEntries(step.items.map(({ id }) => [id, label])) }]];
    }
    case 'respond':
    case 'reflect':
      return [[step.id, { kind: step.kind, text: 'Mijn eigen woorden.' }]];
  }
}

const inDutch = (texts: readonly (LocalisedText | undefined)[]): string[] => texts.flatMap((text) => text?.nl ?? []);

/** Texts of a step that come only after its answer. */
function secretsOf(step: Step): string[] {
  if (step.kind === 'explanation') return [];
  const parts = step.kind === 'choice' ? step.options : step.kind === 'classify' ? step.items : [];
  const examples = step.kind === 'respond' ? step.examples : [];
  return inDutch([step.feedback, ...parts.map(({ feedback }) => feedback), ...examples]);
}

describe('the preview', () => {
  let tool: TestTool;
  let platform: TestPlatform;
  let trainer: string;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase('pglite'), content: scenarios });
    await tool.register(platform.registration());
    trainer = await tokenOf({
      [CLAIM.messageType]: 'LtiDeepLinkingRequest',
      [CLAIM.roles]: ['Instructor'],
      [CLAIM.deepLinking]: { deep_link_return_url: `${platform.issuer}/return`, accept_types: ['ltiResourceLink'] },
    });
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  const tokenOf = async (claims: object): Promise<string> =>
    pageData((await new TestBrowser(tool, platform).launch({ ...claims })).page).token;
  const ask = (token: string, body: object): Promise<Response> =>
    fetch(`${tool.url}/api/preview`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const request = (scenario: Scenario, change: object = {}) => ({
    scenarioId: scenario.id,
    results: 'per-step',
    answers: {},
    locked: [],
    handedIn: false,
    ...change,
  });
  const preview = async (scenario: Scenario, change: object = {}) =>
    PreviewSchema.parse(await (await ask(trainer, request(scenario, change))).json());

  it.each(all)('shows $id as a student sees it, without a key or feedback', async (scenario) => {
    const answers = Object.fromEntries(scenario.steps.flatMap(answerTo));
    for (const change of [{}, { answers }, { answers, results: 'after-release', handedIn: true }]) {
      const shown = await preview(scenario, change);
      expect(shown.feedback).toEqual({});
      for (const step of shown.scenario.steps) expect(StudentStepSchema.parse(step)).toEqual(step);
      const text = JSON.stringify(shown);
      for (const secret of scenario.steps.flatMap(secretsOf)) expect(text).not.toContain(JSON.stringify(secret));
    }
  });

  it('gives the feedback of the steps that are locked, and of no other', async () => {
    for (const scenario of all) {
      const answers = Object.fromEntries(scenario.steps.flatMap(answerTo));
      const [first, ...others] = scenario.steps.filter(({ kind }) => kind !== 'explanation');
      const shown = await preview(scenario, { answers, locked: [first?.id] });
      expect(Object.keys(shown.feedback)).toEqual([first?.id]);
      const own = new Set(first ? secretsOf(first) : []);
      const text = JSON.stringify(shown);
      const secrets = others.flatMap(secretsOf).filter((secret) => !own.has(secret));
      for (const secret of secrets) expect(text).not.toContain(JSON.stringify(secret));
    }
  });

  it('gives all feedback after handing in, to what was answered', async () => {
    const [scenario] = all;
    if (!scenario) throw new Error('no content');
    const [[step, answer] = ['', null]] = scenario.steps.flatMap(answerTo);
    const shown = await preview(scenario, { answers: { [step]: answer }, handedIn: true, results: 'after-hand-in' });
    expect(Object.keys(shown.feedback)).toEqual([step]);
  });

  it('gives no feedback to an answer that is none, or does not fit', async () => {
    for (const scenario of all) {
      const steps = scenario.steps.filter(({ kind }) => kind === 'choice' || kind === 'classify');
      const empty = steps.map(({ id, kind }): [string, object] => [
        id,
        kind === 'choice' ? { kind, picked: [] } : { kind, placed: {} },
      ]);
      const odd = steps.map(({ id }): [string, object] => [id, { kind: 'choice', picked: ['bestaat-niet'] }]);
      for (const answers of [empty, odd]) {
        const locked = steps.map(({ id }) => id);
        const shown = await preview(scenario, { answers: Object.fromEntries(answers), locked });
        expect(shown.feedback).toEqual({});
      }
    }
  });

  it('is for who chooses, not for students, and knows only what exists', async () => {
    const student = await tokenOf({});
    expect((await ask(student, { scenarioId: 'x' })).status).toBe(403);
    expect((await ask('x'.repeat(43), {})).status).toBe(401);
    const unknown = await ask(trainer, { ...request({ id: 'bestaat-niet' } as Scenario) });
    expect(await jsonOf(unknown)).toMatchObject({ code: 'unknown-scenario' });
    expect((await ask(trainer, { scenarioId: 'x', locked: 'alles' })).status).toBe(400);
  });
});
