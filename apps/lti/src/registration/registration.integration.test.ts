import { PlatformListSchema } from '@mgv/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { PUBLIC_URL, startTestTool, type TestTool } from '../testing/test-tool.ts';
import { makeCode, openLink, seen } from './testing/admin-browser.ts';
import { recorded } from './testing/recorded.ts';
import { RegisteringPlatform, reply } from './testing/registering-platform.ts';
import { registrationLinks } from './registration-links.schema.ts';

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope';
const DAY = 86_400_000;

describe.each(ENGINES)('registration on %s', (engine) => {
  let platform: RegisteringPlatform;
  let tool: TestTool;
  let later = 0;

  beforeAll(async () => {
    platform = await RegisteringPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase(engine), now: () => new Date(Date.now() + later) });
  });
  beforeEach(async () => {
    platform.reset();
    later = 0;
    await tool.database.db.execute(
      sql`truncate platforms, platform_statuses, platform_keys, tenants, registration_links cascade`,
    );
    // Registrations of the test before stay in the tool's memory for a while.
    await tool.internal('/platforms/disable', { issuer: platform.issuer, clientId: 'none' });
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  const list = async () => PlatformListSchema.parse(await (await tool.internal('/platforms')).json()).platforms;
  const open = (code: string, more: { registration_token?: string; choice?: 'replace' | 'add' } = {}) =>
    openLink(tool, platform, { code, ...more });
  const bodyOf = (index: number) => JSON.parse(platform.calls[index]?.body ?? 'null') as Record<string, unknown>;

  it('lti-204 sends the token with both requests', async () => {
    expect((await open(await makeCode(tool), { registration_token: 'ey.J.x' })).status).toBe(200);
    expect(platform.calls.map(({ method, headers }) => [method, headers.authorization])).toEqual([
      ['GET', 'Bearer ey.J.x'],
      ['POST', 'Bearer ey.J.x'],
    ]);
  });

  it.each([
    { name: 'no token', token: {} },
    { name: 'an empty one', token: { registration_token: '' } },
  ])('lti-205 does with $name', async ({ token }) => {
    expect((await open(await makeCode(tool), token)).status).toBe(200);
    expect(platform.calls.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });

  it('lti-208, lti-212 registers Moodle: what is sent, and what is stored', async () => {
    const code = await makeCode(tool, { name: 'De Zomer' });
    const { page, headers } = await open(code, { registration_token: 't' });
    expect(platform.calls.map(({ path }) => path)).toEqual(['/config', '/mod/lti/openid-registration.php']);
    expect(platform.calls[1]?.headers['content-type']).toBe('application/json');
    expect(bodyOf(1)).toMatchObject({
      redirect_uris: [`${PUBLIC_URL}/lti/launch`],
      'https://purl.imsglobal.org/spec/lti-tool-configuration': { domain: 'tool.example', claims: ['iss', 'sub'] },
    });
    expect(await list()).toEqual([
      {
        issuer: platform.issuer,
        clientId: 'client-1',
        deploymentIds: ['2'],
        authUrl: `${platform.issuer}/mod/lti/auth.php`,
        tokenUrl: `${platform.issuer}/mod/lti/token.php`,
        tokenAudience: `${platform.issuer}/mod/lti/token.php`,
        jwksUrl: `${platform.issuer}/mod/lti/certs.php`,
        name: 'De Zomer',
        active: true,
        missingScopes: [],
      },
    ]);
    expect(page).toContain('De Zomer is aangemeld.');
    expect(page).toContain('data-close');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('lti-206, lti-211, lti-212, lti-213 registers Canvas: its pair of hosts, no deployment, fewer scopes', async () => {
    platform.configuration = () => reply(platform.canvas());
    platform.registration = () => reply(recorded('canvas-registration-answer'));
    const { page } = await open(await makeCode(tool), { registration_token: 't' });
    expect(page).toContain('Test University is aangemeld.');
    expect(page).toContain('170000000000123');
    expect(page).toContain('By Client ID');
    expect(page).toContain('kolommen in de cijferlijst maken');
    expect(page).not.toContain('cijfers sturen');
    expect(await list()).toMatchObject([
      {
        issuer: 'https://canvas.instructure.com',
        clientId: '170000000000123',
        deploymentIds: [],
        tokenAudience: 'https://sso.canvaslms.com/login/oauth2/token',
        name: 'Test University',
        missingScopes: [`${AGS}/lineitem`, 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers'],
      },
    ]);
  });

  it('lti-210 asks for names only with a link that says so', async () => {
    await open(await makeCode(tool, { personData: true }));
    expect(JSON.stringify(bodyOf(1))).toContain('given_name');
  });

  it.each([
    { name: 'another issuer', changes: { issuer: 'https://moodle.example' } },
    { name: "Canvas's issuer with keys elsewhere", changes: { issuer: 'https://canvas.instructure.com' } },
  ])('lti-206 refuses $name', async ({ changes }) => {
    platform.configuration = () => reply(platform.moodle(changes));
    const { status, code } = await open(await makeCode(tool));
    expect([status, code]).toEqual([403, 'registration-issuer-mismatch']);
    expect(platform.calls).toHaveLength(1);
    expect(await list()).toEqual([]);
  });

  it.each([
    { name: 'moodle', says: 'Activeren' },
    { name: 'canvas', says: 'By Client ID' },
    { name: 'desire2learn', says: 'Enabled' },
    { name: 'BlackboardLearn', says: 'Approve' },
    { name: 'sakai', says: 'tot een beheerder haar goedkeurt' },
  ])('lti-219 says which clicks are left in $name', async ({ name, says }) => {
    const about = { 'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: name } };
    platform.configuration = () => reply(platform.moodle(about));
    expect((await open(await makeCode(tool))).page).toContain(says);
  });

  it('lti-218 can be framed by the platform, and stands in a tab as well', async () => {
    const { headers, page } = await open(await makeCode(tool));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors ${platform.issuer}`);
    expect(policy).toContain("script-src 'self'");
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
    expect(page).not.toMatch(/<script>|<style>| on\w+=|style="/);
  });

  it('speaks English where the browser does', async () => {
    const { page } = await openLink(tool, platform, { code: await makeCode(tool, { name: 'School' }) }, 'en');
    expect(page).toContain('School is registered.');
    expect(page).toContain('Activate');
  });

  it('lti-215 a link works once; what is stored of it opens nothing', async () => {
    const code = await makeCode(tool);
    expect(code).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await tool.database.db.select().from(registrationLinks))).not.toContain(code);
    expect((await open(code)).status).toBe(200);
    const again = await open(code);
    expect([again.status, again.code]).toEqual([410, 'registration-link-used']);
    expect(platform.calls).toHaveLength(2);
    expect(await list()).toHaveLength(1);
  });

  it('lti-215 a link opened 10 times at once registers once', async () => {
    const code = await makeCode(tool);
    const opened = await Promise.all(Array.from({ length: 10 }, () => open(code)));
    expect(opened.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { code: refusal } of opened) {
      expect([null, 'registration-under-way', 'registration-link-used']).toContain(refusal);
    }
    expect(platform.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await list()).toHaveLength(1);
  });

  it('lti-215 a link expires', async () => {
    const code = await makeCode(tool, { days: 1 });
    later = DAY + 1000;
    const { status, code: refusal } = await open(code);
    expect([status, refusal]).toEqual([410, 'registration-link-expired']);
    expect(platform.calls).toEqual([]);
  });

  it.each(['', 'x', "'; drop table platforms", '\0', 'a'.repeat(5000)])(
    'lti-215 without a good code nothing is asked of anybody: %j',
    async (code) => {
      const opened = await open(code);
      expect([opened.status, opened.code]).toEqual([404, 'registration-link-unknown']);
      expect(platform.calls).toEqual([]);
    },
  );

  it('lti-215 opened without a platform, the link says where it belongs and stays good', async () => {
    const code = await makeCode(tool);
    const alone = await seen(await fetch(`${tool.url}/lti/register?code=${code}`));
    expect(alone.status).toBe(200);
    expect(alone.page).toContain('Deze link hoort in je leeromgeving.');
    expect(alone.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await open(code)).status).toBe(200);
  });

  const failing: { name: string; answer: { status: number; body: string }; code: string }[] = [
    { name: '422 with a reason', answer: reply({ error: 'invalid_scope' }, 422), code: 'registration-refused' },
    { name: '400 in plain text', answer: { status: 400, body: 'no' }, code: 'registration-refused' },
    { name: '500 and HTML', answer: { status: 500, body: '<!doctype html>' }, code: 'registration-platform-failed' },
    { name: '200 and HTML', answer: { status: 200, body: '<!doctype html>' }, code: 'registration-platform-failed' },
    { name: '200 without a client id', answer: reply({ ok: true }), code: 'registration-platform-failed' },
    { name: 'nothing at all', answer: { status: 0, body: '' }, code: 'registration-platform-unreachable' },
  ];
  it.each(failing)('lti-217 after $name nothing is stored, and the link stays good', async ({ answer, code }) => {
    const good = platform.registration;
    platform.registration = () => answer;
    const link = await makeCode(tool);
    const failed = await open(link);
    expect([failed.status, failed.code]).toEqual([424, code]);
    expect(failed.page).toContain('de link blijft geldig');
    expect(await list()).toEqual([]);
    expect(await tool.database.db.$count(sql.identifier('platform_keys'))).toBe(0);
    platform.registration = good;
    expect((await open(link)).status).toBe(200);
    expect(await list()).toHaveLength(1);
  });

  it('lti-217 shows the reason that Moodle gives for a token used before', async () => {
    const { status, body } = recorded('moodle-replayed-token') as { status: number; body: string };
    platform.registration = () => ({ status, body });
    const { page, code } = await open(await makeCode(tool));
    expect(code).toBe('registration-refused');
    expect(page).toContain('token_already_used');
  });

  it.each([
    { name: 'HTML', answer: { status: 200, body: '<!doctype html>' }, code: 'registration-configuration-invalid' },
    { name: '404', answer: { status: 404, body: '' }, code: 'registration-refused' },
    {
      name: 'too much',
      answer: { status: 200, body: 'x'.repeat(1_100_000) },
      code: 'registration-configuration-invalid',
    },
    {
      name: 'a redirect',
      answer: { status: 302, body: '', headers: { location: 'https://169.254.169.254/' } },
      code: 'registration-platform-unreachable',
    },
  ])('lti-207, lti-217 refuses $name for a configuration', async ({ answer, code }) => {
    platform.configuration = () => answer;
    expect((await open(await makeCode(tool))).code).toBe(code);
    expect(platform.calls).toHaveLength(1);
    expect(await list()).toEqual([]);
  });

  it.each([
    { name: 'no address', url: 'lms' },
    { name: 'a script', url: 'javascript:alert(1)' },
    { name: 'a file', url: 'file:///etc/passwd' },
    { name: 'a NUL', url: 'https://lms.example/\0' },
  ])('refuses $name as address of a configuration', async ({ url }) => {
    const opened = await openLink(tool, url, { code: await makeCode(tool) });
    expect([opened.status, opened.code]).toEqual([400, 'registration-invalid']);
  });

  it('refuses parameters given twice, and a choice that is none', async () => {
    const code = await makeCode(tool);
    const twice = `${tool.url}/lti/register?code=${code}&openid_configuration=https://a.example&openid_configuration=https://b.example`;
    expect((await seen(await fetch(twice))).code).toBe('registration-invalid');
    const body = new URLSearchParams({ code, openid_configuration: platform.configurationUrl, choice: 'both' });
    expect((await seen(await fetch(`${tool.url}/lti/register`, { method: 'POST', body }))).code).toBe(
      'registration-invalid',
    );
    expect(platform.calls).toEqual([]);
  });
});
