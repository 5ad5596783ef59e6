import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPgliteIn } from './packages/service-kit/src/database/pglite.ts';

/** Makes one embedded database that tests copy: making one takes seconds, copying it a tenth of one. */
export default async function makeTemplate(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'mgv-template-'));
  const template = join(folder, 'pgdata');
  const database = await openPgliteIn(template);
  await database.close();
  process.env['TEST_PGLITE_TEMPLATE'] = template;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
