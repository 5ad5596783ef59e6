import { expect, it } from 'vitest';
import { commands } from 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    untranslated: () => Promise<string[]>;
  }
}

it('has an English translation for every text', async () => {
  expect(await commands.untranslated()).toEqual([]);
  // Reads the whole source by the TypeScript compiler.
}, 60_000);
