import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const DIST = new URL('../../../packages/components/dist/', import.meta.url);

const ManifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]), css: z.array(z.string()).default([]) }),
);

/** Bytes after gzip that a page loads before it works; the second language and the font are not in it. */
export interface PageSize {
  javascript: number;
  css: number;
}

/** Sizes of one page: its entry and everything that this imports at once. */
export function pageSize(entry: string): PageSize {
  const manifest = ManifestSchema.parse(JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8')));
  const seen = new Set<string>();
  const css = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    chunk.css.forEach((file) => css.add(file));
    chunk.imports.forEach(visit);
  };
  visit(entry);
  const files = [...seen].flatMap((key) => manifest[key]?.file ?? []);
  const gzipped = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, DIST)), { level: 9 }).byteLength, 0);
  return { javascript: gzipped(files), css: gzipped(css) };
}
