import type { Frame, Page } from '@playwright/test';
import { type Blocked, blockCookies } from './blocked-cookies.ts';
import { expect, test as base } from './fixtures.ts';
import { answerEverything, handInEverything, openActivity, type Person, setFault, signInAs } from './people.ts';
import { follow, tellIfFailed, type Witness } from './witness.ts';

const ACTIVITY = 'In twee stappen';
const START = /^(Starten|Verdergaan|Nieuwe poging)$/;

/** The tool's cookies and storage are blocked where the test says. */
const test = base.extend<{ openBlocked: (blocked: Blocked, person: Person) => Promise<Page> }>({
  openBlocked: async ({ system, launchOptions }, use, info) => {
    const closers: (() => Promise<void>)[] = [];
    const witnesses: Witness[] = [];
    await use(async (blocked, person) => {
      const { context, close } = await blockCookies(system, blocked, launchOptions);
      closers.push(close);
      const page = await context.newPage();
      witnesses.push(follow(page, person));
      await signInAs(page, system, person);
      return page;
    });
    await tellIfFailed(info, witnesses);
    for (const close of closers) await close();
  },
});

test.afterEach(async ({ system }) => {
  await setFault(system, { storage: 'on', storageTarget: '_parent' });
});

/** The frame that the tool is in. */
function toolFrame(page: Page, toolUrl: string): Frame {
  const frame = page.frames().find((one) => one.url().startsWith(toolUrl));
  if (!frame) throw new Error('the tool is in no frame');
  return frame;
}

for (const { blocked, storageTarget, person } of [
  { blocked: 'in-frames', storageTarget: '_parent', person: 'Sam' },
  { blocked: 'in-frames', storageTarget: 'post_message_forwarding', person: 'Noor' },
  { blocked: 'everywhere', storageTarget: '_parent', person: 'Yusuf' },
  { blocked: 'everywhere', storageTarget: 'post_message_forwarding', person: 'Sam' },
] as const) {
  test(`lti-111, lti-112 all cookies blocked ${blocked}: the storage of the platform (${storageTarget}) will do`, async ({
    system,
    openBlocked,
  }) => {
    await setFault(system, { storage: 'on', storageTarget });
    const frame = await openActivity(await openBlocked(blocked, person), system, ACTIVITY);
    await handInEverything(frame);
  });
}

for (const storage of ['off', 'silent', 'error', 'no-frame']) {
  test(`lti-112, lti-223, lti-224, lti-225 cookies blocked in frames, storage ${storage}: a new window will do`, async ({
    system,
    openBlocked,
  }) => {
    await setFault(system, { storage, storageTarget: 'post_message_forwarding' });
    const page = await openBlocked('in-frames', 'Noor');
    const frame = await openActivity(page, system, ACTIVITY);
    const opening = page.waitForEvent('popup');
    await frame.getByRole('link', { name: 'Open in een nieuw venster' }).click();
    const window = await opening;
    await expect(window.getByRole('button', { name: START })).toBeVisible();
  });
}

for (const storage of ['off', 'silent', 'error']) {
  test(`lti-112 storage ${storage}: the partitioned cookie will do`, async ({ system, open }) => {
    await setFault(system, { storage, storageTarget: '_parent' });
    const frame = await open('Yusuf', ACTIVITY);
    await expect(frame.getByRole('button', { name: START })).toBeVisible();
  });
}

test('a reload inside the frame goes on where the student was', async ({ system, browser }) => {
  const page = await browser.newPage();
  await signInAs(page, system, 'Yusuf');
  const frame = await openActivity(page, system, ACTIVITY);
  await frame.getByRole('button', { name: START }).click();
  await answerEverything(frame);
  await toolFrame(page, system.toolUrl).evaluate('location.reload()');
  await frame.getByRole('button', { name: 'Verdergaan' }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
  await page.close();
});

test('a reload inside the frame goes on where nothing may be stored, too', async ({ system, openBlocked }) => {
  const page = await openBlocked('everywhere', 'Noor');
  const frame = await openActivity(page, system, ACTIVITY);
  await expect(frame.getByRole('button', { name: START })).toBeVisible();
  await toolFrame(page, system.toolUrl).evaluate("document.body.dataset.before = ''; location.reload()");
  await expect(frame.locator('body[data-before]')).toHaveCount(0);
  await expect(frame.getByRole('button', { name: START })).toBeVisible();
});

test('lti-105 two tabs of one student both work', async ({ system, browser }) => {
  const context = await browser.newContext();
  const pages = [await context.newPage(), await context.newPage()];
  for (const page of pages) await signInAs(page, system, 'Noor');
  const frames = await Promise.all(pages.map((page) => openActivity(page, system, ACTIVITY)));
  for (const frame of frames) {
    await expect(frame.getByRole('button', { name: START })).toBeVisible();
  }
  await context.close();
});
