import { describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { ENGINES } from '../testing/test-database.ts';
import type { TestPlatform } from '../testing/test-platform.ts';
import { testSystem } from '../testing/test-system.ts';

const HOUR = 3_600_000;
const course = (id: string) => ({ [CLAIM.context]: { id }, [CLAIM.resourceLink]: { id: `link-of-${id}` } });
const picker = (platform: TestPlatform) => ({
  [CLAIM.messageType]: 'LtiDeepLinkingRequest',
  [CLAIM.roles]: ['Instructor'],
  [CLAIM.resourceLink]: undefined,
  [CLAIM.deepLinking]: { deep_link_return_url: `${platform.issuer}/return`, accept_types: ['ltiResourceLink'] },
});

describe.each(ENGINES)('sessions on %s', (engine) => {
  const system = testSystem(engine);

  it('lti-113 keeps the token out of addresses, cookies and the log', async () => {
    const { data, headers, page } = await system.open({ name: 'Sam' });
    expect(headers.get('location')).toBeNull();
    expect(headers.getSetCookie().join('\n')).not.toContain(data.token);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.split(data.token)).toHaveLength(2);
    expect(page).not.toMatch(new RegExp(`(href|src|action)="[^"]*${data.token}`));
    expect(system.log.join('\n')).not.toContain(data.token);
  });

  it.each([
    {
      name: 'in the address',
      path: (token: string) => `/api/assignment?token=${token}&access_token=${token}`,
      headers: {},
    },
    { name: 'as a cookie', path: () => '/api/assignment', headers: { cookie: 'token=TOKEN; session=TOKEN' } },
    { name: 'as a basic password', path: () => '/api/assignment', headers: { authorization: 'Basic TOKEN' } },
    { name: 'twice', path: () => '/api/assignment', headers: { authorization: 'Bearer TOKEN, Bearer TOKEN' } },
  ])('lti-113 takes no token $name', async ({ path, headers }) => {
    const { data } = await system.open();
    system.grading.actors.length = 0;
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replaceAll('TOKEN', data.token)]),
    );
    const answer = await fetch(`${system.tool.url}${path(data.token)}`, { headers: sent });
    expect(answer.status).toBe(401);
    expect(system.grading.actors).toEqual([]);
  });

  it('lti-114 ends after 8 hours without use, after 24 in all, and takes nothing made up', async () => {
    const status = async (token: string) => (await system.call(token, '/assignment')).status;
    const { data } = await system.open();
    system.later = 7 * HOUR;
    expect(await status(data.token)).toBe(200);
    system.later = 15.1 * HOUR;
    expect(await status(data.token)).toBe(401);
    expect(await status('A'.repeat(43))).toBe(401);
  });

  it('lti-114 ends at once when an admin shuts out its deployment or its platform', async () => {
    const status = async () => (await system.call(data.token, '/assignment')).status;
    const { data } = await system.open();
    const { issuer, clientId } = system.platform;
    const deployment = { issuer, clientId, deploymentId: '1' };
    const admin = async (path: string, body: unknown) => (await system.tool.internal(path, body)).ok;
    const ways = [
      { out: '/deployments/refuse', body: deployment, back: '/deployments/approve', again: deployment },
      {
        out: '/platforms/disable',
        body: { issuer, clientId },
        back: '/platforms',
        again: system.platform.registration(),
      },
    ];
    for (const { out, body, back, again } of ways) {
      expect(await status()).toBe(200);
      expect(await admin(out, body)).toBe(true);
      expect(await status(), out).toBe(401);
      expect(await admin(back, again)).toBe(true);
    }
    expect(await status()).toBe(200);
  });

  it('lti-116 lets a token speak for its own course only, whatever the request says', async () => {
    const [a, b] = [await system.open(course('a')), await system.open(course('b'))];
    system.grading.actors.length = 0;
    const wrong = { 'x-mgv-actor': 'forged', 'x-course-id': String(b.actor?.courseId) };
    const query = `?courseId=${String(b.actor?.courseId)}&link=link-of-b`;
    const answer = await fetch(`${system.tool.url}/api/assignment${query}`, {
      headers: { authorization: `Bearer ${a.data.token}`, ...wrong },
    });
    expect(answer.status).toBe(200);
    expect(system.grading.actors).toMatchObject([{ courseId: a.actor?.courseId, link: { id: 'link-of-a' } }]);
    expect(a.actor?.courseId).not.toBe(b.actor?.courseId);
  });

  it.each([
    { path: '/scenarios', method: 'GET' },
    { path: '/deep-linking', method: 'POST' },
    { path: '/roster', method: 'GET' },
  ])('lti-117 a student gets nothing from $path', async ({ path, method }) => {
    const { data } = await system.open();
    system.grading.actors.length = 0;
    const answer = await system.call(data.token, path, {
      method,
      ...(method === 'POST' && { body: '{"cancelled":true}' }),
    });
    expect([403, 409]).toContain(answer.status);
    expect(system.grading.actors).toEqual([]);
  });

  it('lti-117 the log says who was refused what, without a name', async () => {
    const { data } = await system.open({ name: 'Sam de Vries' });
    await system.call(data.token, '/scenarios');
    const refused = system.log.filter((line) => line.includes('forbidden'));
    expect(refused).toHaveLength(1);
    expect(refused[0]).not.toContain('Sam');
  });

  it('lti-118 lets only the platform of the launch frame the page', async () => {
    await system.tool.register(system.platform.registration({ issuer: 'https://other.example', clientId: 'other' }));
    const { headers } = await system.open();
    const frames = /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
    expect(frames).toBe(system.platform.issuer);
    expect(headers.get('x-frame-options')).toBeNull();
  });

  it.each([
    { method: 'GET', path: '/api/assignment' },
    { method: 'POST', path: '/api/attempts' },
    { method: 'OPTIONS', path: '/api/assignment' },
    { method: 'OPTIONS', path: '/lti/launch' },
    { method: 'GET', path: '/lti/jwks' },
    { method: 'GET', path: '/assets/student-1.js' },
  ])('lti-119 gives no other site leave to read $method $path', async ({ method, path }) => {
    const { data } = await system.open();
    const answer = await fetch(`${system.tool.url}${path}`, {
      method,
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
        authorization: `Bearer ${data.token}`,
      },
    });
    const allowed = answer.headers.get('access-control-allow-origin');
    expect(allowed === null || allowed === '*').toBe(true);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each(['/attempts', '/deep-linking', '/assignment'])(
    'lti-120 another site cannot change %s with our cookies',
    async (path) => {
      const browser = system.browse();
      const { state, nonce } = await browser.login();
      const id_token = await system.platform.sign(system.platform.claims(nonce, { ...picker(system.platform), nonce }));
      const cookies = new Map(browser.cookies);
      await browser.post({ state, id_token });
      for (const [name, value] of cookies) browser.cookies.set(name, value);
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json']) {
        const headers = { 'content-type': type, origin: 'https://evil.example' };
        const answer = await browser.send(`/api${path}`, { method: 'POST', body: '{"cancelled":true}', headers });
        expect(answer.status).toBe(401);
      }
    },
  );

  it.each([
    { name: 'student', claims: () => ({}) },
    { name: 'trainer', claims: () => ({ [CLAIM.roles]: ['Instructor'] }) },
    { name: 'picker', claims: picker },
  ])('lti-121 the $name page runs nothing inline and tells nobody where it was', async ({ claims }) => {
    const { headers, page } = await system.open(claims(system.platform));
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((part): [string, string] => {
        const [name = '', ...values] = part.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toMatch(/^'self'( 'nonce-[\w+/=-]+')?$/);
    expect(policy.get('style-src')).toMatch(/^'self'/);
    expect(policy.get('base-uri')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(page).not.toMatch(/ on\w+="|<script>|style="/);
  });
});
