import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

/** What the build says it made; Vite's own file, so it is not checked. */
const manifest = JSON.parse(readFileSync(`${import.meta.dirname}/dist/.vite/manifest.json`, 'utf8')) as Record<
  string,
  Chunk
>;

function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const next of chunk.imports ?? []) filesOf(next, seen);
  return seen;
}

const kilobytes = (files: readonly string[]): string => {
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(`${import.meta.dirname}/dist/${file}`)).length,
    0,
  );
  return `${(bytes / 1000).toFixed(1)} kB`;
};

/** Prints per page what it loads at once, gzipped, and what switching to English adds. */
for (const [key, { isEntry }] of Object.entries(manifest)) {
  if (!isEntry) continue;
  const files = [...filesOf(key)];
  const scripts = kilobytes(files.filter((file) => file.endsWith('.js')));
  const styles = kilobytes(files.filter((file) => file.endsWith('.css')));
  process.stdout.write(`${key}: JavaScript ${scripts}, CSS ${styles}\n`);
}
const english = manifest['src/generated/locales/en.ts'];
if (english) process.stdout.write(`English texts: ${kilobytes([english.file])}\n`);
