import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccessTokenSchema } from '@mgv/contracts';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { tenants } from '../platforms/platforms.schema.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { jsonOf } from '../testing/test-json.ts';
import { type Answer, freshId, TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

const SCORE = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
const RESULT = 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly';
const recorded = (name: string): Answer =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', `moodle-${name}.json`), 'utf8')) as Answer;

describe.each(ENGINES)('access tokens on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;
  let tenantId: string;
  let later = 0;
  let given = 0;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase(engine), now: () => new Date(Date.now() + later) });
    await tool.register(platform.registration());
    tenantId = (await tool.database.db.select().from(tenants))[0]?.id ?? '';
  });
  beforeEach(() => {
    platform.reset();
    given = 0;
    // Far from the tokens of the test before.
    later += 10_000_000;
    platform.answers['/token'] = () => {
      given += 1;
      return {
        status: 200,
        body: JSON.stringify({
          access_token: `t${String(given)}`,
          token_type: 'bearer',
          expires_in: 3600,
          scope: `${SCORE} ${RESULT}`,
        }),
      };
    };
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  const ask = (changes: object = {}) =>
    tool.internal('/access-tokens', { tenantId, scopes: [SCORE, RESULT], ...changes });
  const token = async (changes: object = {}) => AccessTokenSchema.parse(await (await ask(changes)).json());
  const calls = (): string[] => platform.requests.filter(({ path }) => path === '/token').map(({ body }) => body);

  it('lti-196, lti-197, lti-198, lti-203 proves who it is', async () => {
    await token();
    const form = new URLSearchParams(calls()[0]);
    expect(form.get('grant_type')).toBe('client_credentials');
    expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(form.get('scope')).toBe(`${RESULT} ${SCORE}`);
    const keySet = createLocalJWKSet((await (await fetch(`${tool.url}/lti/jwks`)).json()) as JSONWebKeySet);
    const { payload, protectedHeader } = await jwtVerify(form.get('client_assertion') ?? '', keySet, {
      currentDate: new Date(Date.now() + later),
    });
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: expect.any(String) as unknown });
    expect(payload).toMatchObject({
      iss: 'client-1',
      sub: 'client-1',
      aud: `${platform.issuer}/token`,
      [CLAIM.deploymentId]: '1',
    });
    const { iat = 0, exp = 0, jti } = payload;
    expect((Date.now() + later) / 1000 - iat).toBeGreaterThanOrEqual(5);
    expect(exp - iat).toBeLessThanOrEqual(300);
    expect(jti).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('lti-199 asks once for 100 callers, and keeps the token until 60 s before its end', async () => {
    const tokens = await Promise.all(Array.from({ length: 100 }, () => token()));
    expect(new Set(tokens.map(({ accessToken }) => accessToken))).toEqual(new Set(['t1']));
    later += 3_530_000;
    expect((await token()).accessToken).toBe('t1');
    later += 20_000;
    expect((await token()).accessToken).toBe('t2');
  });

  it('lti-201 drops the token when asked to renew', async () => {
    expect((await token()).accessToken).toBe('t1');
    expect((await token({ renew: true })).accessToken).toBe('t2');
    expect((await token({ scopes: [RESULT, SCORE, SCORE] })).accessToken).toBe('t2');
  });

  it.each([
    { name: 'all', file: 'token-ok', scopes: 5 },
    { name: 'fewer', file: 'token-scope-partly-permitted', scopes: 1 },
  ])('lti-200 says which scopes Moodle gave: $name', async ({ file, scopes }) => {
    platform.answers['/token'] = () => recorded(file);
    expect((await token()).scopes).toHaveLength(scopes);
  });

  const html: Answer = { status: 404, body: '<!DOCTYPE html><p>Not found' };
  it.each([
    {
      name: 'invalid_client',
      answer: recorded('token-unknown-client'),
      code: 'platform-token-refused',
      error: 'invalid_client',
    },
    {
      name: 'broken JSON',
      answer: recorded('token-unknown-kid'),
      code: 'platform-token-refused',
      error: 'no-usable-answer',
    },
    { name: 'HTML', answer: html, code: 'platform-token-refused', error: 'no-usable-answer' },
    {
      name: '200 without a token',
      answer: { status: 200, body: '{}' },
      code: 'platform-token-refused',
      error: 'no-usable-answer',
    },
    { name: '503', answer: { status: 503, body: '' }, code: 'platform-unreachable', error: 'no-usable-answer' },
  ])('lti-202 gives a clear code for $name, and tries afresh the next time', async ({ answer, code, error }) => {
    const good = platform.answers['/token'];
    platform.answers['/token'] = () => answer;
    const refused = await ask();
    expect(refused.status).toBe(502);
    expect(await jsonOf(refused)).toMatchObject({
      code,
      faults: expect.arrayContaining([{ path: 'error', message: error }]) as unknown,
    });
    if (good) platform.answers['/token'] = good;
    expect((await token()).accessToken).toBe('t1');
  });

  it.each([
    { name: 'an unknown tenant', changes: { tenantId: freshId() }, status: 404, code: 'unknown-tenant' },
    { name: 'no scopes', changes: { scopes: [] }, status: 400, code: 'invalid-request' },
    { name: 'a tenant that is no id', changes: { tenantId: "'; drop" }, status: 400, code: 'invalid-request' },
  ])('refuses $name', async ({ changes, status, code }) => {
    const answer = await ask(changes);
    expect(answer.status).toBe(status);
    expect(await jsonOf(answer)).toMatchObject({ code });
  });

  it('gives no token for a platform that is disabled', async () => {
    await tool.internal('/platforms/disable', { issuer: platform.issuer, clientId: platform.clientId });
    expect(await jsonOf(await ask())).toMatchObject({ code: 'platform-disabled' });
    expect(calls()).toEqual([]);
    await tool.register(platform.registration());
  });
});
