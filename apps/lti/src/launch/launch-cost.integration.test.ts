import type { Database } from '@mgv/service-kit/database';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { freshId, TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';

let tool: TestTool;
let platform: TestPlatform;
let database: Database;
const onPostgres = it.skipIf(!ENGINES.includes('postgres' as never));

beforeAll(async () => {
  platform = await TestPlatform.start();
  database = await openTestDatabase(ENGINES.at(-1) ?? 'pglite');
  tool = await startTestTool({ database });
  await tool.register(platform.registration());
  // The registration and the platform's keys are read.
  await new TestBrowser(tool, platform).launch();
});
afterAll(async () => {
  await tool.close();
  await platform.close();
});

/** The pool of connections; what is done on one of them by itself counts too. */
interface Pool {
  query: () => unknown;
  connect: () => unknown;
}

onPostgres('a first launch takes one statement, and so does the next', async () => {
  const { $client: pool } = database.db as unknown as { $client: Pool };
  const [query, connect] = [vi.spyOn(pool, 'query'), vi.spyOn(pool, 'connect')];
  const sub = freshId();
  for (const launch of ['first', 'next']) {
    query.mockClear();
    connect.mockClear();
    expect((await new TestBrowser(tool, platform).launch({ sub })).status, launch).toBe(200);
    expect(query.mock.calls.length, launch).toBe(1);
    expect(connect.mock.calls.length, launch).toBeLessThanOrEqual(1);
  }
});
