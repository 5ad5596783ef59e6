import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_SCOPES } from '../testing/minimal-tool.ts';
import { Practice } from '../testing/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(async () => {
  await practice.stop();
});

describe('tokens', () => {
  it('grants the scopes it knows', async () => {
    const scope = `${ALL_SCOPES.split(' ')[0] ?? ''} https://lms.example/unknown`;
    expect(await (await practice.requestToken({}, { scope })).json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: ALL_SCOPES.split(' ')[0],
    });
  });

  it('fetches the keys of the tool again for a new kid', async () => {
    expect((await practice.requestToken()).status).toBe(200);
    await practice.tool.rotate();
    expect((await practice.requestToken()).status).toBe(200);
  });

  it.each([
    { name: 'another audience', over: { aud: 'http://lms.example' }, error: 'invalid_client' },
    { name: 'another client', over: { iss: 'x', sub: 'x' }, error: 'invalid_client' },
    { name: 'another subject', over: { sub: 'x' }, error: 'invalid_client' },
    { name: 'an expired assertion', over: { exp: 1000 }, error: 'invalid_client' },
    { name: 'iat ahead', over: { iat: Math.floor(Date.now() / 1000) + 60 }, error: 'invalid_client' },
    { name: 'no jti', over: { jti: undefined }, error: 'invalid_client' },
  ])('refuses $name', async ({ over, error }) => {
    const answer = await practice.requestToken(over);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error });
  });

  it('takes the issuer as audience', async () => {
    expect((await practice.requestToken({ aud: practice.issuer })).status).toBe(200);
  });

  it('takes a jti once', async () => {
    expect((await practice.requestToken({ jti: 'one' })).status).toBe(200);
    expect((await practice.requestToken({ jti: 'one' })).status).toBe(401);
  });

  it.each<{ name: string; fields: Record<string, string>; error: string }>([
    { name: 'no known scope', fields: { scope: 'https://lms.example/unknown' }, error: 'invalid_scope' },
    { name: 'another grant', fields: { grant_type: 'password' }, error: 'unsupported_grant_type' },
    { name: 'no assertion', fields: { client_assertion_type: 'x' }, error: 'invalid_request' },
  ])('refuses $name', async ({ fields, error }) => {
    const answer = await practice.requestToken({}, fields);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error });
  });
});
