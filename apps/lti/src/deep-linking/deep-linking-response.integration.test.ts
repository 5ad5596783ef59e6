import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { countRows, ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { RETURN_URL, testPicker } from '../testing/test-picker.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const CHOICE = {
  scenarioId: 'signalen',
  settings: { title: 'Signalen – klas 2', points: 7.5, attempts: null, counts: 'best', results: 'after-release' },
};

const CHOSEN = { assignments: [CHOICE] };

describe.each(ENGINES)('deep linking answers on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;
  const lines: string[] = [];

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase(engine), log: (line) => lines.push(line) });
    await tool.register(platform.registration());
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  const answer = (settings: object, choice: object) => testPicker(tool, platform).answer(settings, choice);

  it('lti-123 to lti-127 answers with a signed message', async () => {
    const { payload, protectedHeader, returnUrl } = await answer({ data: 'opaque "é"' }, CHOSEN);
    expect(returnUrl).toBe(RETURN_URL);
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
    const { payload } = await answer({ accept_presentation_document_targets: ['iframe', 'window'] }, CHOSEN);
    expect(payload[`${DL}content_items`]).toEqual([
      {
        type: 'ltiResourceLink',
        title: 'Signalen – klas 2',
        url: 'https://tool.example/lti/launch?scenario=signalen',
        custom: {
          mgv_scenario: 'signalen',
          mgv_item: expect.stringMatching(/^[\w-]{36}$/) as unknown,
          mgv_title: 'Signalen – klas 2',
          mgv_points: '7.5',
          mgv_attempts: 'unlimited',
          mgv_counts: 'best',
          mgv_results: 'after-release',
          mgv_context_history: '$Context.id.history',
          mgv_link_history: '$ResourceLink.id.history',
        },
        lineItem: { label: 'Signalen – klas 2', scoreMaximum: 7.5, resourceId: 'signalen', tag: 'mgv' },
        iframe: { width: 900, height: 700 },
      },
    ]);
  });

  it.each([
    { name: 'lti-130 no data', settings: {}, has: { lineItem: true, iframe: false, window: false } },
    {
      name: 'lti-134 a column where the platform does not say',
      settings: { accept_lineitem: undefined },
      has: { lineItem: true },
    },
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
    const { payload } = await answer(settings, CHOSEN);
    expect(payload).not.toHaveProperty([`${DL}data`]);
    const [item] = payload[`${DL}content_items`] as object[];
    for (const [name, present] of Object.entries(has)) expect(Object.keys(item ?? {}).includes(name)).toBe(present);
  });

  it('lti-136 sends an empty answer when the trainer cancels', async () => {
    const { payload } = await answer({}, { cancelled: true });
    expect(payload[`${DL}content_items`]).toEqual([]);
  });

  it('lti-137 tells the platform what went wrong', async () => {
    const { payload } = await answer({ accept_types: ['file'] }, { failed: 'links-not-accepted' });
    expect(payload[`${DL}content_items`]).toEqual([]);
    expect(payload[`${DL}errormsg`]).toContain('neemt je leeromgeving geen opdrachten aan');
    expect(payload[`${DL}errorlog`]).toBe('links-not-accepted');
    expect(Object.keys(payload).filter((claim) => claim !== claim.trim())).toEqual([]);
  });

  it('lti-140 sends dates with their zone', async () => {
    const dates = {
      opensAt: '2026-11-23T08:00:00Z',
      dueAt: '2026-12-18T23:59:00+01:00',
      closesAt: '2027-01-31T22:59:00Z',
    };
    const { payload } = await answer({}, { assignments: [{ ...CHOICE, dates }] });
    expect(payload[`${DL}content_items`]).toMatchObject([
      {
        available: { startDateTime: '2026-11-23T08:00:00Z', endDateTime: '2027-01-31T22:59:00Z' },
        submission: { endDateTime: '2026-12-18T23:59:00+01:00' },
      },
    ]);
    const dueOnly = { assignments: [{ ...CHOICE, dates: { dueAt: '2026-12-18T22:59:00Z' } }] };
    const [item] = (await answer({}, dueOnly)).payload[`${DL}content_items`] as object[];
    expect(item).toMatchObject({ submission: { endDateTime: '2026-12-18T22:59:00Z' } });
    expect(item).not.toHaveProperty('available');
  });

  it('lti-142 sends 25 items at once, each with a name of its own', async () => {
    const assignments = Array.from({ length: 25 }, (_, index) => ({
      ...CHOICE,
      settings: { ...CHOICE.settings, title: `Opdracht ${String(index + 1)}` },
    }));
    const { payload } = await answer({ accept_multiple: true }, { assignments });
    const items = payload[`${DL}content_items`] as { title: string; custom: Record<string, unknown> }[];
    expect(items.map(({ title }) => title)).toEqual(assignments.map(({ settings }) => settings.title));
    expect(new Set(items.map(({ custom }) => custom['mgv_item'])).size).toBe(25);
    for (const { custom } of items)
      for (const value of Object.values(custom)) expect(value).toEqual(expect.any(String));
  });

  it('lti-143 makes nothing of what was chosen until it is launched', async () => {
    await answer({}, CHOSEN);
    // Grading cannot even be reached here.
    expect(await countRows(tool.database, 'links')).toBe(0);
  });

  it('lti-128 logs the values sent, and no token or return address', async () => {
    lines.length = 0;
    await answer({ data: 'opaque-data' }, CHOSEN);
    const [line = ''] = lines.filter((each) => each.includes('deep linking answered'));
    expect(JSON.parse(line)).toMatchObject({
      items: [{ url: 'https://tool.example/lti/launch?scenario=signalen', resourceId: 'signalen', scoreMaximum: 7.5 }],
    });
    expect(lines.join()).not.toMatch(/sesskey|opaque-data|eyJ/);
  });
});
