import { writeFileSync } from 'node:fs';
import { jsonSchemas, SCHEMA_FOLDER } from './json-schemas.ts';

for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(name, SCHEMA_FOLDER), `${JSON.stringify(schema, null, 2)}\n`);
}
