import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '@mgv/service-kit';
import { z } from 'zod';

/** Names of the pages that packages/components builds. */
export const PAGES = ['student', 'trainer', 'observer', 'picker', 'self-check', 'storage'] as const;
export type PageName = (typeof PAGES)[number];

/** Addresses of what one page loads. */
export interface PageAssets {
  script: string;
  /** Modules that the script imports, to be fetched at the same time. */
  preloads: string[];
  styles: string[];
}

const ManifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).default([]), imports: z.array(z.string()).default([]) }),
);
type Manifest = z.infer<typeof ManifestSchema>;

/**
 * Reads which files each page loads from the build's manifest.
 *
 * @param folder - `packages/components/dist`.
 * @throws {EnvironmentError} when the pages have not been built.
 */
export function readPageAssets(folder: string): Record<PageName, PageAssets> {
  const manifest = readManifest(join(folder, '.vite', 'manifest.json'));
  const assets = (page: PageName): PageAssets => {
    const key = `src/pages/${page}.ts`;
    const entry = manifest[key];
    if (!entry) throw notBuilt(folder);
    const chunks = chunksOf(manifest, key);
    return {
      script: `/${entry.file}`,
      preloads: chunks.filter((chunk) => chunk !== entry).map(({ file }) => `/${file}`),
      styles: [...new Set(chunks.flatMap(({ css }) => css))].map((file) => `/${file}`),
    };
  };
  return {
    student: assets('student'),
    trainer: assets('trainer'),
    observer: assets('observer'),
    picker: assets('picker'),
    'self-check': assets('self-check'),
    storage: assets('storage'),
  };
}

function readManifest(file: string): Manifest {
  try {
    return ManifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw notBuilt(file, cause);
  }
}

const notBuilt = (where: string, cause?: unknown): EnvironmentError =>
  new EnvironmentError(`The pages have not been built (${where}): run npm run build`, { cause });

/** An entry with everything it imports, each once. */
function chunksOf(manifest: Manifest, key: string, seen = new Set<string>()): Manifest[string][] {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return [];
  seen.add(key);
  return [chunk, ...chunk.imports.flatMap((name) => chunksOf(manifest, name, seen))];
}
