import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { run } from './processes.ts';

const platform = [
  ...['--issuer', 'https://lms.example', '--client-id', 'abc', '--deployment-id', '1', '--deployment-id', '2'],
  ...['--auth-url', 'https://lms.example/auth', '--token-url', 'https://lms.example/token'],
  ...['--jwks-url', 'https://lms.example/jwks', '--name', 'School'],
];

test('an admin adds, lists and disables a platform', async ({ system }) => {
  expect((await system.admin('platform', 'add', ...platform)).code).toBe(0);
  const listed = JSON.parse((await system.admin('platform', 'list', '--json')).stdout) as { issuer: string }[];
  expect(listed.find(({ issuer }) => issuer === 'https://lms.example')).toMatchObject({
    clientId: 'abc',
    deploymentIds: ['1', '2'],
    name: 'School',
    active: true,
  });
  const disabled = await system.admin('platform', 'disable', '--issuer', 'https://lms.example', '--client-id', 'abc');
  expect(disabled.stdout).toContain('Disabled School');
  expect((await system.admin('platform', 'list')).stdout).toContain('disabled  School');
});

const refused: { name: string; args: string[]; says: RegExp }[] = [
  { name: 'an unknown command', args: ['platform', 'remove'], says: /no admin command "platform remove"/ },
  {
    name: 'missing options',
    args: ['platform', 'add', '--issuer', 'https://lms.example'],
    says: /--client-id: is missing[\s\S]*--jwks-url: is missing/,
  },
  { name: 'an option that does not exist', args: ['platform', 'list', '--colour'], says: /--colour/ },
  {
    name: 'a platform that is not there',
    args: ['platform', 'disable', '--issuer', 'https://no.example', '--client-id', 'x'],
    says: /./,
  },
  { name: 'an unknown state', args: ['passback', 'list', '--state', 'lost'], says: /--state is one of/ },
  { name: 'nothing to retry', args: ['passback', 'retry'], says: /--all/ },
];
for (const { name, args, says } of refused) {
  test(`the admin command refuses ${name} in plain words`, async ({ system }) => {
    const ended = await system.admin(...args);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(says);
    expect(ended.stderr).not.toContain('    at ');
  });
}

for (const args of [['--help'], ['platform', 'add', '--help'], ['passback', 'retry', '--help']]) {
  test(`admin ${args.join(' ')} helps without a service`, async () => {
    const ended = await run('commands/src/admin.ts', args, {});
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('npm run -s admin --');
  });
}

test('the admin command says that no service runs', async ({ system }) => {
  const { SERVICE_KEY } = { SERVICE_KEY: 'k'.repeat(40) };
  const nobody = await run('commands/src/admin.ts', ['platform', 'list'], {
    SERVICE_KEY,
    LTI_URL: 'http://127.0.0.1:1',
  });
  expect(nobody.code).toBe(1);
  expect(nobody.stderr).toContain('No service answers at http://127.0.0.1:1');
  const stranger = await run('commands/src/admin.ts', ['platform', 'list'], { SERVICE_KEY, LTI_URL: system.toolUrl });
  expect(stranger.stderr).toContain('does not know this service key');
});

test('secrets are readable by their owner only', ({ system }) => {
  const folder = join(system.environment['DATA_DIR'] ?? '', 'secrets');
  const files = readdirSync(folder);
  expect(files).toContain('service-key');
  for (const file of files) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
});

test('mgv checks and scores a scenario file', async () => {
  const file = 'packages/content/modules/omgaan-met-weerstand/in-twee-stappen.yaml';
  const folder = mkdtempSync(join(tmpdir(), 'mgv-files-'));
  const answers = join(folder, 'answers.json');
  const broken = join(folder, 'broken.yaml');
  writeFileSync(answers, JSON.stringify({ answers: {} }));
  writeFileSync(broken, 'id: Broken Id\nsteps: []\n');
  expect((await run('commands/src/mgv.ts', ['check', file], {})).stdout).toContain('no faults');
  const scored = await run('commands/src/mgv.ts', ['score', file, answers], {});
  expect(JSON.parse(scored.stdout)).toMatchObject({ points: 0, toGrade: [] });
  const checked = await run('commands/src/mgv.ts', ['check', broken, join(folder, 'absent.yaml')], {});
  expect(checked.code).toBe(1);
  expect(checked.stderr).toMatch(/id: .*\n[\s\S]*steps: [\s\S]*absent\.yaml/);
  writeFileSync(answers, JSON.stringify({ answers: { nowhere: { kind: 'respond', text: 'x' } } }));
  expect((await run('commands/src/mgv.ts', ['score', file, answers], {})).stderr).toContain(
    'answers.nowhere: unknown-step',
  );
  rmSync(folder, { recursive: true });
});
