import type { FrameLocator, Page } from '@playwright/test';
import { blockCookies } from './blocked-cookies.ts';
import { expect, test } from './fixtures.ts';
import { handInEverything, type Person, signIn, signInAs } from './people.ts';
import type { System } from './system.ts';

const START = /^(Starten|Verdergaan|Nieuwe poging)$/;

/** What somebody sees of an assignment when it opens. */
const SEES: Record<'Tineke' | 'Amir' | 'Sam' | 'Wil' | 'Bea', (frame: FrameLocator) => Promise<void>> = {
  Tineke: (frame) => expect(frame.getByRole('row').filter({ hasText: 'Yusuf' })).toBeVisible(),
  Amir: (frame) => expect(frame.getByRole('row').filter({ hasText: 'Yusuf' })).toBeVisible(),
  Sam: (frame) => expect(frame.getByRole('button', { name: START })).toBeVisible(),
  Wil: (frame) => expect(frame.getByText('Sam')).toBeVisible(),
  Bea: (frame) => expect(frame.getByRole('heading', { name: 'Werkt het?' })).toBeVisible(),
};

const toolIn = (page: Page): FrameLocator => page.frameLocator('iframe[data-tool]');

/** Registers the tool by a one-time link beside the one that is there; gives its client id. */
async function registerByLink(page: Page, system: System): Promise<string> {
  const made = await system.admin('registration-link', '--name', 'De Zomer', '--person-data');
  expect(made.code, made.stderr).toBe(0);
  await page.goto(`${system.lmsUrl}/tools`);
  await page.getByLabel('Registratielink van de tool').fill(made.stdout.trim());
  await page.getByRole('button', { name: 'Tool toevoegen' }).click();
  await toolIn(page).getByRole('button', { name: 'Toevoegen' }).click();
  await toolIn(page).getByRole('button', { name: 'Sluiten' }).click();
  await page.waitForURL(`${system.lmsUrl}/tools?closed`);
  await page.getByRole('button', { name: /^Activeren/ }).click();
  const listed = JSON.parse((await system.admin('platform', 'list', '--json')).stdout) as {
    name: string;
    clientId: string;
  }[];
  return listed.find(({ name }) => name === 'De Zomer')?.clientId ?? '';
}

/** Opens the picker of that tool in the course. */
async function openPicker(page: Page, { lmsUrl }: System, clientId: string): Promise<FrameLocator> {
  await page.goto(`${lmsUrl}/courses/1/add?tool=${clientId}`);
  return toolIn(page);
}

/** Opens an activity of a course by its title. */
async function openIn(page: Page, course: string, title: string): Promise<FrameLocator> {
  await page.goto(course);
  await page.getByRole('link', { name: title, exact: true }).click();
  return toolIn(page);
}

test('lti-142, lti-205, lti-237 registered by one link, picked three times, copied, and opened by everybody', async ({
  browser,
  system,
  launchOptions,
}) => {
  test.setTimeout(300_000);
  const admin = await signIn(browser, system, 'Bea');
  const clientId = await registerByLink(admin, system);

  const teacher = await signIn(browser, system, 'Tineke');
  const whole = await openPicker(teacher, system, clientId);
  await whole.getByText('Hele module').first().click();
  await whole.getByRole('button', { name: 'Toevoegen aan de cursus' }).click();
  await expect(teacher.getByText('2 activiteiten toegevoegd')).toBeVisible();
  const single = await openPicker(teacher, system, clientId);
  await single.getByText('In twee stappen').first().click();
  await single.getByLabel('Titel in de cursus').fill('Nog eens in twee stappen');
  await single.getByRole('button', { name: 'Toevoegen aan de cursus' }).click();
  await expect(teacher.getByRole('link', { name: 'Nog eens in twee stappen' })).toBeVisible();

  const original = await openIn(
    await signIn(browser, system, 'Yusuf'),
    `${system.lmsUrl}/courses/1`,
    'Nog eens in twee stappen',
  );
  await handInEverything(original);

  await teacher.goto(`${system.lmsUrl}/courses/1`);
  await teacher.getByRole('button', { name: 'Cursus kopiëren' }).click();
  const copy = teacher.url();
  expect(copy).not.toContain('/courses/1');
  for (const [name, sees] of Object.entries(SEES)) {
    const person = name as Person;
    const page = await signIn(browser, system, person);
    await sees(await openIn(page, copy, 'Nog eens in twee stappen'));
    await page.context().close();
    const { context, close } = await blockCookies(system, 'everywhere', launchOptions);
    const blocked = await context.newPage();
    await signInAs(blocked, system, person);
    await sees(await openIn(blocked, copy, 'Nog eens in twee stappen'));
    await close();
  }
  const list = await openIn(teacher, copy, 'Nog eens in twee stappen');
  await expect(list.getByRole('row').filter({ hasText: 'Yusuf' })).toContainText(/niet begonnen/);
});
