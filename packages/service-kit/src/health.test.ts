import express from 'express';
import { expect, it } from 'vitest';
import { healthRouter } from './health.ts';
import { listen } from './run-service.ts';

it.each([
  { name: 'all is well', check: () => Promise.resolve(), status: 200, body: { status: 'ok' } },
  {
    name: 'the database is away',
    check: () => Promise.reject(new Error('away')),
    status: 503,
    body: { status: 'unavailable', failing: ['database'] },
  },
])('ready when $name: $status', async ({ check, status, body }) => {
  const app = express().use(healthRouter({ database: check, other: () => Promise.resolve() }));
  const service = await listen({ app, host: '127.0.0.1', port: 0, closers: [] });
  const base = `http://127.0.0.1:${String(service.port)}`;
  const ready = await fetch(`${base}/health/ready`);
  expect(ready.status).toBe(status);
  expect(await ready.json()).toEqual(body);
  expect((await fetch(`${base}/health/live`)).status).toBe(200);
  await service.close();
});

it('says which port is taken', async () => {
  const first = await listen({ app: express(), host: '127.0.0.1', port: 0, closers: [] });
  await expect(listen({ app: express(), host: '127.0.0.1', port: first.port, closers: [] })).rejects.toThrow(
    `port ${String(first.port)} on 127.0.0.1 is taken`,
  );
  await first.close();
});
