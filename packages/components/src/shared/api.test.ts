import { expect, it } from 'vitest';
import { ApiProblem, createApi, isExpired, mayRetry, NetworkFailure } from './api.ts';

const answering = (answer: () => Promise<Response>): ReturnType<typeof createApi> =>
  createApi({ token: 't', fetch: answer, pauses: [1, 1] });

it('sends the token and JSON, and gives back JSON', async () => {
  let seen: RequestInit | undefined;
  const api = createApi({
    token: 'geheim',
    language: () => 'en',
    fetch: (input, init) => {
      seen = init;
      return Promise.resolve(Response.json({ path: input }));
    },
  });
  expect(await api.put('/x', { a: 1 })).toEqual({ path: '/api/x' });
  expect(seen).toMatchObject({ method: 'PUT', body: '{"a":1}', credentials: 'omit' });
  expect(seen?.headers).toMatchObject({ authorization: 'Bearer geheim', 'accept-language': 'en' });
});

it('gives problem+json as an ApiProblem', async () => {
  const problem = {
    type: 'x',
    title: 'Al ingeleverd',
    detail: 'Laad opnieuw',
    status: 409,
    code: 'handed-in',
    reference: 'r1',
  };
  const asked = answering(() => Promise.resolve(Response.json(problem, { status: 409 }))).get('/x');
  await expect(asked).rejects.toMatchObject({
    code: 'handed-in',
    title: 'Al ingeleverd',
    detail: 'Laad opnieuw',
    reference: 'r1',
    status: 409,
  });
});

it.each([
  { name: 'a page instead of JSON', status: 502, body: '<html>' },
  { name: 'nothing', status: 500, body: '' },
])('makes a problem of $name', async ({ status, body }) => {
  const asked = answering(() => Promise.resolve(new Response(body, { status }))).get('/x');
  await expect(asked).rejects.toMatchObject({ name: 'ApiProblem', code: 'unknown', status });
});

it.each([
  { name: 'no network', fetch: () => Promise.reject(new TypeError('Failed to fetch')) },
  { name: 'half an answer', fetch: () => Promise.resolve(new Response('{"a":')) },
])('calls $name a network failure', async ({ fetch }) => {
  await expect(answering(fetch).get('/x')).rejects.toBeInstanceOf(NetworkFailure);
});

it.each([
  { name: 'no network', failure: () => Promise.reject(new TypeError('Failed to fetch')), tries: 3 },
  {
    name: 'a service that is being replaced',
    failure: () => Promise.resolve(new Response('', { status: 503 })),
    tries: 3,
  },
  { name: 'a fault', failure: () => Promise.resolve(new Response('', { status: 500 })), tries: 1 },
  { name: 'a refusal', failure: () => Promise.resolve(new Response('', { status: 403 })), tries: 1 },
])('reads $tries times at most with $name, and writes once', async ({ failure, tries }) => {
  let asked = 0;
  const api = answering(() => {
    asked += 1;
    return failure();
  });
  await expect(api.get('/x')).rejects.toThrow();
  expect(asked).toBe(tries);
  asked = 0;
  await expect(api.post('/x')).rejects.toThrow();
  await expect(api.put('/x', {})).rejects.toThrow();
  expect(asked).toBe(2);
});

it('gives what a second reading brings', async () => {
  const answers = [Promise.reject(new TypeError('Failed to fetch')), Promise.resolve(Response.json({ a: 1 }))];
  expect(await answering(() => answers.shift() ?? Promise.reject(new Error('asked too often'))).get('/x')).toEqual({
    a: 1,
  });
});

it('gives up after the time-out', async () => {
  const api = createApi({
    token: 't',
    timeout: 5,
    pauses: [],
    fetch: (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(new DOMException('Timed out', 'TimeoutError'));
        });
      }),
  });
  await expect(api.get('/x')).rejects.toBeInstanceOf(NetworkFailure);
});

it.each([
  { status: 401, expired: true, retry: false },
  { status: 409, expired: false, retry: false },
  { status: 429, expired: false, retry: true },
  { status: 503, expired: false, retry: true },
])('$status: expired $expired, retry $retry', ({ status, expired, retry }) => {
  const problem = new ApiProblem({ type: '', title: '', status, code: 'x', reference: '' });
  expect([isExpired(problem), mayRetry(problem)]).toEqual([expired, retry]);
});
