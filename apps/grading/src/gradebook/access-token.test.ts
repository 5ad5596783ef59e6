import { OutboundError, type OutboundAnswer, type PlatformFetch } from '@mgv/service-kit';
import { expect, it } from 'vitest';
import { accessTokens } from './access-token.ts';
import { SCOPES } from './gradebook-state.ts';

const request = { tenantId: '00000000-0000-4000-8000-000000000000', scopes: [SCOPES.score] };
const answer = (status: number, body: unknown): OutboundAnswer => ({
  status,
  statusText: '',
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const token = { accessToken: 'abc', scopes: [SCOPES.score], expiresAt: '2026-11-21T21:00:00Z' };
const from = (fetch: PlatformFetch): Promise<string> =>
  accessTokens({ ltiUrl: 'http://lti', serviceKey: 'k', fetch })(request);

it('asks with the service key', async () => {
  const asked: unknown[] = [];
  const given = await from((url, init) => {
    asked.push([url, init?.headers?.['Authorization']]);
    return Promise.resolve(answer(200, token));
  });
  expect(given).toBe('abc');
  expect(asked).toEqual([['http://lti/internal/access-tokens', 'Bearer k']]);
});

it.each([
  {
    name: 'a token without the right to give marks',
    reply: answer(200, { ...token, scopes: [] }),
    code: 'no-permission',
    final: true,
  },
  {
    name: 'a platform that refuses',
    reply: answer(502, { code: 'platform-token-refused' }),
    code: 'no-access',
    final: true,
  },
  { name: 'a tenant that is gone', reply: answer(404, { code: 'unknown-tenant' }), code: 'no-access', final: true },
  {
    name: 'a platform that was switched off',
    reply: answer(409, { code: 'platform-disabled' }),
    code: 'platform-off',
    final: false,
  },
  {
    name: 'a platform that is away',
    reply: answer(502, { code: 'platform-unreachable' }),
    code: 'token-unavailable',
    final: false,
  },
  { name: 'a wrong service key', reply: answer(404, { code: 'not-found' }), code: 'token-unavailable', final: false },
  { name: 'a proxy in between', reply: answer(503, '<html>'), code: 'token-unavailable', final: false },
  { name: 'an answer without sense', reply: answer(200, '[]'), code: 'token-unavailable', final: false },
])('does not get one: $name', async ({ reply, code, final }) => {
  await expect(from(() => Promise.resolve(reply))).rejects.toMatchObject({ code, final });
});

it('tries again when the tool is away', async () => {
  const away = from(() => Promise.reject(new OutboundError('unreachable', 'x')));
  await expect(away).rejects.toMatchObject({ code: 'token-unavailable', final: false });
});
