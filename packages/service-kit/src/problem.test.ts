import express from 'express';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createLogger } from './logger.ts';
import { parse } from './parse.ts';
import { isUnavailable, notFound, ProblemError, problemHandler } from './problem.ts';
import { listen } from './run-service.ts';

const thrown: Record<string, () => unknown> = {
  forbidden: () => ProblemError.common('forbidden'),
  bug: () => new Error('secret detail'),
  away: () => new Error('query', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
};

function app(): express.Express {
  const made = express();
  made.use(express.json({ limit: 100 }));
  made.get('/throw/:what', (req) => {
    throw thrown[req.params.what]?.();
  });
  made.post('/parse', (req, res) => {
    res.json(parse(z.strictObject({ a: z.number(), b: z.array(z.string()) }), req.body));
  });
  made.use(notFound, problemHandler(createLogger('lti', 'silent')));
  return made;
}

interface Case {
  name: string;
  path: string;
  body?: string;
  status: number;
  code: string;
}

it.each<Case>([
  { name: 'a refusal', path: '/throw/forbidden', status: 403, code: 'forbidden' },
  { name: 'a bug', path: '/throw/bug', status: 500, code: 'internal-error' },
  { name: 'a database that is away', path: '/throw/away', status: 503, code: 'unavailable' },
  { name: 'an unknown path', path: '/nowhere', status: 404, code: 'not-found' },
  { name: 'broken JSON', path: '/parse', body: '{', status: 400, code: 'invalid-request' },
  { name: 'a large body', path: '/parse', body: `"${'x'.repeat(200)}"`, status: 413, code: 'body-too-large' },
  { name: 'a body of another shape', path: '/parse', body: '{"a":1,"b":[2]}', status: 400, code: 'invalid-request' },
])('answers $name as problem+json', async ({ path, body, status, code }) => {
  const service = await listen({ app: app(), host: '127.0.0.1', port: 0, closers: [] });
  const answer = await fetch(`http://127.0.0.1:${String(service.port)}${path}`, {
    headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en' },
    ...(body !== undefined && { method: 'POST', body }),
  });
  const text = await answer.text();
  await service.close();
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(JSON.parse(text)).toMatchObject({ code, status, reference: expect.stringMatching(/^[0-9a-f]{8}$/) as string });
  expect(text).not.toContain('secret detail');
});

it('names every fault with its path', () => {
  const schema = z.strictObject({ a: z.number(), b: z.array(z.string()) });
  expect(() => parse(schema, { a: 'x', b: ['ok', 3], c: 1 })).toThrow(
    expect.objectContaining({
      faults: [
        expect.objectContaining({ path: 'a' }),
        expect.objectContaining({ path: 'b[1]' }),
        expect.objectContaining({ path: '(file)' }),
      ],
    }),
  );
});

it.each([
  { name: 'a plain error', error: new Error('x'), away: false },
  { name: 'a refused connection', error: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), away: true },
  { name: 'PostgreSQL shutting down', error: Object.assign(new Error('x'), { code: '57P01' }), away: true },
  { name: 'a duplicate key', error: Object.assign(new Error('x'), { code: '23505' }), away: false },
])('$name: unavailable is $away', ({ error, away }) => {
  expect(isUnavailable(error)).toBe(away);
});
