import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchChecks } from '../launch/launch-checks.ts';
import { REFUSAL_TEXTS } from '../pages/refusal-texts.ts';

const FOLDER = join(import.meta.dirname, '../../../../docs/install');
const known = new Set([...launchChecks.map(({ code }) => code), ...Object.keys(REFUSAL_TEXTS), 'state-used']);

/** Codes that a page tells its reader to look for: `platform-unknown`, in the first column of a table. */
function codesIn(page: string): string[] {
  const firstCells = page.split('\n').flatMap((line) => /^\|([^|]*)\|/.exec(line)?.[1] ?? []);
  return firstCells.flatMap((cell) => [...cell.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code = '']) => code));
}

describe.each(readdirSync(FOLDER))('docs/install/%s', (file) => {
  const page = readFileSync(join(FOLDER, file), 'utf8');

  it('names only refusals that exist', () => {
    const codes = codesIn(page);
    expect(codes.length).toBeGreaterThan(2);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('points only at pages that exist', () => {
    const links = [...page.matchAll(/\]\(([\w./-]+\.md)/g)].map(([, target = '']) => join(FOLDER, target));
    for (const link of links) expect(readFileSync(link, 'utf8').length).toBeGreaterThan(0);
  });
});
