import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { gradeAndRelease, handInEverything, openActivity, openWork, signIn } from './people.ts';

const ACTIVITY = 'In twee stappen';

/** Everything axe finds on the page and in its frames, serious or worse. */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on a student's pages (${colorScheme})`, async ({ browser, system }) => {
    test.slow();
    const page = await signIn(browser, system, colorScheme === 'light' ? 'Sam' : 'Noor');
    await page.emulateMedia({ colorScheme });
    expect(await seriousFindings(page)).toEqual([]);
    const frame = await openActivity(page, system, ACTIVITY);
    await expect(frame.getByRole('button', { name: 'Starten' })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await frame.getByRole('button', { name: 'Starten' }).click();
    const next = frame.getByRole('button', { name: 'Volgende' });
    const handIn = frame.getByRole('button', { name: 'Inleveren' });
    await expect(next).toBeVisible();
    while (!(await handIn.isVisible())) {
      expect(await seriousFindings(page)).toEqual([]);
      await next.click();
      await expect(next.or(handIn).first()).toBeVisible();
    }
    expect(await seriousFindings(page)).toEqual([]);
    await handIn.click();
    await frame.getByRole('button', { name: 'Toch inleveren' }).click();
    await expect(frame.getByRole('heading', { name: /ingeleverd/ })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test(`axe finds nothing serious on a trainer's pages (${colorScheme})`, async ({ browser, system, open }) => {
    if (colorScheme === 'light') await handInEverything(await open('Yusuf', ACTIVITY));
    const page = await signIn(browser, system, 'Tineke');
    await page.emulateMedia({ colorScheme });
    await page.goto(`${system.lmsUrl}/courses/1/gradebook`);
    expect(await seriousFindings(page)).toEqual([]);
    await page.goto(`${system.lmsUrl}/courses/1/add`);
    const picker = page.frameLocator('iframe');
    await picker.getByText('In twee stappen').first().click();
    await expect(picker.getByRole('button', { name: 'Toevoegen aan de cursus' })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    const frame = await openActivity(page, system, ACTIVITY);
    await expect(frame.getByRole('row').filter({ hasText: 'Yusuf' })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await openWork(frame, 'Yusuf');
    expect(await seriousFindings(page)).toEqual([]);
    if (colorScheme === 'light') {
      await frame.getByRole('button', { name: 'Terug naar de lijst' }).click();
      await gradeAndRelease(frame, 'Yusuf', 1);
      expect(await seriousFindings(page)).toEqual([]);
    }
  });
}

test('axe finds nothing serious on a refusal', async ({ browser, system }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(
    `${system.toolUrl}/lti/login?iss=https://lms.example&login_hint=1&target_link_uri=${system.toolUrl}/lti/launch`,
  );
  await expect(page.getByText('https://lms.example')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});
