import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createDatabase, wireTo } from './postgres.ts';
import { end, type Environment, freePort, run, startService } from './processes.ts';

let dataDir = '';
test.beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mgv-bad-'));
});
test.afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const away = 'postgres://mgv@127.0.0.1:1/nowhere';
const wrong: { name: string; service: 'lti' | 'grading'; setting: Environment; says: RegExp }[] = [
  { name: 'a port that is no port', service: 'lti', setting: { LTI_PORT: 'http' }, says: /LTI_PORT/ },
  { name: 'a public address that is none', service: 'lti', setting: { PUBLIC_URL: 'mgv' }, says: /PUBLIC_URL/ },
  { name: 'an address of grading that is none', service: 'lti', setting: { GRADING_URL: 'x' }, says: /GRADING_URL/ },
  { name: 'a service key that is too short', service: 'grading', setting: { SERVICE_KEY: 'x' }, says: /SERVICE_KEY/ },
  {
    name: 'another kind of database',
    service: 'grading',
    setting: { DATABASE_URL_GRADING: 'mysql://x/y' },
    says: /DATABASE_URL_GRADING/,
  },
  {
    name: 'a database that is down',
    service: 'lti',
    setting: { DATABASE_URL_LTI: away },
    says: /DATABASE_URL_LTI.*cannot be reached/,
  },
  {
    name: 'a database that is down',
    service: 'grading',
    setting: { DATABASE_URL_GRADING: away },
    says: /DATABASE_URL_GRADING.*cannot be reached/,
  },
  {
    name: 'a switch that is neither on nor off',
    service: 'grading',
    setting: { ALLOW_PRIVATE_NETWORKS: 'maybe' },
    says: /ALLOW_PRIVATE_NETWORKS/,
  },
];

for (const { name, service, setting, says } of wrong) {
  test(`${service} does not start with ${name} (${Object.keys(setting).join()}), and names it`, async () => {
    const ports = { LTI_PORT: String(await freePort()), GRADING_PORT: String(await freePort()) };
    const ended = await run(`apps/${service}/src/main.ts`, [], { DATA_DIR: dataDir, ...ports, ...setting });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(says);
    expect(ended.stderr).not.toContain('    at ');
  });
}

test('an occupied port is named', async () => {
  const port = await freePort();
  const squatter = createServer().listen(port, '127.0.0.1');
  const ended = await run('apps/grading/src/main.ts', [], { DATA_DIR: dataDir, GRADING_PORT: String(port) });
  squatter.close();
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain(`port ${String(port)}`);
});

test('a data folder that another process holds is named, and free again after that one was killed', async () => {
  const settings = async (): Promise<Environment> => ({ DATA_DIR: dataDir, GRADING_PORT: String(await freePort()) });
  const first = await startService('grading', await settings());
  const ended = await run('apps/grading/src/main.ts', [], await settings());
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/in use by another process/);
  await end(first, 'SIGKILL');
  await end(await startService('grading', await settings()));
});

for (const service of ['lti', 'grading'] as const) {
  test(`${service}: a database that goes away gives 503, and all is well when it is back`, async () => {
    const wire = await wireTo(await createDatabase());
    const port = String(await freePort());
    const upper = service.toUpperCase();
    const child = await startService(service, {
      DATA_DIR: dataDir,
      [`${upper}_PORT`]: port,
      [`DATABASE_URL_${upper}`]: wire.url,
    });
    const ready = async (): Promise<number> => (await fetch(`http://127.0.0.1:${port}/health/ready`)).status;
    expect(await ready()).toBe(200);
    await wire.cut();
    await expect.poll(ready).toBe(503);
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
    await wire.mend();
    await expect.poll(ready).toBe(200);
    await end(child);
    await wire.cut();
  });
}
