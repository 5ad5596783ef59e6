import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { untranslated } from './src/testing/untranslated.ts';

/** Elements are tested in a real Chromium; `CHROMIUM_PATH` says where it is. */
export default defineConfig({
  root: import.meta.dirname,
  // Found at once, so that a first run needs no second load of the page.
  optimizeDeps: {
    include: [
      '@lit/localize',
      'lit',
      'lit/decorators.js',
      'lit/directives/keyed.js',
      'lit/directives/live.js',
      'lit/directives/repeat.js',
    ],
  },
  test: {
    name: 'packages/components',
    include: ['src/**/*.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 883, height: 900 },
      commands: { untranslated },
      provider: playwright({
        launchOptions: {
          executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--disable-quic',
          ],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
