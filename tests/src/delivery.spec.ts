import { expect, test } from './fixtures.ts';
import { gradeAndRelease, handInEverything, readGradebook, setFault } from './people.ts';

test.use({ engine: 'pglite' });

const ACTIVITY = 'In twee stappen';

test('grading is killed between release and post: the mark arrives once, after a restart', async ({ open, system }) => {
  const student = await open('Sam', ACTIVITY);
  await handInEverything(student);
  await setFault(system, { scores: 'down' });
  const trainer = await open('Tineke', ACTIVITY);
  await gradeAndRelease(trainer, 'Sam', 2);
  await system.kill('grading');
  expect((await readGradebook(system, ACTIVITY, 'Sam')).history).toEqual([]);

  await setFault(system, { scores: 'none' });
  await system.start('grading');
  await expect
    .poll(async () => (await readGradebook(system, ACTIVITY, 'Sam')).score, { timeout: 90_000 })
    .not.toBeNull();
  const list = await open('Tineke', ACTIVITY);
  await expect(list.getByRole('row').filter({ hasText: 'Sam' })).toContainText('in de cijferlijst');
  expect((await readGradebook(system, ACTIVITY, 'Sam')).history).toHaveLength(1);
});

test('the LMS is down for a while: the trainer sees that it waits, and the mark arrives later', async ({
  open,
  system,
}) => {
  const student = await open('Noor', ACTIVITY);
  await handInEverything(student);
  await setFault(system, { scores: 'down' });
  const trainer = await open('Tineke', ACTIVITY);
  await gradeAndRelease(trainer, 'Noor', 1);
  await trainer.getByRole('button', { name: 'Terug naar de lijst' }).click();
  await expect(trainer.getByRole('row').filter({ hasText: 'Noor' })).toContainText('wacht');
  const waiting = await system.admin('passback', 'list', '--state', 'waiting');
  expect(waiting.stdout).toContain('waiting');

  expect((await system.admin('passback', 'retry', '--all')).stdout).toContain('1 mark(s) will be sent again');
  await setFault(system, { scores: 'none' });
  await expect.poll(async () => (await readGradebook(system, ACTIVITY, 'Noor')).score).not.toBeNull();
  await expect(trainer.getByRole('row').filter({ hasText: 'Noor' })).toContainText('in de cijferlijst');
});

test('the LMS fails a few times: the mark arrives by itself, with its own timestamp', async ({ open, system }) => {
  const student = await open('Yusuf', ACTIVITY);
  await handInEverything(student);
  await setFault(system, { scores: '500', count: 2 });
  await gradeAndRelease(await open('Tineke', ACTIVITY), 'Yusuf', 1);
  const [row] = JSON.parse((await system.admin('passback', 'list', '--json')).stdout) as { timestamp: string }[];
  await expect
    .poll(async () => (await readGradebook(system, ACTIVITY, 'Yusuf')).score, { timeout: 90_000 })
    .not.toBeNull();
  const { timestamp } = await readGradebook(system, ACTIVITY, 'Yusuf');
  expect(Date.parse(timestamp ?? '')).toBe(Date.parse(row?.timestamp ?? ''));
});
