import { PlatformListSchema, PlatformSchema } from '@mgv/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { jsonOf } from '../testing/test-json.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

describe.each(ENGINES)('platforms on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase(engine), allowPrivateNetworks: false });
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  const school = (changes: object = {}) => ({
    issuer: 'https://lms.example',
    clientId: 'c1',
    deploymentIds: ['1'],
    authUrl: 'https://lms.example/auth',
    tokenUrl: 'https://lms.example/token',
    jwksUrl: 'https://lms.example/jwks',
    name: 'School',
    ...changes,
  });
  const list = async () => PlatformListSchema.parse(await (await tool.internal('/platforms')).json()).platforms;

  it('lti-197 registers, changes, adds deployments, disables and activates again', async () => {
    expect(await list()).toEqual([]);
    const added = await tool.internal('/platforms', school());
    expect(added.status).toBe(201);
    const given = { tokenAudience: 'https://lms.example/token', active: true, missingScopes: [] };
    expect(PlatformSchema.parse(await added.json())).toEqual({ ...school(), ...given });

    const changed = school({
      deploymentIds: ['2', '2'],
      tokenUrl: 'https://lms.example/new-token',
      name: 'Andere naam',
    });
    await tool.internal('/platforms', changed);
    const tokenAudience = 'https://lms.example/new-token';
    expect(await list()).toEqual([{ ...changed, ...given, tokenAudience, deploymentIds: ['1', '2'] }]);

    const brightspace = { ...changed, tokenAudience: 'https://api.brightspace.example/auth/token' };
    expect(await jsonOf(await tool.internal('/platforms', brightspace))).toMatchObject({
      tokenAudience: brightspace.tokenAudience,
    });

    const disabled = await tool.internal('/platforms/disable', { issuer: 'https://lms.example', clientId: 'c1' });
    expect(await jsonOf(disabled)).toMatchObject({ active: false });
    await tool.internal('/platforms', changed);
    expect(await list()).toMatchObject([{ active: true }]);
  });

  it('makes one registration of the same one added 5 times at once', async () => {
    const added = await Promise.all(
      Array.from({ length: 5 }, () => tool.internal('/platforms', school({ clientId: 'c2' }))),
    );
    expect(added.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect((await list()).filter(({ clientId }) => clientId === 'c2')).toHaveLength(1);
  });

  it('lti-072, lti-074 publishes the public half of each key, and keeps the private half encrypted', async () => {
    const answer = await fetch(`${tool.url}/lti/jwks`);
    const keys = (await jsonOf(answer))['keys'];
    expect(keys).toHaveLength((await list()).length);
    for (const key of Array.isArray(keys) ? keys : []) {
      expect(Object.keys(key as object).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
      expect(key).toMatchObject({
        kty: 'RSA',
        alg: 'RS256',
        use: 'sig',
        n: expect.stringMatching(/^[\w-]{342}$/) as unknown,
      });
    }
    expect(answer.headers.get('cache-control')).toMatch(/max-age=\d+/);
    expect(await (await fetch(`${tool.url}/.well-known/jwks.json`)).json()).toEqual({ keys });
    const stored = JSON.stringify(await tool.database.db.execute(sql`select * from platform_keys`));
    expect(stored).not.toMatch(/BEGIN|PRIVATE/);
  });

  it.each([
    { name: 'no https', body: school({ jwksUrl: 'http://lms.example/jwks' }), status: 400, code: 'insecure-address' },
    { name: 'an empty deployment', body: school({ deploymentIds: [''] }), status: 400, code: 'invalid-request' },
    { name: 'an unknown field', body: school({ extra: 1 }), status: 400, code: 'invalid-request' },
    {
      name: 'a script as address',
      body: school({ authUrl: 'javascript:alert(1)' }),
      status: 400,
      code: 'insecure-address',
    },
    { name: 'a list', body: [], status: 400, code: 'invalid-request' },
  ])('refuses a registration with $name', async ({ body, status, code }) => {
    const answer = await tool.internal('/platforms', body);
    expect(answer.status).toBe(status);
    expect(await jsonOf(answer)).toMatchObject({ code });
  });

  it('says that an unknown platform cannot be disabled', async () => {
    const answer = await tool.internal('/platforms/disable', { issuer: 'https://lms.example', clientId: 'none' });
    expect(answer.status).toBe(404);
    expect(await jsonOf(answer)).toMatchObject({ code: 'unknown-platform' });
  });

  it.each(['/internal/platforms', '/internal/access-tokens'])(
    '%s does not exist without the service key',
    async (path) => {
      for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
        const answer = await fetch(`${tool.url}${path}`, { method: 'POST', headers, body: '{}' });
        expect(answer.status).toBe(404);
      }
    },
  );

  it('lti-071 never asks a private address for keys', async () => {
    await tool.internal('/platforms', school({ issuer: 'https://inside.example', jwksUrl: 'https://127.0.0.1/jwks' }));
    const browser = new TestBrowser(tool, platform);
    const { state, nonce } = await browser.login({ iss: 'https://inside.example', client_id: 'c1' });
    const idToken = await platform.sign(platform.claims(nonce, { iss: 'https://inside.example', aud: 'c1' }));
    expect((await browser.post({ state, id_token: idToken })).code).toBe('keys-unavailable');
  });

  it('says whether it lives and is ready', async () => {
    expect((await fetch(`${tool.url}/health/live`)).status).toBe(200);
    expect(await jsonOf(await fetch(`${tool.url}/health/ready`))).toEqual({ status: 'ok' });
  });
});
