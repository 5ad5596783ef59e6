import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDemoLms } from './app.ts';
import { form, nextScore, Practice } from './testing/practice.ts';

const SCORE = 'application/vnd.ims.lis.v1.score+json';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(async () => {
  await practice.stop();
});

describe('faults', () => {
  const set = (body: unknown): Promise<Response> =>
    fetch(`${practice.issuer}/api/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  beforeEach(async () => {
    await set({ scores: 'none' });
  });

  it.each([
    { name: '500', status: 500 },
    { name: '429', status: 429 },
  ])('refuses one score with $name, then takes the next', async ({ name, status }) => {
    await set({ scores: name, count: 1 });
    const body = nextScore();
    expect((await practice.postScore(body)).status).toBe(status);
    expect((await practice.postScore(body)).status).toBe(200);
  });

  it('cuts connections while down', async () => {
    await set({ scores: 'down' });
    await expect(practice.requestToken()).rejects.toThrow();
    expect((await fetch(`${practice.issuer}/health/ready`)).status).toBe(200);
    await set({ scores: 'none' });
    expect((await practice.requestToken()).status).toBe(200);
  });

  it('stores a slow score before it answers', async () => {
    await set({ scores: 'slow', count: 1, delayMs: 60_000 });
    const body = nextScore({ userId: '5', scoreGiven: 20 });
    const abort = new AbortController();
    const headers = { Authorization: await practice.bearer(), 'Content-Type': SCORE };
    const answer = fetch(practice.lineItem('/scores'), {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: abort.signal,
    });
    const refused = expect(answer).rejects.toThrow();
    await expect.poll(async () => (await practice.cell('5'))?.score).toBe(100);
    abort.abort();
    await refused;
    expect((await practice.postScore(body)).status).toBe(409);
  });
});

describe('folder', () => {
  it('belongs to one process', async () => {
    const other = { ...practice.options(), port: 0 };
    await expect(startDemoLms(other)).rejects.toThrow(/in use by another process/);
    await practice.restart();
    expect((await fetch(`${practice.issuer}/health/ready`)).status).toBe(200);
  });
});

describe('faults that are changed', () => {
  it('keep what is not named, until all is put right', async () => {
    await practice.behave({ storage: 'silent', scores: '500', count: 2 });
    const headers = { 'Content-Type': 'application/json' };
    const url = `${practice.issuer}/api/faults`;
    const changed = await fetch(url, { method: 'POST', headers, body: '{"scores":"none"}' });
    const body: unknown = await changed.json();
    expect(body).toMatchObject({ storage: 'silent', scores: 'none' });
    expect(body).not.toHaveProperty('count');
    expect((await fetch(url, { method: 'POST', headers, body: '{"other":1}' })).status).toBe(400);
    expect(await (await fetch(url, { method: 'DELETE' })).json()).toMatchObject({ storage: 'on', scores: 'none' });
  });
});

describe('bad input', () => {
  it.each<{ name: string; path: string; init: RequestInit; status: number }>([
    { name: 'an unknown page', path: '/nothing', init: {}, status: 404 },
    { name: 'an unknown activity', path: '/lti/launch/99', init: {}, status: 404 },
    { name: 'an unknown activity page', path: '/courses/1/activities/%00', init: {}, status: 404 },
    { name: 'a broken path', path: '/courses/1/activities/%', init: {}, status: 400 },
    { name: 'an unknown person', path: '/sign-in', init: form({ person: '99' }), status: 404 },
    { name: 'no body', path: '/sign-in', init: { method: 'POST' }, status: 400 },
    { name: 'a large body', path: '/sign-in', init: form({ person: 'x'.repeat(600_000) }), status: 413 },
    {
      name: 'broken JSON',
      path: '/api/faults',
      init: { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' },
      status: 400,
    },
    { name: 'a parameter twice', path: '/lti/auth?scope=a&scope=b', init: {}, status: 400 },
    { name: 'a JWT that is none', path: '/lti/deep-linking/return', init: form({ JWT: 'x' }), status: 400 },
    { name: 'no JWT', path: '/lti/deep-linking/return', init: form({}), status: 400 },
  ])('answers $name with $status', async ({ path, init, status }) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', (await practice.signIn('4')).cookie);
    const answer = await fetch(practice.issuer + path, { ...init, headers });
    expect(answer.status).toBe(status);
    expect((await fetch(`${practice.issuer}/health/live`)).status).toBe(200);
  });
});
