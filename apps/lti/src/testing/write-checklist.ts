import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withChecklist } from './checklist.ts';

/** `npm run rows-page -w @mgv/lti`: draws the tables of rows and tests in docs/lti.md anew. */
const file = join(import.meta.dirname, '../../../../docs/lti.md');
writeFileSync(file, withChecklist(readFileSync(file, 'utf8')));
