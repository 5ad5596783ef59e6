import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

const pages = ['student', 'trainer', 'observer', 'picker', 'self-check', 'storage'].map(
  (name) => [name, `src/pages/${name}.ts`] as const,
);

/** Each page is one entry; apps/lti finds its files in `dist/.vite/manifest.json` and serves `dist/assets` under `/assets`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2022',
    // No inline data: the pages' content security policy names only files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(pages.filter(([, file]) => existsSync(`${import.meta.dirname}/${file}`))),
    },
  },
});
