import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ARCHITECTURE, dependencyPicture, withPicture } from './dependency-picture.ts';

it('stands in docs/architecture.md as the code is now (else run: npm run -s picture)', () => {
  expect(readFileSync(ARCHITECTURE, 'utf8')).toBe(withPicture(dependencyPicture()));
});
