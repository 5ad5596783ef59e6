import { describe, expect, it } from 'vitest';
import { ENGINES } from '../testing/test-database.ts';
import { testSystem } from '../testing/test-system.ts';
import { startTestTool } from '../testing/test-tool.ts';
import { CLAIM } from './claims.ts';

const at = (deployment: string) => ({ [CLAIM.deploymentId]: deployment });
const ags = (lineitem: string) => ({ [CLAIM.ags]: { lineitem, lineitems: 'https://lms.example/items', scope: ['s'] } });

describe.each(ENGINES)('deployments and links on %s', (engine) => {
  const system = testSystem(engine, { deploymentIds: ['school-a', 'school-b'] });
  const login = { lti_deployment_id: undefined };

  it('lti-053 keeps out a deployment that the registration does not have, and says which', async () => {
    const { code, status, page } = await system.launch(at('school-z'), login);
    expect([status, code]).toEqual([403, 'deployment-pending']);
    expect(page).toContain('school-z');
    expect(system.grading.actors).toEqual([]);
  });

  it('lti-054 gives two schools under one client id nothing in common', async () => {
    const same = { sub: 'user-1', [CLAIM.context]: { id: 'course-1' }, [CLAIM.resourceLink]: { id: 'link-1' } };
    const a = await system.open({ ...same, ...at('school-a') }, login);
    const b = await system.open({ ...same, ...at('school-b') }, login);
    expect(a.actor?.tenantId).not.toBe(b.actor?.tenantId);
    expect(a.actor?.person.id).not.toBe(b.actor?.person.id);
    expect(a.actor?.courseId).not.toBe(b.actor?.courseId);
    const again = await system.open({ ...same, ...at('school-a') }, login);
    expect(again.actor?.tenantId).toBe(a.actor?.tenantId);
  });

  it.each([
    {
      name: 'by its custom parameter',
      custom: { mgv_scenario: 'uit-custom' },
      query: '?scenario=uit-adres',
      is: 'uit-custom',
    },
    {
      name: 'by its address',
      custom: { mgv_scenario: '$Custom.scenario' },
      query: '?scenario=uit-adres',
      is: 'uit-adres',
    },
    { name: 'not at all: the trainer chooses, the student waits', custom: {}, query: '', is: null },
  ])('lti-094, lti-102 a link never seen before finds its scenario $name', async ({ custom, query, is }) => {
    const claims = {
      ...at('school-a'),
      [CLAIM.resourceLink]: { id: `new${query}${JSON.stringify(custom)}` },
      [CLAIM.custom]: custom,
      [CLAIM.targetLinkUri]: `https://tool.example/lti/launch${query}`,
    };
    for (const roles of [['Instructor'], ['Learner']]) {
      const { actor } = await system.open({ ...claims, [CLAIM.roles]: roles }, login);
      expect(actor?.link.scenarioId).toBe(is);
    }
  });

  it.each(['$Person.name.full', '$X', '', '  ', null, '$Canvas.assignment.id'])(
    'lti-102 a setting of %j counts as not given',
    async (value) => {
      const custom = { mgv_title: value, mgv_points: value, mgv_attempts: value, mgv_counts: value };
      const { actor } = await system.open({ ...at('school-a'), [CLAIM.custom]: custom }, login);
      expect(actor?.link.settings).toEqual({});
    },
  );

  it('lti-103 neither shows nor passes on markup in a description', async () => {
    const link = { id: 'link-html', title: '<b>Titel</b>', description: '<script>alert(1)</script>' };
    const { page, actor } = await system.open({ ...at('school-a'), [CLAIM.resourceLink]: link }, login);
    expect(page).not.toContain('alert(1)');
    expect(page).not.toContain('<b>Titel');
    expect(actor?.link.title).toBe('<b>Titel</b>');
  });

  it.each(['iframe', 'window', 'frame', undefined, 'somewhere'])(
    'lti-107 opens with document_target %s',
    async (target) => {
      const presentation = { document_target: target, height: 600, width: '100%' };
      const { data } = await system.open({ ...at('school-a'), [CLAIM.launchPresentation]: presentation }, login);
      expect(data).toMatchObject({ page: 'student', returnUrl: null });
    },
  );

  it.each([
    { url: 'https://lms.example/course/view.php?id=2&sesskey=x', kept: true },
    { url: 'javascript:alert(1)', kept: false },
    { url: 'data:text/html,x', kept: false },
    { url: '/course/view.php', kept: false },
    { url: 7, kept: false },
  ])('lti-108 return_url $url', async ({ url, kept }) => {
    const { data } = await system.open({ ...at('school-a'), [CLAIM.launchPresentation]: { return_url: url } }, login);
    expect(data.returnUrl).toBe(kept ? url : null);
  });

  it.each([
    { name: 'the place of the launch', locale: 'en-GB', claim: 'nl', browser: 'nl', language: 'en' },
    { name: 'the person', locale: 'fr', claim: 'en_US', browser: 'nl', language: 'en' },
    { name: 'the browser', locale: undefined, claim: undefined, browser: 'en-GB,en;q=0.9', language: 'en' },
    { name: 'nobody we understand', locale: 'fr', claim: 'tr', browser: 'pl', language: 'nl' },
  ])('lti-109 speaks the language of $name', async ({ locale, claim, browser, language }) => {
    const { platform } = system;
    const person = system.browse();
    const { state, nonce } = await person.login(login);
    const claims = { ...at('school-a'), locale: claim, [CLAIM.launchPresentation]: { locale } };
    const body = new URLSearchParams({ state, id_token: await platform.sign(platform.claims(nonce, claims)) });
    const answer = await person.send('/lti/launch', { method: 'POST', body, headers: { 'accept-language': browser } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`<html lang="${language}">`);
  });

  it('lti-110 takes the gradebook from the newest launch', async () => {
    const first = await system.open({ ...at('school-a'), ...ags('https://lms.example/items/1') }, login);
    const second = await system.open({ ...at('school-a'), ...ags('https://lms.example/items/2') }, login);
    expect(first.actor?.gradebook?.lineItem).toBe('https://lms.example/items/1');
    expect(second.actor?.gradebook?.lineItem).toBe('https://lms.example/items/2');
    const third = await system.open({ ...at('school-a'), [CLAIM.ags]: undefined }, login);
    expect(third.actor?.gradebook).toBeNull();
  });

  it('lti-050 remembers a used token when the tool has started anew, and in a second instance', async () => {
    const browser = system.browse();
    const { state, nonce } = await browser.login(login);
    const cookies = new Map(browser.cookies);
    const id_token = await system.platform.sign(system.platform.claims(nonce, at('school-a')));
    expect((await browser.post({ state, id_token })).status).toBe(200);
    const other = await startTestTool({ database: { ...system.tool.database, close: () => Promise.resolve() } });
    const answer = await fetch(`${other.url}/lti/launch`, {
      method: 'POST',
      body: new URLSearchParams({ state, id_token }),
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('state-used');
    await other.close();
  });
});
