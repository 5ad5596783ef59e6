import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checksTable } from './checks-page.ts';
import { launchChecks } from './launch-checks.ts';

/** Column widths are the formatter's business. */
const squeezed = (text: string): string => text.replaceAll(/-{3,}/g, '---').replaceAll(/ +/g, ' ');

it('docs/lti.md lists every check in order (else run: npm run checks-page -w @mgv/lti)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/lti.md'), 'utf8');
  expect(squeezed(page)).toContain(squeezed(checksTable()));
});

it('gives every check a code of its own', () => {
  expect(new Set(launchChecks.map(({ code }) => code)).size).toBe(launchChecks.length);
});
