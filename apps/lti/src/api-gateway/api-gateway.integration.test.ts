import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { ACTOR_HEADER, ACTOR_TOKEN, ActorSchema } from '@mgv/contracts';
import { jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { pageData, TestBrowser, type TestRequest } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { jsonOf } from '../testing/test-json.ts';
import { TestPlatform } from '../testing/test-platform.ts';
import { SERVICE_KEY, startTestTool, type TestTool } from '../testing/test-tool.ts';

interface Asked {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

describe.each(ENGINES)('the way to grading on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;
  let grading: Server;
  let asked: Asked[] = [];
  let answer = { status: 200, type: 'application/json', body: '{"ok":true}' };
  let student: string;
  /** How many requests from now on lose their connection. */
  let cut = 0;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    grading = createServer((req, res) => {
      let body = '';
      req.on('data', (part) => (body += String(part)));
      req.on('end', () => {
        asked.push({ method: req.method ?? '', url: req.url ?? '', headers: req.headers, body });
        if (cut > 0) {
          cut -= 1;
          req.socket.destroy();
          return;
        }
        res
          .writeHead(answer.status, { 'content-type': answer.type, 'set-cookie': 'a=b', 'x-inner': '1' })
          .end(answer.body);
      });
    });
    await new Promise<void>((resolve) => grading.listen(0, '127.0.0.1', resolve));
    const address = grading.address();
    const gradingUrl = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
    tool = await startTestTool({ database: await openTestDatabase(engine), gradingUrl });
    await tool.register(platform.registration());
    student = pageData((await new TestBrowser(tool, platform).launch({ name: 'Sam' })).page).token;
  });
  beforeEach(() => {
    asked = [];
    cut = 0;
    answer = { status: 200, type: 'application/json', body: '{"ok":true}' };
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
    grading.closeAllConnections();
    grading.close();
  });

  const call = (path: string, init: TestRequest = {}, token = student) =>
    fetch(`${tool.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });

  it('passes on method, path, query, body and language, as the actor of the session', async () => {
    const init = {
      method: 'PUT',
      body: '{"answer":1}',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        cookie: 'a=b',
        'x-mgv-actor': 'forged',
        'x-other': '1',
      },
    };
    const answered = await call('/api/attempts/1/answers/a%20b?x=1&y=%2F', init);
    expect(answered.status).toBe(200);
    expect(answered.headers.get('cache-control')).toBe('no-store');
    expect(answered.headers.get('set-cookie')).toBeNull();
    expect(answered.headers.get('x-inner')).toBeNull();
    const [seen] = asked;
    expect(seen).toMatchObject({ method: 'PUT', url: '/api/attempts/1/answers/a%20b?x=1&y=%2F', body: '{"answer":1}' });
    expect(seen?.headers).toMatchObject({ 'accept-language': 'en', 'content-type': 'application/json' });
    for (const name of ['authorization', 'cookie', 'x-other']) expect(seen?.headers).not.toHaveProperty(name);

    const { payload } = await jwtVerify(String(seen?.headers[ACTOR_HEADER]), Buffer.from(SERVICE_KEY), {
      ...ACTOR_TOKEN,
      algorithms: ['HS256'],
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
    expect(ActorSchema.parse(payload['actor'])).toMatchObject({
      person: { lmsUserId: 'student-1', name: 'Sam', test: false },
      role: 'student',
      link: { id: 'link-1', title: 'Signalen', scenarioId: 'signalen', settings: {} },
      language: 'nl',
    });
  });

  it.each([
    { name: 'the session language where the browser has no say', header: 'fr-FR,fr;q=0.9,en;q=0.8', language: 'nl' },
    { name: 'the language that the page asks for', header: 'en', language: 'en' },
  ])('uses $name', async ({ header, language }) => {
    await call('/api/assignment', { headers: { 'accept-language': header } });
    expect(asked[0]?.headers['accept-language']).toBe(language);
  });

  it('passes problems and empty answers back as they are', async () => {
    answer = { status: 409, type: 'application/problem+json', body: '{"code":"mark-changed"}' };
    const problem = await call('/api/attempts', { method: 'POST' });
    expect([problem.status, problem.headers.get('content-type'), await problem.text()]).toEqual([
      409,
      answer.type,
      answer.body,
    ]);
    answer = { status: 204, type: 'text/plain', body: '' };
    expect((await call('/api/assignment')).status).toBe(204);
  });

  it.each([
    { name: 'no token', headers: { authorization: '' } },
    { name: 'an unknown token', headers: { authorization: `Bearer ${'x'.repeat(43)}` } },
    { name: 'a token of another kind', headers: { authorization: 'Basic abc' } },
    { name: 'a very long token', headers: { authorization: `Bearer ${'x'.repeat(8000)}` } },
  ])('lti-114 answers 401 for $name', async ({ headers }) => {
    const refused = await call('/api/assignment', { headers });
    expect(refused.status).toBe(401);
    expect(await jsonOf(refused)).toMatchObject({ code: 'unauthorised' });
    expect(asked).toEqual([]);
  });

  it.each(['/api/../internal/passbacks', '/api/%2e%2e/internal/passbacks', '/api/a/%2E%2E/%2e%2e/internal'])(
    'never leaves /api: %s',
    async (path) => {
      const { hostname, port } = new URL(tool.url);
      const { request } = await import('node:http');
      const status = await new Promise((resolve) => {
        request({ hostname, port, path, headers: { authorization: `Bearer ${student}` } }, (res) => {
          res.resume();
          resolve(res.statusCode);
        }).end();
      });
      expect(status).toBe(404);
      expect(asked).toEqual([]);
    },
  );

  it.each([
    {
      name: 'a body over 256 kB',
      init: { body: JSON.stringify({ text: 'a'.repeat(300_000) }), headers: { 'content-type': 'application/json' } },
      status: 413,
    },
    { name: 'a form', init: { body: new URLSearchParams({ a: 'b' }) }, status: 400 },
    { name: 'plain text', init: { body: 'hello' }, status: 400 },
  ])('refuses $name', async ({ init, status }) => {
    expect((await call('/api/attempts', { method: 'POST', ...init })).status).toBe(status);
    expect(asked).toEqual([]);
  });

  it.each([
    { method: 'GET', cuts: 1, status: 200, times: 2 },
    { method: 'PUT', cuts: 1, status: 200, times: 2 },
    { method: 'GET', cuts: 2, status: 503, times: 2 },
    { method: 'POST', cuts: 1, status: 503, times: 1 },
  ])('asks $times times when $cuts connections break at a $method', async ({ method, cuts, status, times }) => {
    cut = cuts;
    const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await call('/api/assignment', { method, ...body })).status).toBe(status);
    expect(asked).toHaveLength(times);
  });

  it('lets nobody through from a deep linking session', async () => {
    const seen = await new TestBrowser(tool, platform).launch({
      [CLAIM.messageType]: 'LtiDeepLinkingRequest',
      [CLAIM.roles]: ['Instructor'],
      [CLAIM.deepLinking]: { deep_link_return_url: `${platform.issuer}/return`, accept_types: ['ltiResourceLink'] },
    });
    expect((await call('/api/submissions', {}, pageData(seen.page).token)).status).toBe(403);
    expect(asked).toEqual([]);
  });
});

describe.each(ENGINES)('without grading on %s', (engine) => {
  it('says that the service is unavailable', async () => {
    const platform = await TestPlatform.start();
    const tool = await startTestTool({ database: await openTestDatabase(engine) });
    await tool.register(platform.registration());
    const { token } = pageData((await new TestBrowser(tool, platform).launch()).page);
    const answer = await fetch(`${tool.url}/api/assignment`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(503);
    expect(await jsonOf(answer)).toMatchObject({ code: 'unavailable' });
    await tool.close();
    await platform.close();
  });
});
