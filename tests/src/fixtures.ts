import { type FrameLocator, test as base } from '@playwright/test';
import { openActivity, type Person, signIn } from './people.ts';
import { startSystem, type System } from './system.ts';

interface Fixtures {
  /** Signs somebody in and opens an activity; gives the frame with the tool. */
  open: (person: Person, activity: string) => Promise<FrameLocator>;
}
interface WorkerFixtures {
  /** A system on embedded databases, shared by the tests of one file. */
  system: System;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  system: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function needs from its first parameter
    async ({}, use) => {
      const system = await startSystem();
      await use(system);
      await system.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  open: async ({ browser, system }, use) => {
    await use(async (person, activity) => openActivity(await signIn(browser, system, person), system, activity));
  },
});

export { expect } from '@playwright/test';
