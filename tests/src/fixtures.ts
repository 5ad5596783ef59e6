import { type FrameLocator, type Page, test as base } from '@playwright/test';
import { openActivity, type Person, signIn } from './people.ts';
import { createDatabase } from './postgres.ts';
import { startSystem, type System } from './system.ts';
import { follow, tellIfFailed, type Witness } from './witness.ts';

interface Fixtures {
  /** The whole system, shared by the tests of one file and by no others. */
  system: System;
  /** Signs somebody in and opens an activity; gives the frame with the tool. */
  open: (person: Person, activity: string) => Promise<FrameLocator>;
}
interface WorkerFixtures {
  /** Which databases the system of a file runs on: `test.use({ engine: 'pglite' })`. */
  engine: 'pglite' | 'postgres';
  /** The system of a test's file; Playwright keeps a worker for several files. */
  systemOf: (file: string) => Promise<System>;
}

const databases = async (): Promise<Record<string, string>> => ({
  DATABASE_URL_LTI: await createDatabase(),
  DATABASE_URL_GRADING: await createDatabase(),
});

export const test = base.extend<Fixtures, WorkerFixtures>({
  engine: ['postgres', { scope: 'worker', option: true }],
  systemOf: [
    async ({ engine }, use) => {
      let kept: { file: string; system: System } | null = null;
      await use(async (file) => {
        if (kept?.file !== file) {
          await kept?.system.close();
          kept = null;
          kept = { file, system: await startSystem(engine === 'postgres' ? await databases() : {}) };
        }
        return kept.system;
      });
      await (kept as { system: System } | null)?.system.close();
    },
    { scope: 'worker' },
  ],
  system: [
    async ({ systemOf }, use, { file }) => {
      await use(await systemOf(file));
    },
    { timeout: 90_000 },
  ],
  open: async ({ browser, system }, use, info) => {
    const witnesses: Witness[] = [];
    const pages: Page[] = [];
    await use(async (person, activity) => {
      const page = await signIn(browser, system, person);
      pages.push(page);
      witnesses.push(follow(page, person));
      return openActivity(page, system, activity);
    });
    await tellIfFailed(info, witnesses);
    for (const page of pages) await page.context().close();
  },
});

export { expect } from '@playwright/test';
