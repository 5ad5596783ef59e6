import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../../../..');
const TESTS = ['{apps,packages}/*/src/**/*.test.ts', 'commands/src/**/*.test.ts', 'tests/src/**/*.spec.ts'];

const RuleSchema = z.union([z.string(), z.strictObject({ rule: z.string(), 'not applicable': z.string() })]);
const PartSchema = z.strictObject({ part: z.string(), rows: z.record(z.string().regex(/^\d{1,3}$/), RuleSchema) });

/** A row of the checklist, with the tests that prove it. */
export interface ChecklistRow {
  number: number;
  rule: string;
  /** Why there need be no test; `null` where there must be one. */
  notApplicable: string | null;
  /** Files, from the root of the repository. */
  tests: string[];
}
export interface ChecklistPart {
  part: string;
  rows: ChecklistRow[];
}

/** Numbers of the rows that a text of tests names: `lti-043`, or `lti-123 to lti-127` for all between. */
export function rowsNamedIn(text: string): Set<number> {
  const numbers = new Set<number>();
  for (const [, from = '', to = from] of text.matchAll(/\blti-(\d{3})(?: to lti-(\d{3}))?/g)) {
    for (let number = Number(from); number <= Number(to); number += 1) numbers.add(number);
  }
  return numbers;
}

/** The whole checklist, with what is found in the tests of the repository. */
export function readChecklist(): ChecklistPart[] {
  const found = TESTS.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .filter((file) => !file.includes('checklist') && !file.includes('node_modules'))
    .sort()
    .map((file) => ({ file, numbers: rowsNamedIn(readFileSync(join(ROOT, file), 'utf8')) }));
  const parts = z.array(PartSchema).parse(parse(readFileSync(join(import.meta.dirname, 'checklist.yaml'), 'utf8')));
  return parts.map(({ part, rows }) => ({
    part,
    rows: Object.entries(rows).map(([key, value]) => ({
      number: Number(key),
      rule: typeof value === 'string' ? value : value.rule,
      notApplicable: typeof value === 'string' ? null : value['not applicable'],
      tests: found.filter(({ numbers }) => numbers.has(Number(key))).map(({ file }) => file),
    })),
  }));
}

const BEGIN = '<!-- rows -->';
const END = '<!-- /rows -->';
const short = (file: string): string =>
  `\`${file.replace(/^apps\/lti\/src\//, '').replace(/\.(test|spec)\.ts$/, '')}\``;

/** The tables of docs/lti.md: row, rule, tests. Rows with neither a test nor a reason are left out. */
export function checklistTables(parts: readonly ChecklistPart[]): string {
  return parts
    .map(({ part, rows }) => ({
      part,
      rows: rows.filter(({ tests, notApplicable }) => tests.length > 0 || notApplicable !== null),
    }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ part, rows }) => {
      const lines = rows.map(({ number, rule, notApplicable, tests }) => {
        const proof = tests.length > 0 ? tests.map(short).join(', ') : `not applicable: ${notApplicable ?? ''}`;
        return `| ${String(number).padStart(3, '0')} | ${rule} | ${proof} |`;
      });
      return [`### ${part}`, '', '| # | rule | tests |', '| --- | --- | --- |', ...lines].join('\n');
    })
    .join('\n\n');
}

/** A page with the tables between its two markers drawn anew. */
export function withChecklist(page: string): string {
  const [before = '', rest = ''] = page.split(BEGIN);
  return `${before}${BEGIN}\n\n${checklistTables(readChecklist())}\n\n${END}${rest.split(END)[1] ?? ''}`;
}
