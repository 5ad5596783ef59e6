import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checklistTables, readChecklist, rowsNamedIn } from './checklist.ts';

/** Parts whose every row must have a test, or a reason why not. */
const WHOLE = /^[A-GI-L]\./;
const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Column widths are the formatter's business. */
const squeezed = (text: string): string => text.replaceAll(/-{3,}/g, '---').replaceAll(/ +/g, ' ');

it('finds the numbers in the names of tests', () => {
  expect([...rowsNamedIn("it('lti-001, lti-015 x'); it('lti-123 to lti-125 y'); 'xlti-2'")]).toEqual([
    1, 15, 123, 124, 125,
  ]);
});

it('has every row from 1 to 162 and from 196 to 238', () => {
  const numbers = readChecklist()
    .filter(({ part }) => WHOLE.test(part))
    .flatMap(({ rows }) => rows.map(({ number }) => number));
  expect(numbers).toEqual([...between(1, 162), ...between(196, 238)]);
});

it('has a test for every row, or a reason why there is none', () => {
  const bare = readChecklist()
    .filter(({ part }) => WHOLE.test(part))
    .flatMap(({ rows }) => rows)
    .filter(({ tests, notApplicable }) => tests.length === 0 && notApplicable === null);
  expect(bare.map(({ number, rule }) => `${String(number)} ${rule}`)).toEqual([]);
});

it('docs/lti.md shows it (else run: npm run rows-page -w @mgv/lti)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/lti.md'), 'utf8');
  expect(squeezed(page)).toContain(squeezed(checklistTables(readChecklist())));
});
