import { expect, test } from './fixtures.ts';
import { handInEverything, judgeEverything, openActivity, openWork, readGradebook, signIn } from './people.ts';

test('a teacher adds an assignment from the picker, and it works at once', async ({ browser, system, open }) => {
  const page = await signIn(browser, system, 'Tineke');
  await page.getByRole('link', { name: 'Activiteit toevoegen' }).click();
  const picker = page.frameLocator('iframe');
  await picker.getByText('Signalen herkennen').first().click();
  await picker.getByLabel('Titel').fill('Oefenen met signalen');
  await picker.getByRole('textbox', { name: 'Punten in de cijferlijst' }).fill('10');
  await picker.getByRole('button', { name: 'Toevoegen aan de cursus' }).click();
  await expect(page.getByRole('link', { name: 'Oefenen met signalen' })).toBeVisible();

  const student = await open('Sam', 'Oefenen met signalen');
  await expect(student.getByRole('heading', { level: 1 })).toHaveText('Oefenen met signalen');
  await handInEverything(student);

  const trainer = await openActivity(await signIn(browser, system, 'Tineke'), system, 'Oefenen met signalen');
  await openWork(trainer, 'Sam');
  await judgeEverything(trainer, 1);
  await trainer.getByRole('button', { name: 'Opslaan' }).click();
  await expect(trainer.getByText('Opgeslagen, nog niet vrijgegeven')).toBeVisible();
  await trainer.getByRole('button', { name: 'Terug naar de lijst' }).click();
  await trainer.getByRole('button', { name: 'Alles vrijgeven' }).click();
  await trainer.getByRole('button', { name: '1 vrijgeven' }).click();
  await expect.poll(async () => (await readGradebook(system, 'Oefenen met signalen', 'Sam')).score).not.toBeNull();
  expect((await readGradebook(system, 'Oefenen met signalen', 'Sam')).maximum).toBe(10);
});

test('cancelling adds nothing', async ({ browser, system }) => {
  const page = await signIn(browser, system, 'Tineke');
  const before = await page.getByRole('listitem').count();
  await page.getByRole('link', { name: 'Activiteit toevoegen' }).click();
  await page.frameLocator('iframe').getByRole('button', { name: 'Annuleren' }).click();
  await expect(page.getByText('Er is niets toegevoegd')).toBeVisible();
  expect(await page.getByRole('listitem').count()).toBe(before);
});
