import { StoragePageDataSchema } from '@mgv/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageJson, TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

const FRAME = { 'sec-fetch-dest': 'iframe', referer: 'https://school.example/course' };
const OURS = { 'sec-fetch-site': 'same-origin' };

describe.each(ENGINES)('platform storage on %s', (engine) => {
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

  /** A login in a frame; gives the page's data, and what the platform would get. */
  async function begin(headers: Record<string, string> = FRAME) {
    const browser = new TestBrowser(tool, platform);
    const parameters = browser.parameters({ lti_storage_target: 'post_message_forwarding' });
    const response = await browser.send(`/lti/login?${parameters.toString()}`, { headers });
    return { browser, response };
  }

  /** As {@link begin}, with cookies blocked, up to the launch without a cookie. */
  async function launchWithoutCookie() {
    const { browser, response } = await begin();
    const { storage } = StoragePageDataSchema.parse(pageJson(await response.text()));
    if (storage.mode !== 'put') throw new Error('the login did not put');
    const { searchParams } = new URL(storage.next);
    const [state, nonce] = [searchParams.get('state') ?? '', searchParams.get('nonce') ?? ''];
    browser.cookies.clear();
    const form = { state, id_token: await platform.sign(platform.claims(nonce)) };
    return { browser, form, kept: storage, seen: await browser.post(form) };
  }

  it('lti-017, lti-221 answers a login in a frame with a page that puts the secret in the platform', async () => {
    const { response } = await begin();
    expect(response.status).toBe(200);
    const data = StoragePageDataSchema.parse(pageJson(await response.text()));
    expect(data.frame).toEqual({ target: 'post_message_forwarding', origin: platform.issuer });
    expect(data.storage).toMatchObject({ mode: 'put', value: expect.stringMatching(/^[\w-]{43}$/) as string });
    const cookie = response.headers.get('set-cookie');
    expect(cookie).toContain(`=${data.storage.mode === 'put' ? data.storage.value : '?'};`);
    expect(response.headers.get('content-security-policy')).toContain(
      `frame-ancestors ${platform.issuer} https://school.example`,
    );
  });

  it.each([
    { name: 'a window of its own', headers: { 'sec-fetch-dest': 'document' } },
    { name: 'a browser that does not say', headers: {} },
  ])('lti-112 goes straight to the platform in $name', async ({ headers }) => {
    const { response } = await begin(headers);
    expect(response.status).toBe(302);
  });

  it('lti-112 asks a browser without storage whether it keeps cookies, before the platform is asked', async () => {
    const hint = '{"cmid":6,"launchid":"once"}';
    const framed = { headers: { 'sec-fetch-dest': 'iframe' } };
    const browser = new TestBrowser(tool, platform);
    const login = browser.parameters({ lti_message_hint: hint });
    const first = await browser.send(`/lti/login?${login.toString()}`, framed);
    expect(first.status).toBe(303);
    const probe = first.headers.get('location') ?? '';

    const kept = await browser.send(probe, framed);
    expect(kept.status).toBe(302);
    const sent = new URL(kept.headers.get('location') ?? '');
    expect([sent.origin, sent.searchParams.get('lti_message_hint')]).toEqual([platform.issuer, hint]);
    expect((await browser.send(`/lti/login?${login.toString()}`, framed)).status).toBe(302);

    browser.cookies.clear();
    const blocked = await browser.send(probe, framed);
    const page = await blocked.text();
    expect([blocked.status, page.includes('<dd>cookies-blocked</dd>')]).toEqual([401, true]);
    const link = /href="(\/lti\/login[^"]*)" target="_blank"/.exec(page)?.[1] ?? '';
    browser.cookies.clear();
    const window = await browser.send(link.replaceAll('&amp;', '&'), { headers: { 'sec-fetch-dest': 'document' } });
    expect(window.status).toBe(302);
    expect(new URL(window.headers.get('location') ?? '').searchParams.get('lti_message_hint')).toBe(hint);
  });

  it('lti-223, lti-224 tells the storage page where to go when the platform keeps nothing', async () => {
    const { browser, response } = await begin();
    const { storage } = StoragePageDataSchema.parse(pageJson(await response.text()));
    const otherwise = storage.mode === 'put' ? storage.otherwise : '';
    expect((await browser.send(otherwise, { headers: FRAME })).status).toBe(302);
    browser.cookies.clear();
    expect((await browser.send(otherwise, { headers: FRAME })).status).toBe(401);
  });

  it('lti-111, lti-112 launches without a cookie by what our own page read from the storage', async () => {
    const { browser, form, kept, seen } = await launchWithoutCookie();
    expect(seen.status).toBe(200);
    expect(StoragePageDataSchema.parse(pageJson(seen.page)).storage).toEqual({
      mode: 'get',
      key: kept.key,
      action: '/lti/launch',
      form: { id_token: form.id_token, state: form.state },
    });
    expect(seen.headers.get('referrer-policy')).toBe('same-origin');
    const again = await browser.post({ ...form, binding: kept.value }, OURS);
    expect(again).toMatchObject({ status: 200, code: null });
    expect(again.page).toContain('/assets/student-1.js');
  });

  it.each([
    { name: 'another site posts the secret', binding: 'right', headers: { 'sec-fetch-site': 'cross-site' } },
    { name: 'a page of unknown origin posts it', binding: 'right', headers: {} },
    { name: 'another origin posts it', binding: 'right', headers: { origin: 'https://evil.example' } },
    { name: 'the storage had nothing', binding: '', headers: OURS },
  ])('lti-052, lti-112 offers a new window when $name', async ({ binding, headers }) => {
    const { browser, form, kept } = await launchWithoutCookie();
    const posted = { ...form, binding: binding === 'right' ? kept.value : binding };
    const seen = await browser.post(posted, headers);
    expect(seen).toMatchObject({ status: 401, code: 'cookies-blocked' });
    expect(seen.page).toContain('target="_blank"');
  });

  it('lti-052 refuses a secret that is not the one of this login', async () => {
    const { browser, form } = await launchWithoutCookie();
    const seen = await browser.post({ ...form, binding: 'x'.repeat(43) }, OURS);
    expect(seen).toMatchObject({ code: 'other-browser' });
  });

  it('knows its own page by its origin where the browser does not say which site', async () => {
    const { browser, form, kept } = await launchWithoutCookie();
    const seen = await browser.post({ ...form, binding: kept.value }, { origin: 'https://tool.example' });
    expect(seen.status).toBe(200);
  });
});
