import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPayload } from '../testing/payloads.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

describe.each(ENGINES)('login on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;
  let browser: TestBrowser;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase(engine) });
    browser = new TestBrowser(tool, platform);
    await tool.register(platform.registration());
    const twin = { issuer: 'https://twin.example', authUrl: 'https://twin.example/auth?tenant=7' };
    await tool.register(platform.registration({ ...twin, clientId: 'a', deploymentIds: ['1'] }));
    await tool.register(platform.registration({ ...twin, clientId: 'b', deploymentIds: ['2'] }));
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  it('lti-001, lti-015 sends the browser to the platform with exactly these parameters', async () => {
    const { location, response, state, nonce } = await browser.login();
    expect(response.status).toBe(302);
    expect(location.origin + location.pathname).toBe(`${platform.issuer}/auth`);
    expect(Object.fromEntries(location.searchParams)).toEqual({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: platform.clientId,
      redirect_uri: 'https://tool.example/lti/launch',
      login_hint: 'user-7',
      state,
      nonce,
    });
  });

  it('lti-002 takes a login by POST', async () => {
    const response = await browser.send('/lti/login', { method: 'POST', body: browser.parameters() });
    expect(response.status).toBe(302);
  });

  it('lti-016 gives a fresh state and nonce: a nonce of 256 bits, a state that carries its hash and is signed', async () => {
    const logins = await Promise.all(Array.from({ length: 20 }, () => browser.login()));
    const secrets = logins.flatMap(({ state, nonce }) => [state, nonce]);
    expect(new Set(secrets).size).toBe(40);
    for (const { state, nonce } of logins) {
      expect(state).toMatch(/^[\w-]{200,}\.[\w-]{43}$/);
      expect(nonce).toMatch(/^[\w-]{43}$/);
      expect(state).not.toContain(nonce);
    }
  });

  it('lti-019 is not kept, tells nobody where it came from, and binds the browser', async () => {
    const { response } = await browser.login();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('set-cookie')).toMatch(
      /^mgv-login-[0-9a-f]{12}=[\w-]{43}; HttpOnly; Secure; SameSite=None; Partitioned; Path=\/lti; Max-Age=600$/,
    );
  });

  it.each([
    { name: 'lti-010 Moodle: JSON', hint: '{"cmid":6,"launchid":"ltilaunch5_1475568242"}' },
    { name: 'lti-010 Canvas: a JWT', hint: 'eyJ0eXAiOiJKV1QifQ.eyJ2IjoiMCJ9.opaque' },
    { name: 'lti-010 signs that mean something in an address', hint: 'a+b c&d=e%20f/é💬"<' },
  ])('$name is given back byte for byte', async ({ hint }) => {
    const { location } = await browser.login({ lti_message_hint: hint });
    expect(location.searchParams.get('lti_message_hint')).toBe(hint);
  });

  it.each([
    { name: 'named so by its issuer', issuer: 'https://canvas.instructure.com' },
    { name: 'of the test environment', issuer: 'https://canvas.test.instructure.com' },
  ])('lti-005 takes the registered target from Canvas, which may leave it out: $name', async ({ issuer }) => {
    await tool.register(platform.registration({ issuer, clientId: 'canvas' }));
    const { location } = await browser.login({ iss: issuer, client_id: 'canvas', target_link_uri: undefined });
    expect(location.searchParams.get('redirect_uri')).toBe('https://tool.example/lti/launch');
  });

  it.each(['moodle/launch-student', 'canvas/launch-student'])('lti-013 takes the login of %s', async (name) => {
    const login: Record<string, string> = {
      ...readPayload(name).login,
      target_link_uri: 'https://tool.example/lti/launch',
    };
    await tool.register(platform.registration({ issuer: login['iss'] ?? '', clientId: login['client_id'] ?? '' }));
    const response = await browser.send('/lti/login', { method: 'POST', body: new URLSearchParams(login) });
    expect(response.status).toBe(302);
  });

  it.each([
    { name: 'lti-003 no iss', login: { iss: undefined }, status: 400, code: 'login-invalid' },
    { name: 'lti-004 no login_hint', login: { login_hint: undefined }, status: 400, code: 'login-invalid' },
    { name: 'lti-005 no target_link_uri', login: { target_link_uri: undefined }, status: 400, code: 'login-invalid' },
    { name: 'lti-006 unknown iss', login: { iss: 'https://strange.example' }, status: 403, code: 'platform-unknown' },
    { name: 'lti-007 unknown client_id', login: { client_id: 'strange' }, status: 403, code: 'platform-unknown' },
    {
      name: 'lti-009 two registrations, no client_id',
      login: { iss: 'https://twin.example', client_id: undefined, lti_deployment_id: undefined },
      status: 403,
      code: 'platform-ambiguous',
    },
    {
      name: 'lti-014 target elsewhere',
      login: { target_link_uri: 'https://evil.example/lti/launch' },
      status: 400,
      code: 'target-not-ours',
    },
    {
      name: 'lti-014 target that begins like ours',
      login: { target_link_uri: 'https://tool.example.evil.example/' },
      status: 400,
      code: 'target-not-ours',
    },
    {
      name: 'lti-014 target that is no address',
      login: { target_link_uri: 'launch' },
      status: 400,
      code: 'target-not-ours',
    },
    { name: 'iss over 255 characters', login: { iss: 'i'.repeat(256) }, status: 400, code: 'login-invalid' },
    { name: 'a NUL', login: { login_hint: 'a\0b' }, status: 400, code: 'login-invalid' },
  ])('$name is refused', async ({ login, status, code }) => {
    const { response } = await browser.login(login);
    const page = await response.text();
    expect(response.status).toBe(status);
    expect(page).toContain(`<dd>${code}</dd>`);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('lti-006 names issuer and client id for the administrator, escaped', async () => {
    const { response } = await browser.login({ iss: 'https://<b>.example', client_id: '"x"' });
    const page = await response.text();
    expect(page).toContain('https://&lt;b&gt;.example');
    expect(page).toContain('&quot;x&quot;');
  });

  it.each([
    { name: 'lti-008 by client_id', login: { client_id: 'b' }, clientId: 'b' },
    {
      name: 'lti-009 by the only deployment that fits',
      login: { client_id: undefined, lti_deployment_id: '2' },
      clientId: 'b',
    },
  ])('$name picks the right registration of two', async ({ login, clientId }) => {
    const { location } = await browser.login({ iss: 'https://twin.example', ...login });
    expect(location.searchParams.get('client_id')).toBe(clientId);
    expect(location.searchParams.get('tenant')).toBe('7');
  });

  it.each([
    { name: 'JSON', init: { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } } },
    { name: 'nothing', init: { method: 'POST' } },
    {
      name: 'a body over the limit',
      init: { method: 'POST', body: new URLSearchParams({ iss: 'i'.repeat(200_000) }) },
    },
  ])('answers $name with a page', async ({ init }) => {
    const response = await browser.send('/lti/login', init);
    expect(Math.floor(response.status / 100)).toBe(4);
    expect(response.headers.get('content-type')).toContain('text/html');
  });
});
