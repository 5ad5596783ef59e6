import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Every package and app with tests of its own is a project; components brings its own configuration (a real browser). */
const plain = ['packages/core', 'packages/content', 'packages/contracts', 'packages/service-kit', 'commands'];
const apps = readdirSync(new URL('apps', import.meta.url)).map((name) => `apps/${name}`);

export default defineConfig({
  test: {
    projects: [
      ...[...plain, ...apps].map((root) => ({
        test: { name: root, root, include: ['src/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
      })),
      'packages/components',
    ],
    maxWorkers: 2,
    globalSetup: './vitest.setup.ts',
  },
});
