import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pageData, TestBrowser } from '../testing/test-browser.ts';
import { countRows, ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { freshId, TestPlatform, testKeyPair } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';
import { CLAIM } from './claims.ts';
import { launchChecks, useCheck } from './launch-checks.ts';

const INSTRUCTOR = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor';

describe.each(ENGINES)('launches on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;
  /** Added to the tool's clock, in milliseconds. */
  let later = 0;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tool = await startTestTool({
      database: await openTestDatabase(engine),
      now: () => new Date(Date.now() + later),
    });
    await tool.register(platform.registration({ deploymentIds: ['1', '2'] }));
  });
  beforeEach(() => {
    platform.reset();
    later = 0;
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  const browse = (): TestBrowser => new TestBrowser(tool, platform);
  const status = async (page: string): Promise<number> => {
    const answer = await fetch(`${tool.url}/api/scenarios`, {
      headers: { authorization: `Bearer ${pageData(page).token}` },
    });
    return answer.status;
  };

  it.each([
    { name: 'lti-085 a student gets the student page', claims: {}, page: 'student' },
    {
      name: 'lti-076 an instructor gets the trainer page',
      claims: { [CLAIM.roles]: [INSTRUCTOR] },
      page: 'trainer',
    },
    {
      name: 'lti-084 no context is no obstacle',
      claims: { [CLAIM.context]: undefined },
      page: 'student',
    },
    {
      name: 'lti-095 unknown claims are ignored',
      claims: { 'https://lms.example/x': { y: [null] } },
      page: 'student',
    },
    {
      name: 'lti-056 ids of 255 characters fit',
      claims: { sub: 's'.repeat(255), [CLAIM.resourceLink]: { id: 'l'.repeat(255) } },
      page: 'student',
    },
    {
      name: 'lti-101 odd names and titles do no harm',
      claims: { name: '</script>\ud800\0💬', [CLAIM.resourceLink]: { id: 'odd', title: '</script><b>' } },
      page: 'student',
    },
  ])('$name', async ({ claims, page }) => {
    const seen = await browse().launch(claims);
    expect(seen).toMatchObject({ status: 200, code: null });
    expect(pageData(seen.page)).toMatchObject({ page, language: 'nl' });
    expect(seen.page).toContain(`<script type="module" src="/assets/${page}-1.js">`);
  });

  it('shows what every launch goes through', async () => {
    const { checks } = (await (await fetch(`${tool.url}/lti/checks`)).json()) as { checks: { code: string }[] };
    expect(checks.map(({ code }) => code)).toEqual([...launchChecks, useCheck].map(({ code }) => code));
  });

  it('lti-113, lti-118, lti-121 guards the page by its headers', async () => {
    const { headers } = await browse().launch({
      [CLAIM.launchPresentation]: { return_url: 'https://school.example/course?sesskey=1', locale: 'en-GB' },
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors ${platform.issuer} https://school.example`);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  it('lti-048 gives exactly one session for 50 posts of one token at once', async () => {
    const before = await countRows(tool.database, 'sessions');
    const browser = browse();
    const { state, nonce } = await browser.login();
    const idToken = await platform.sign(platform.claims(nonce, { sub: freshId() }));
    const seen = await Promise.all(Array.from({ length: 50 }, () => browser.post({ state, id_token: idToken })));
    expect(seen.filter((one) => one.status === 200)).toHaveLength(1);
    expect(new Set(seen.filter((one) => one.status !== 200).map(({ code }) => code))).toEqual(new Set(['state-used']));
    expect((await countRows(tool.database, 'sessions')) - before).toBe(1);
  });

  it('lti-047, lti-050 refuses a token that was used, also when its login is forgotten', async () => {
    const browser = browse();
    const { state, nonce } = await browser.login();
    const idToken = await platform.sign(platform.claims(nonce));
    const cookies = new Map(browser.cookies);
    expect((await browser.post({ state, id_token: idToken })).status).toBe(200);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect((await browser.post({ state, id_token: idToken })).code).toBe('state-used');
    later = 700_000;
    await browse().login();
    await expect.poll(async () => (await browser.post({ state, id_token: idToken })).code).toBe('state-expired');
  });

  it('lti-049 refuses the nonce of another login', async () => {
    const browser = browse();
    const [first, second] = [await browser.login(), await browser.login()];
    const idToken = await platform.sign(platform.claims(second.nonce));
    expect((await browser.post({ state: first.state, id_token: idToken })).code).toBe('nonce-wrong');
  });

  it('lti-051 refuses a state that is missing, unknown or expired', async () => {
    const browser = browse();
    const { state, nonce } = await browser.login();
    const idToken = await platform.sign(platform.claims(nonce));
    expect((await browser.post({ id_token: idToken })).code).toBe('launch-malformed');
    expect((await browser.post({ state: 'made-up', id_token: idToken })).code).toBe('state-unknown');
    later = 601_000;
    expect((await browser.post({ state, id_token: idToken })).code).toBe('state-expired');
  });

  it('lti-052 refuses a login that another browser began', async () => {
    const [mine, other] = [browse(), browse()];
    const { state, nonce } = await mine.login();
    const idToken = await platform.sign(platform.claims(nonce));
    for (const name of mine.cookies.keys()) other.cookies.set(name, 'guessed');
    expect((await other.post({ state, id_token: idToken })).code).toBe('other-browser');
    expect((await mine.post({ state, id_token: idToken })).status).toBe(200);
  });

  it('lti-112 offers a new window when the cookie is missing, and that works', async () => {
    const browser = browse();
    const hint = '{"cmid":6,"launchid":"a b+c"}';
    const { state, nonce } = await browser.login({ lti_message_hint: hint });
    browser.cookies.clear();
    const seen = await browser.post({ state, id_token: await platform.sign(platform.claims(nonce)) });
    expect(seen).toMatchObject({ code: 'cookies-blocked', status: 401 });
    const link = /href="(\/lti\/login[^"]*)" target="_blank"/.exec(seen.page)?.[1] ?? '';
    const again = await browser.send(link.replaceAll('&amp;', '&'));
    expect(again.status).toBe(302);
    expect(new URL(again.headers.get('location') ?? '').searchParams.get('lti_message_hint')).toBe(hint);
  });

  it('lti-105 keeps logins in two tabs apart', async () => {
    const browser = browse();
    const [first, second] = [await browser.login(), await browser.login()];
    for (const { state, nonce } of [second, first]) {
      expect((await browser.post({ state, id_token: await platform.sign(platform.claims(nonce)) })).status).toBe(200);
    }
  });

  it('lti-104 keeps one sub in two deployments, and one person over two launches, apart and together', async () => {
    const sub = freshId();
    const before = await countRows(tool.database, 'people');
    await browse().launch({ sub });
    await browse().launch({ sub, name: 'Sam' });
    await browse().launch({ sub, [CLAIM.deploymentId]: '2' }, { lti_deployment_id: '2' });
    expect((await countRows(tool.database, 'people')) - before).toBe(2);
  });

  it('makes one person, course and link of 20 first launches at once', async () => {
    const [sub, course, link] = [freshId(), freshId(), freshId()];
    const count = () =>
      Promise.all((['people', 'courses', 'links'] as const).map((name) => countRows(tool.database, name)));
    const before = await count();
    const claims = { sub, [CLAIM.context]: { id: course }, [CLAIM.resourceLink]: { id: link } };
    const seen = await Promise.all(Array.from({ length: 20 }, () => browse().launch(claims)));
    expect(seen.map((one) => one.status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(await count()).toEqual(before.map((rows) => rows + 1));
  });

  it('lti-055 refuses another deployment than the login hinted at', async () => {
    expect((await browse().launch({ [CLAIM.deploymentId]: '2' }, { lti_deployment_id: '1' })).code).toBe(
      'deployment-differs',
    );
  });

  it.each([
    { name: 'lti-063 login_required', error: 'login_required', code: 'sign-in-needed', link: true },
    { name: 'lti-063 interaction_required', error: 'interaction_required', code: 'sign-in-needed', link: true },
    { name: 'lti-063 access_denied', error: 'access_denied', code: 'platform-error', link: false },
    { name: 'lti-063 an error with markup', error: '<b>', code: 'platform-error', link: false },
  ])('$name gets a page', async ({ error, code, link }) => {
    const browser = browse();
    const { state } = await browser.login();
    const seen = await browser.post({ error, error_description: '<script>', state });
    expect(seen).toMatchObject({ code, status: 401 });
    expect(seen.page.includes('target="_blank"')).toBe(link);
    expect(seen.page).not.toMatch(/<script>|<b>/);
  });

  it('lti-064 refuses a launch by GET', async () => {
    const answer = await browse().send('/lti/launch?id_token=a.b.c&state=s');
    expect(answer.status).toBe(405);
  });

  it.each([
    { name: 'JSON', init: { body: '{"id_token":"x","state":"y"}', headers: { 'content-type': 'application/json' } } },
    {
      name: 'broken form',
      init: { body: '%E0%A4%A=1&&=', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    },
    {
      name: 'fields twice',
      init: { body: 'state=a&state=b&id_token=c', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    },
    { name: 'nothing', init: {} },
    {
      name: 'an unknown charset',
      init: { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded; charset=klingon' } },
    },
  ])('answers $name with a page', async ({ init }) => {
    const answer = await browse().send('/lti/launch', { method: 'POST', ...init });
    expect(Math.floor(answer.status / 100)).toBe(4);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('lti-066 speaks the language of the browser', async () => {
    const answer = await browse().send('/lti/launch', { method: 'POST', headers: { 'accept-language': 'en' } });
    expect(await answer.text()).toMatch(/<html lang="en">[\s\S]*<dt>Number<\/dt>/);
  });

  it('lti-114 ends a session after 8 hours without use', async () => {
    const trainer = await browse().launch({ [CLAIM.roles]: [INSTRUCTOR] });
    expect(await status(trainer.page)).toBe(200);
    later = 7 * 3_600_000;
    expect(await status(trainer.page)).toBe(200);
    later = 14 * 3_600_000;
    expect(await status(trainer.page)).toBe(200);
    later = 22.5 * 3_600_000;
    expect(await status(trainer.page)).toBe(401);
  });

  it('lti-114 ends a session after 24 hours, however much it is used', async () => {
    const trainer = await browse().launch({ [CLAIM.roles]: [INSTRUCTOR] });
    for (const hours of [6, 12, 18, 23.9]) {
      later = hours * 3_600_000;
      expect(await status(trainer.page)).toBe(200);
    }
    later = 24.1 * 3_600_000;
    expect(await status(trainer.page)).toBe(401);
  });

  it('lti-068 asks for the keys once more when the platform has a new one', async () => {
    expect((await browse().launch()).status).toBe(200);
    const { privateKey, publicKey } = testKeyPair();
    platform.answers['/jwks'] = () => ({
      status: 200,
      body: JSON.stringify({ keys: [platform.jwk(publicKey, 'key-2')] }),
    });
    later = 61_000;
    const browser = browse();
    const { state, nonce } = await browser.login();
    const now = Math.floor((Date.now() + later) / 1000);
    const claims = platform.claims(nonce, { iat: now, exp: now + 60 });
    const seen = await browser.post({
      state,
      id_token: await platform.sign(claims, { header: { kid: 'key-2' }, key: privateKey }),
    });
    expect(seen.status).toBe(200);
    expect(platform.requests.filter(({ path }) => path === '/jwks')).toHaveLength(1);
  });

  it('lti-065 refuses a platform that was disabled, until it is added again', async () => {
    const other = platform.registration({ clientId: 'client-2' });
    await tool.register(other);
    const launch = () => browse().launch({ aud: 'client-2' }, { client_id: 'client-2' });
    later = 700_000_000;
    const browser = browse();
    const { state, nonce } = await browser.login({ client_id: 'client-2' });
    await tool.internal('/platforms/disable', { issuer: other.issuer, clientId: other.clientId });
    const idToken = await platform.sign(platform.claims(nonce, { aud: 'client-2' }));
    expect((await browser.post({ state, id_token: idToken })).code).toBe('platform-disabled');
    expect((await browse().login({ client_id: 'client-2' })).response.status).toBe(403);
    later = 0;
    await tool.register(other);
    expect((await launch()).status).toBe(200);
  });
});
