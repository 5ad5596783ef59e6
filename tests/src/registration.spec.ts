import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';
import type { System } from './system.ts';

test.use({ engine: 'pglite' });

interface Registered {
  clientId: string;
  active: boolean;
  name: string;
}

async function makeLink(system: System, ...options: string[]): Promise<string> {
  const made = await system.admin('registration-link', ...options);
  expect(made.code, made.stderr).toBe(0);
  return made.stdout.trim();
}

/** Pastes a link as the administrator of the LMS; gives the frame with the tool's page. */
async function paste(page: Page, { lmsUrl }: System, link: string): Promise<FrameLocator> {
  await page.goto(`${lmsUrl}/tools`);
  await page.getByLabel('Registratielink van de tool').fill(link);
  await page.getByRole('button', { name: 'Tool toevoegen' }).click();
  return page.frameLocator('iframe');
}

async function registrations(system: System): Promise<Registered[]> {
  return JSON.parse((await system.admin('platform', 'list', '--json')).stdout) as Registered[];
}

test('lti-214, lti-216 an LMS that is registered already is registered anew by one link, by choice', async ({
  browser,
  system,
}) => {
  const page = await signIn(browser, system, 'Bea');
  const link = await makeLink(system, '--name', 'De Zomer');
  expect(link).toMatch(new RegExp(`^${system.toolUrl}/lti/register\\?code=[\\w-]{43}$`));
  const asked = await paste(page, system, link);
  await expect(asked.getByRole('heading', { name: 'Deze leeromgeving is al aangemeld.' })).toBeVisible();
  expect(await registrations(system)).toHaveLength(1);
  await asked.getByRole('button', { name: 'Toevoegen' }).click();
  await expect(asked.getByRole('heading', { name: 'De Zomer is aangemeld.' })).toBeVisible();
  await asked.getByRole('button', { name: 'Sluiten' }).click();
  await page.waitForURL(`${system.lmsUrl}/tools?closed`);
  const listed = await registrations(system);
  expect(listed.map(({ active }) => active)).toEqual([true, true]);
  const clientId = listed.find(({ name }) => name === 'De Zomer')?.clientId ?? '';
  await expect(page.getByText(clientId, { exact: true })).toBeVisible();

  const again = await paste(page, system, link);
  await expect(again.getByRole('heading', { name: 'Met deze link is al een leeromgeving aangemeld.' })).toBeVisible();

  const rotated = await system.admin('keys', 'rotate', '--issuer', system.lmsUrl, '--client-id', clientId);
  expect(rotated.stdout).toMatch(/^Key [0-9a-f]{32} signs from now on\.\nKey [0-9a-f]{32} is served until /);
  await page.context().close();
});

test('the settings page copies an address', async ({ browser, system }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${system.toolUrl}/lti/settings`);
  await page.locator('[data-copy="jwks"]').click();
  await expect(page.getByText('Gekopieerd.')).toBeVisible();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${system.toolUrl}/lti/jwks`);
  await context.close();
});

test('the settings page can be read without scripts', async ({ browser, system }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${system.toolUrl}/lti/settings`);
  await expect(page.getByLabel('Sleutels (public keyset, JWKS URL)')).toHaveValue(`${system.toolUrl}/lti/jwks`);
  await expect(page.getByRole('button')).toHaveCount(0);
  await context.close();
});

const refused: { name: string; args: string[]; says: RegExp }[] = [
  { name: 'no number of days', args: ['registration-link', '--days', 'x'], says: /--days is a whole number/ },
  { name: 'too many days', args: ['registration-link', '--days', '91'], says: /--days is a whole number/ },
  { name: 'an empty name', args: ['registration-link', '--name', ''], says: /--name is a text/ },
  { name: 'no deployment', args: ['deployment', 'approve'], says: /Name the deployment/ },
  { name: 'a deployment that is none', args: ['deployment', 'approve', 'x'], says: /invalid-request/ },
  { name: 'keys of nobody', args: ['keys', 'rotate', '--issuer', 'https://x.example'], says: /both needed/ },
];
for (const { name, args, says } of refused) {
  test(`the admin command refuses ${name} in plain words`, async ({ system }) => {
    const ended = await system.admin(...args);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(says);
    expect(ended.stderr).not.toContain('    at ');
  });
}
