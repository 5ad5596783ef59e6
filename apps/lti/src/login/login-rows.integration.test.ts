import { describe, expect, it } from 'vitest';
import { ENGINES } from '../testing/test-database.ts';
import { testSystem } from '../testing/test-system.ts';

/** Parameters that a platform may add to a login. */
const EXTRAS = [
  { name: 'Canvas', extras: { canvas_region: 'eu-central-1', canvas_environment: 'prod', deployment_id: '1' } },
  { name: 'something unheard of', extras: { 'x-y': '1', lti_future: '[]', utf8: '✓' } },
  { name: 'an empty message hint', extras: { lti_message_hint: '' } },
];

/** Targets that are not ours, however much they look like it. */
const FOREIGN_TARGETS = [
  'https://evil.example/lti/launch',
  'https://tool.example.evil.example/lti/launch',
  'https://tool.example@evil.example/lti/launch',
  'https://tool.example:8443/lti/launch',
  'http://tool.example/lti/launch',
  '//tool.example/lti/launch',
  '/lti/launch',
  'javascript:alert(1)//https://tool.example',
];

describe.each(ENGINES)('logins on %s', (engine) => {
  const system = testSystem(engine, { deploymentIds: ['1', '2'] });

  it('lti-011 sends no lti_message_hint where there was none, and the launch works', async () => {
    const browser = system.browse();
    const { state, nonce, location } = await browser.login();
    expect(location.searchParams.has('lti_message_hint')).toBe(false);
    const id_token = await system.platform.sign(system.platform.claims(nonce));
    expect((await browser.post({ state, id_token })).status).toBe(200);
  });

  it.each([
    { name: 'the same', hint: '1', deployment: '1', code: null },
    { name: 'another', hint: '1', deployment: '2', code: 'deployment-differs' },
    { name: 'none in the login', hint: undefined, deployment: '2', code: null },
  ])('lti-012, lti-055 lti_deployment_id and deployment_id: $name', async ({ hint, deployment, code }) => {
    const claims = { 'https://purl.imsglobal.org/spec/lti/claim/deployment_id': deployment };
    expect((await system.launch(claims, { lti_deployment_id: hint })).code).toBe(code);
  });

  it.each(EXTRAS)('lti-013 is not disturbed by parameters of $name', async ({ extras }) => {
    expect((await system.launch({}, extras)).status).toBe(200);
  });

  it.each(FOREIGN_TARGETS)('lti-014 refuses the target %s', async (target) => {
    const { response } = await system.browse().login({ target_link_uri: target });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('lti-014 always names our own redirect_uri, whatever the target', async () => {
    const { location } = await system.browse().login({ target_link_uri: 'https://tool.example/elsewhere?x=1' });
    expect(location.searchParams.get('redirect_uri')).toBe('https://tool.example/lti/launch');
  });

  it('lti-016 ties state and nonce together, and to their login', async () => {
    const browser = system.browse();
    const [first, second] = [await browser.login(), await browser.login()];
    const token = (nonce: string) => system.platform.sign(system.platform.claims(nonce));
    const crossed = await browser.post({ state: first.state, id_token: await token(second.nonce) });
    expect(crossed.code).toBe('nonce-wrong');
    expect((await browser.post({ state: second.state, id_token: await token(second.nonce) })).status).toBe(200);
  });

  it('lti-018 takes a thousand logins that nobody finishes, and lets them all expire', async () => {
    const { platform } = system;
    const browser = system.browse();
    const first = await browser.login();
    const oldCookies = new Map(browser.cookies);
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(Array.from({ length: 50 }, () => system.browse().login()));
    }
    const last = await browser.login();
    system.later = 599_000;
    const iat = Math.floor((Date.now() + system.later) / 1000);
    const token = (nonce: string) => platform.sign(platform.claims(nonce, { iat, exp: iat + 60 }));
    expect((await browser.post({ state: last.state, id_token: await token(last.nonce) })).status).toBe(200);
    system.later = 660_000;
    for (const [name, value] of oldCookies) browser.cookies.set(name, value);
    const late = await browser.post({ state: first.state, id_token: await token(first.nonce) });
    expect(['state-expired', 'state-unknown']).toContain(late.code);
  });

  it.each(['GET', 'POST'])('lti-019 leaves no trace of a login by %s', async (method) => {
    const parameters = system.browse().parameters();
    const response = await (method === 'GET'
      ? system.browse().send(`/lti/login?${parameters.toString()}`)
      : system.browse().send('/lti/login', { method, body: parameters }));
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });
});
