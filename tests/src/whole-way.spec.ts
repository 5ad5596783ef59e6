import { expect, test } from './fixtures.ts';
import { gradeAndRelease, handInEverything, openWork, readGradebook, REPLY } from './people.ts';

/** As after `npm start`. */
test.use({ engine: 'pglite' });

const ACTIVITY = 'In twee stappen';

test('what a student hands in is graded, released and stands in the gradebook', async ({ open, system, browser }) => {
  const student = await open('Sam', ACTIVITY);
  await handInEverything(student);
  await expect(student.getByText('Je trainer kijkt dit nog na.')).toBeVisible();

  const trainer = await open('Tineke', ACTIVITY);
  await openWork(trainer, 'Sam');
  await expect(trainer.getByText(REPLY).first()).toBeVisible();
  await trainer.getByRole('button', { name: 'Terug naar de lijst' }).click();
  await gradeAndRelease(trainer, 'Sam', 1);

  await expect.poll(async () => (await readGradebook(system, ACTIVITY, 'Sam')).score).toBeGreaterThan(0);
  await trainer.getByRole('button', { name: 'Terug naar de lijst' }).click();
  await expect(trainer.getByRole('row').filter({ hasText: 'Sam' })).toContainText('in de cijferlijst');

  const again = await open('Sam', ACTIVITY);
  await again.getByRole('button', { name: /Poging 1/ }).click();
  await expect(again.getByRole('heading', { name: 'Je resultaat' })).toBeVisible();
  await expect(again.getByText('In de cijferlijst')).toBeVisible();

  const page = await (await browser.newContext()).newPage();
  await page.goto(system.lmsUrl);
  await page.getByRole('button', { name: 'Tineke' }).click();
  await page.getByRole('link', { name: 'Cijferlijst' }).click();
  const { score } = await readGradebook(system, ACTIVITY, 'Sam');
  const shown = new Intl.NumberFormat('nl', { maximumFractionDigits: 2 }).format(score ?? Number.NaN);
  await expect(page.getByRole('row').filter({ hasText: 'Sam' })).toContainText(shown);
});

test('a second attempt replaces the mark, and each mark has its own moment', async ({ open, system }) => {
  const student = await open('Noor', ACTIVITY);
  await handInEverything(student);
  await gradeAndRelease(await open('Tineke', ACTIVITY), 'Noor', 0);
  await expect.poll(async () => (await readGradebook(system, ACTIVITY, 'Noor')).timestamp).not.toBeNull();
  const first = await readGradebook(system, ACTIVITY, 'Noor');

  const again = await open('Noor', ACTIVITY);
  await handInEverything(again, 'Ik merk dat ik te snel ging. Hoe kijk jij ernaar?');
  await gradeAndRelease(await open('Amir', ACTIVITY), 'Noor', 2);
  await expect
    .poll(async () => (await readGradebook(system, ACTIVITY, 'Noor')).score)
    .toBeGreaterThan(first.score ?? Number.POSITIVE_INFINITY);
  const { history } = await readGradebook(system, ACTIVITY, 'Noor');
  expect(new Set(history.map(({ timestamp }) => timestamp)).size).toBe(2);
});

test('a mark that was released can be changed, with a reason', async ({ open, system }) => {
  const student = await open('Yusuf', ACTIVITY);
  await handInEverything(student);
  const trainer = await open('Tineke', ACTIVITY);
  await gradeAndRelease(trainer, 'Yusuf', 2);
  await expect.poll(async () => (await readGradebook(system, ACTIVITY, 'Yusuf')).score).not.toBeNull();
  const high = (await readGradebook(system, ACTIVITY, 'Yusuf')).score ?? 0;

  await trainer.getByRole('button', { name: 'Terug naar de lijst' }).click();
  await gradeAndRelease(trainer, 'Yusuf', 0, 'Bij het teruglezen zag ik dat het antwoord over iemand anders ging.');
  await expect.poll(async () => (await readGradebook(system, ACTIVITY, 'Yusuf')).score).toBeLessThan(high);
});
