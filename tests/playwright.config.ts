import { defineConfig } from '@playwright/test';

/** The whole system in real Chromium. One worker: each test starts programs and databases of its own. */
export default defineConfig({
  testDir: 'src',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/report.json' }],
  ],
  outputDir: '../test-results',
  use: {
    locale: 'nl-NL',
    viewport: { width: 1280, height: 900 },
    // Sooner than the test's own end, so that the report names the step.
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--test-third-party-cookie-phaseout',
      ],
    },
  },
});
