import { RotatedKeysSchema } from '@mgv/contracts';
import { sql } from 'drizzle-orm';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { jsonOf } from '../testing/test-json.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';
import { tenants } from './platforms.schema.ts';

const HOUR = 3_600_000;

describe.each(ENGINES)('our own keys on %s', (engine) => {
  let platform: TestPlatform;
  let tool: TestTool;
  let twin: TestTool;
  let later = 0;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    const database = await openTestDatabase(engine);
    const now = (): Date => new Date(Date.now() + later);
    tool = await startTestTool({ database, now });
    twin = await startTestTool({ database: { ...database, close: () => Promise.resolve() }, now });
    await tool.register(platform.registration());
  });
  beforeEach(() => {
    platform.reset();
    platform.answers['/token'] = () => ({
      status: 200,
      body: JSON.stringify({ access_token: 't', token_type: 'Bearer', expires_in: 3600 }),
    });
  });
  afterAll(async () => {
    await twin.close();
    await tool.close();
    await platform.close();
  });

  const rotate = async () => {
    const { issuer, clientId } = platform;
    return RotatedKeysSchema.parse(await (await tool.internal('/keys/rotate', { issuer, clientId })).json());
  };
  const served = async (on: TestTool) => (await (await fetch(`${on.url}/lti/jwks`)).json()) as JSONWebKeySet;
  const kids = async (on: TestTool) => (await served(on)).keys.map(({ kid }) => kid);
  /** What this instance signs for the platform, checked against the keys that the other one serves. */
  const signingKid = async (on: TestTool, check: TestTool): Promise<string | undefined> => {
    const [tenant] = await tool.database.db.select().from(tenants);
    platform.requests.length = 0;
    await on.internal('/access-tokens', { tenantId: tenant?.id, scopes: ['s'], renew: true });
    const assertion = new URLSearchParams(platform.requests[0]?.body).get('client_assertion') ?? '';
    const currentDate = new Date(Date.now() + later);
    const verified = await jwtVerify(assertion, createLocalJWKSet(await served(check)), { currentDate });
    return verified.protectedHeader.kid;
  };

  it('lti-073 serves two keys, signs with the new one, and serves the old one a day and more', async () => {
    const before = await signingKid(tool, twin);
    expect(await kids(tool)).toEqual([before]);
    const { kid, oldKid, oldServedUntil } = await rotate();
    expect(oldKid).toBe(before);
    expect(kid).not.toBe(oldKid);
    expect(Date.parse(oldServedUntil) - Date.now() - later).toBeGreaterThan(24 * HOUR);
    expect((await kids(tool)).sort()).toEqual([kid, oldKid].sort());
    expect(await signingKid(tool, tool)).toBe(kid);
    later += 24 * HOUR;
    expect(await kids(tool)).toContain(oldKid);
    later += 25 * HOUR;
    expect(await kids(tool)).toEqual([kid]);
  });

  it('lti-073 another instance serves the new key before it signs with it, and signs with it soon', async () => {
    const old = await signingKid(twin, twin);
    const { kid } = await rotate();
    later += 1000;
    expect(await kids(twin)).toContain(kid);
    // Until it has noticed, it signs with the old key under the old id.
    expect([old, kid]).toContain(await signingKid(twin, tool));
    later += 10_000;
    expect(await signingKid(twin, tool)).toBe(kid);
  });

  it('lti-073 an instance that has not noticed yet never signs with one key under the id of another', async () => {
    const shared = { ...tool.database, close: () => Promise.resolve() };
    const slow = await startTestTool({ database: shared, now: () => new Date(Date.now() + later) });
    // It has read the registration, and has not needed the key so far.
    await fetch(
      `${slow.url}/lti/login?${new URLSearchParams({ iss: platform.issuer, client_id: platform.clientId, login_hint: 'x', target_link_uri: 'https://tool.example/lti/launch' }).toString()}`,
    );
    const { oldKid } = await rotate();
    expect(await signingKid(slow, tool)).toBe(oldKid);
    await slow.close();
  });

  it('lti-073 never uses an id twice, and forgets keys whose time is over', async () => {
    const seen = new Set(await kids(tool));
    for (let round = 0; round < 3; round += 1) {
      const { kid } = await rotate();
      expect(seen.has(kid)).toBe(false);
      seen.add(kid);
    }
    expect((await kids(tool)).length).toBeGreaterThanOrEqual(4);
    later += 49 * HOUR;
    const { kid, oldKid } = await rotate();
    const rows = await tool.database.db.execute(sql`select kid from platform_keys where collection = 'privatekey'`);
    expect(JSON.stringify(rows)).toContain(kid);
    expect((await kids(tool)).sort()).toEqual([kid, oldKid].sort());
    expect(await tool.database.db.$count(sql.identifier('platform_keys'))).toBe(4);
  });

  it('lti-074 keeps new private keys encrypted, of 2048 bits', async () => {
    await rotate();
    const stored = JSON.stringify(await tool.database.db.execute(sql`select * from platform_keys`));
    expect(stored).not.toMatch(/BEGIN|PRIVATE/);
    for (const key of (await served(tool)).keys) expect(key.n).toMatch(/^[\w-]{342}$/);
  });

  it('lti-065, lti-073 leaves a disabled platform disabled', async () => {
    const { issuer, clientId } = platform;
    await tool.internal('/platforms/disable', { issuer, clientId });
    await rotate();
    const { platforms } = (await jsonOf(await tool.internal('/platforms'))) as { platforms: object[] };
    expect(platforms).toMatchObject([{ clientId, active: false }]);
    await tool.register(platform.registration());
  });

  it('rotates nothing of an unknown platform', async () => {
    const answer = await tool.internal('/keys/rotate', { issuer: 'https://x.example', clientId: 'x' });
    expect(answer.status).toBe(404);
    expect(await jsonOf(answer)).toMatchObject({ code: 'unknown-platform' });
  });

  it('lti-075 tells browsers to use https alone', async () => {
    const answer = await fetch(`${tool.url}/lti/jwks`);
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}/);
  });
});
