import { DeepLinkingOptionsSchema } from '@mgv/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { pageData, TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { jsonOf } from '../testing/test-json.ts';
import { testPicker } from '../testing/test-picker.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

const CHOICE = {
  scenarioId: 'signalen',
  settings: { title: 'Signalen – klas 2', points: 7.5, attempts: null, counts: 'best', results: 'after-release' },
};

const CHOSEN = { assignments: [CHOICE] };

describe.each(ENGINES)('deep linking on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase(engine) });
    await tool.register(platform.registration());
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  const open = (...args: Parameters<ReturnType<typeof testPicker>['open']>) => testPicker(tool, platform).open(...args);
  const call = (token: string, path: string, body?: unknown) => testPicker(tool, platform).call(token, path, body);

  it('lti-122 opens the picker', async () => {
    const seen = await open({}, { [CLAIM.custom]: { mgv_title: 'Eerder gekozen' } });
    expect(pageData(seen.page)).toMatchObject({ page: 'picker', title: 'Eerder gekozen' });
    expect(seen.headers.get('content-security-policy')).toContain("form-action 'self' https://school.example;");
  });

  it.each([
    {
      name: 'lti-131 one item where the platform says nothing',
      settings: {},
      claims: {},
      options: { links: true, multiple: false, gradebook: null, previous: null },
    },
    {
      name: 'lti-131 one item where the platform says so',
      settings: { accept_multiple: false, accept_lineitem: true },
      claims: {},
      options: { links: true, multiple: false, gradebook: true, previous: null },
    },
    {
      name: 'lti-133 several items without marks',
      settings: { accept_multiple: true, accept_lineitem: false },
      claims: {},
      options: { links: true, multiple: true, gradebook: false, previous: null },
    },
    {
      name: 'lti-132 no links',
      settings: { accept_types: ['file', 'html'] },
      claims: {},
      options: { links: false, multiple: false, gradebook: null, previous: null },
    },
    {
      name: 'lti-134 no marks in a place of Canvas that has none',
      settings: {},
      claims: { [CLAIM.canvasPlacement]: 'link_selection' },
      options: { links: true, multiple: false, gradebook: false, previous: null },
    },
    {
      name: 'lti-146 what was chosen before',
      settings: {},
      claims: { [CLAIM.custom]: { mgv_scenario: 'signalen', mgv_points: '7.5', mgv_attempts: 'unlimited' } },
      options: {
        links: true,
        multiple: false,
        gradebook: null,
        previous: { scenarioId: 'signalen', settings: { points: 7.5, attempts: null } },
      },
    },
    {
      name: 'lti-146 nothing chosen before when the variables were not filled in',
      settings: {},
      claims: { [CLAIM.custom]: { mgv_scenario: '$mgv.scenario', mgv_points: null } },
      options: { links: true, multiple: false, gradebook: null, previous: null },
    },
  ])('tells the picker: $name', async ({ settings, claims, options }) => {
    const targets = { [CLAIM.targetLinkUri]: 'https://tool.example/lti/launch' };
    const { token } = pageData((await open(settings, { ...targets, ...claims })).page);
    expect(DeepLinkingOptionsSchema.parse(await (await call(token, '/deep-linking')).json())).toEqual(options);
  });

  it('lists the scenarios for the picker', async () => {
    const { token } = pageData((await open()).page);
    const answer = await call(token, '/scenarios');
    expect(await jsonOf(answer)).toMatchObject({ scenarios: [{ id: 'signalen' }] });
  });

  it('lti-144 refuses a student', async () => {
    const seen = await open({}, { [CLAIM.roles]: ['Learner'] });
    expect(seen).toMatchObject({ status: 403, code: 'not-a-trainer' });
  });

  it.each([
    {
      name: 'another host than the platform',
      url: 'https://evil.example/return',
      code: 'return-address-foreign',
    },
    {
      name: 'a host that only looks like it',
      url: 'https://school.example.evil.example/return',
      code: 'return-address-foreign',
    },
    { name: 'a script', url: 'javascript:alert(1)', code: 'deep-linking-settings-missing' },
  ])('lti-145 refuses to answer to $name', async ({ url, code }) => {
    expect(await open({ deep_link_return_url: url })).toMatchObject({ status: 401, code });
  });

  it('answers once, also when asked twice at the same time', async () => {
    const { token } = pageData((await open()).page);
    const answers = await Promise.all([call(token, '/deep-linking', CHOSEN), call(token, '/deep-linking', CHOSEN)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    {
      name: 'an unknown scenario',
      settings: {},
      choice: { assignments: [{ ...CHOICE, scenarioId: 'none' }] },
      status: 400,
      code: 'unknown-scenario',
    },
    {
      name: 'lti-132 links that are not accepted',
      settings: { accept_types: ['file'] },
      choice: CHOSEN,
      status: 409,
      code: 'links-not-accepted',
    },
    {
      name: 'no title',
      settings: {},
      choice: { assignments: [{ ...CHOICE, settings: { ...CHOICE.settings, title: ' ' } }] },
      status: 400,
      code: 'invalid-request',
    },
    {
      name: 'no points',
      settings: {},
      choice: { assignments: [{ ...CHOICE, settings: { ...CHOICE.settings, points: 0 } }] },
      status: 400,
      code: 'invalid-request',
    },
    {
      name: 'lti-131 two where one is taken',
      settings: {},
      choice: { assignments: [CHOICE, CHOICE] },
      status: 409,
      code: 'one-only',
    },
    {
      name: 'lti-140 a date without a zone',
      settings: {},
      choice: { assignments: [{ ...CHOICE, dates: { dueAt: '2026-12-18T22:59:00' } }] },
      status: 400,
      code: 'invalid-request',
    },
    {
      name: 'dates in the wrong order',
      settings: {},
      choice: {
        assignments: [{ ...CHOICE, dates: { opensAt: '2026-12-18T22:59:00Z', dueAt: '2026-12-01T22:59:00Z' } }],
      },
      status: 400,
      code: 'dates-reversed',
    },
    { name: 'no items', settings: {}, choice: { assignments: [] }, status: 400, code: 'invalid-request' },
    { name: 'nothing', settings: {}, choice: {}, status: 400, code: 'invalid-request' },
  ])('refuses $name, and can still be answered', async ({ settings, choice, status, code }) => {
    const { token } = pageData((await open(settings)).page);
    const refused = await call(token, '/deep-linking', choice);
    expect(refused.status).toBe(status);
    expect(await jsonOf(refused)).toMatchObject({ code });
    expect((await call(token, '/deep-linking', { cancelled: true })).status).toBe(200);
  });

  it('is only for deep linking sessions, and gives students no list', async () => {
    const student = pageData((await new TestBrowser(tool, platform).launch()).page);
    expect(await jsonOf(await call(student.token, '/deep-linking', CHOSEN))).toMatchObject({
      code: 'not-deep-linking',
    });
    expect((await call(student.token, '/scenarios')).status).toBe(403);
    expect((await call('x'.repeat(43), '/scenarios')).status).toBe(401);
  });
});
