import { CookieCheckSchema, SelfCheckSchema } from '@mgv/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { launchChecks } from '../launch/launch-checks.ts';
import { pageData, TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { type Claims, TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const ADMIN = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator';
const TRAINER = { [CLAIM.roles]: [`${MEMBERSHIP}Instructor`] };

describe.each(ENGINES)('the self-check on %s', (engine) => {
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
  beforeEach(() => {
    platform.reset();
  });

  const launch = async (claims: Claims) => pageData((await new TestBrowser(tool, platform).launch(claims)).page);
  const call = (token: string, path = '', init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(`${tool.url}/api/self-check${path}`, { ...init, headers });
  };
  const read = async (claims: Claims) => SelfCheckSchema.parse(await (await call((await launch(claims)).token)).json());

  it('says what the launch told, without anything about people', async () => {
    const gradebook = { lineitem: 'https://lms.example/l/1', lineitems: 'https://lms.example/l', scope: ['a', 'b'] };
    const check = await read({ ...TRAINER, name: 'Tineke', sub: 'secret-sub', [CLAIM.ags]: gradebook });
    expect(check).toMatchObject({
      role: 'trainer',
      platform: { issuer: platform.issuer, clientId: platform.clientId, deploymentId: '1', family: null },
      checks: launchChecks.length + 1,
      roster: null,
      gradebook: { lineItem: gradebook.lineitem, lineItems: gradebook.lineitems, scopes: ['a', 'b'] },
    });
    expect(JSON.stringify(check)).not.toMatch(/Tineke|secret-sub/);
  });

  it.each([
    { name: 'as ours', date: () => new Date(), ahead: 0 },
    { name: 'an hour ahead', date: () => new Date(Date.now() + 3_600_000), ahead: 3600 },
    { name: 'an hour behind', date: () => new Date(Date.now() - 3_600_000), ahead: -3600 },
  ])('compares clocks: $name', async ({ date, ahead }) => {
    platform.answers['/jwks'] = () => ({
      status: 200,
      body: JSON.stringify({ keys: [platform.jwk()] }),
      headers: { date: date().toUTCString() },
    });
    const { clock } = await read(TRAINER);
    expect(clock.reachable).toBe(true);
    expect(Math.abs((clock.ahead ?? Infinity) - ahead)).toBeLessThanOrEqual(2);
  });

  it('says when the platform is out of reach, and still answers', async () => {
    const { token } = await launch(TRAINER);
    platform.answers['/jwks'] = () => ({ status: 503, body: '', headers: { date: 'never' } });
    const { clock } = SelfCheckSchema.parse(await (await call(token)).json());
    expect(clock).toEqual({ ahead: null, reachable: false });
  });

  it('counts the roster', async () => {
    const url = `${platform.issuer}/members`;
    const members = ['Learner', 'Learner', 'Instructor'].map((role, index) => ({
      user_id: `person-${String(index)}`,
      roles: [MEMBERSHIP + role],
      name: 'Noor',
    }));
    const token = { access_token: 't', token_type: 'Bearer', expires_in: 3600 };
    platform.answers['/token'] = () => ({ status: 200, body: JSON.stringify(token) });
    const asked = '/members?rlid=link-1&limit=100';
    platform.answers[asked] = () => ({ status: 200, body: JSON.stringify({ id: url, members }) });
    const nrps = { context_memberships_url: url, service_versions: ['2.0'] };
    const course = { [CLAIM.context]: { id: `roster-${engine}` } };
    const check = await read({ ...TRAINER, ...course, [CLAIM.nrps]: nrps });
    expect(check.roster).toEqual({ people: 3, students: 2, problem: null });
    expect(JSON.stringify(check)).not.toContain('Noor');
  });

  it('is the page of an admin without a role in the course', async () => {
    const data = await launch({ [CLAIM.roles]: [ADMIN] });
    expect(data.page).toBe('self-check');
    expect((await call(data.token)).status).toBe(200);
  });

  it.each([
    { name: 'student', role: `${MEMBERSHIP}Learner` },
    { name: 'observer', role: `${MEMBERSHIP}Mentor` },
  ])('lti-117 is not for a $name', async ({ role }) => {
    const { token } = await launch({ [CLAIM.roles]: [role] });
    for (const [path, method] of [
      ['', 'GET'],
      ['/cookie', 'POST'],
      ['/cookie', 'GET'],
    ] as const) {
      expect((await call(token, path, { method })).status).toBe(403);
    }
  });

  it('lti-112 tries a cookie like that of a login', async () => {
    const { token } = await launch(TRAINER);
    const arrived = async (cookie: string) =>
      CookieCheckSchema.parse(await (await call(token, '/cookie', { headers: { cookie } })).json()).arrived;
    const set = await call(token, '/cookie', { method: 'POST' });
    const [cookie = ''] = set.headers.getSetCookie();
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned']) expect(cookie).toContain(attribute);
    expect(await arrived(cookie.split(';')[0] ?? '')).toBe(true);
    expect(await arrived('mgv-check=2; other=1')).toBe(false);
  });

  it('lti-113 answers 401 without a session', async () => {
    expect((await call('x'.repeat(43))).status).toBe(401);
  });
});
