import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withChecks } from './checks-page.ts';

/** `npm run checks-page -w @mgv/lti`: draws the table of docs/lti.md anew. */
const file = join(import.meta.dirname, '../../../../docs/lti.md');
writeFileSync(file, withChecks(readFileSync(file, 'utf8')));
