import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { DeepLinkingAnswerSchema } from '@mgv/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { pageData, TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { jsonOf } from '../testing/test-json.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const CHOICE = {
  scenarioId: 'signalen',
  settings: { title: 'Signalen – klas 2', points: 7.5, attempts: null, counts: 'best', results: 'after-release' },
};

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

  const open = (settings: object = {}, custom?: object) =>
    new TestBrowser(tool, platform).launch({
      [CLAIM.messageType]: 'LtiDeepLinkingRequest',
      [CLAIM.roles]: ['Instructor'],
      [CLAIM.resourceLink]: undefined,
      [CLAIM.custom]: custom,
      [CLAIM.deepLinking]: {
        deep_link_return_url: 'https://school.example/return?sesskey=1',
        accept_types: ['ltiResourceLink'],
        ...settings,
      },
    });
  const call = (token: string, path: string, body?: unknown) =>
    fetch(`${tool.url}/api${path}`, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
  const answerOf = async (settings: object, choice: object) => {
    const { token } = pageData((await open(settings)).page);
    const { jwt, returnUrl } = DeepLinkingAnswerSchema.parse(await (await call(token, '/deep-linking', choice)).json());
    expect(returnUrl).toBe('https://school.example/return?sesskey=1');
    const keySet = createLocalJWKSet((await (await fetch(`${tool.url}/lti/jwks`)).json()) as JSONWebKeySet);
    return jwtVerify(jwt, keySet, { issuer: platform.clientId, audience: platform.issuer, algorithms: ['RS256'] });
  };

  it('lti-122, lti-146 opens the picker, with the title chosen before', async () => {
    const seen = await open({}, { mgv_title: 'Eerder gekozen' });
    expect(pageData(seen.page)).toMatchObject({ page: 'picker', title: 'Eerder gekozen' });
    expect(seen.headers.get('content-security-policy')).toContain("form-action 'self' https://school.example;");
  });

  it('lists the scenarios for the picker', async () => {
    const { token } = pageData((await open()).page);
    const answer = await call(token, '/scenarios');
    expect(await jsonOf(answer)).toMatchObject({ scenarios: [{ id: 'signalen' }] });
  });

  it('lti-123 to lti-127 answers with a signed message', async () => {
    const { payload, protectedHeader } = await answerOf({ data: 'opaque "é"' }, CHOICE);
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: expect.any(String) as unknown });
    expect(payload).toMatchObject({
      [CLAIM.messageType]: 'LtiDeepLinkingResponse',
      [CLAIM.version]: '1.3.0',
      [CLAIM.deploymentId]: '1',
      [`${DL}data`]: 'opaque "é"',
      nonce: expect.any(String) as unknown,
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(300);
    expect(Date.now() / 1000 - (payload.iat ?? 0)).toBeGreaterThanOrEqual(5);
  });

  it('lti-138, lti-139, lti-141 describes link and column', async () => {
    const { payload } = await answerOf({ accept_presentation_document_targets: ['iframe', 'window'] }, CHOICE);
    expect(payload[`${DL}content_items`]).toEqual([
      {
        type: 'ltiResourceLink',
        title: 'Signalen – klas 2',
        url: 'https://tool.example/lti/launch?scenario=signalen',
        custom: {
          mgv_scenario: 'signalen',
          mgv_title: 'Signalen – klas 2',
          mgv_points: '7.5',
          mgv_attempts: 'unlimited',
          mgv_counts: 'best',
          mgv_results: 'after-release',
        },
        lineItem: { label: 'Signalen – klas 2', scoreMaximum: 7.5, resourceId: 'signalen', tag: 'mgv' },
        iframe: { width: 900, height: 700 },
      },
    ]);
  });

  it.each([
    { name: 'lti-130 no data', settings: {}, has: { lineItem: true, iframe: false, window: false } },
    {
      name: 'lti-133 no line items',
      settings: { accept_lineitem: false },
      has: { lineItem: false, iframe: false, window: false },
    },
    {
      name: 'lti-135 windows only',
      settings: { accept_presentation_document_targets: ['window'] },
      has: { lineItem: true, iframe: false, window: true },
    },
  ])('$name', async ({ settings, has }) => {
    const { payload } = await answerOf(settings, CHOICE);
    expect(payload).not.toHaveProperty([`${DL}data`]);
    const [item] = payload[`${DL}content_items`] as object[];
    for (const [name, present] of Object.entries(has)) expect(Object.keys(item ?? {}).includes(name)).toBe(present);
  });

  it('lti-136 sends an empty answer when the trainer cancels', async () => {
    const { payload } = await answerOf({}, { cancelled: true });
    expect(payload[`${DL}content_items`]).toEqual([]);
  });

  it('answers once, also when asked twice at the same time', async () => {
    const { token } = pageData((await open()).page);
    const answers = await Promise.all([call(token, '/deep-linking', CHOICE), call(token, '/deep-linking', CHOICE)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    {
      name: 'an unknown scenario',
      settings: {},
      choice: { ...CHOICE, scenarioId: 'none' },
      status: 400,
      code: 'unknown-scenario',
    },
    {
      name: 'lti-132 links that are not accepted',
      settings: { accept_types: ['file'] },
      choice: CHOICE,
      status: 409,
      code: 'links-not-accepted',
    },
    {
      name: 'no title',
      settings: {},
      choice: { ...CHOICE, settings: { ...CHOICE.settings, title: ' ' } },
      status: 400,
      code: 'invalid-request',
    },
    {
      name: 'no points',
      settings: {},
      choice: { ...CHOICE, settings: { ...CHOICE.settings, points: 0 } },
      status: 400,
      code: 'invalid-request',
    },
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
    expect(await jsonOf(await call(student.token, '/deep-linking', CHOICE))).toMatchObject({
      code: 'not-deep-linking',
    });
    expect((await call(student.token, '/scenarios')).status).toBe(403);
    expect((await call('x'.repeat(43), '/scenarios')).status).toBe(401);
  });
});
