import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchemas, SCHEMA_FOLDER } from './json-schemas.ts';

// After a change of the zod schemas: npm run schemas -w packages/content
it.each(Object.entries(jsonSchemas()))('%s is up to date', (name, schema) => {
  const written: unknown = JSON.parse(readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(schema)));
});
