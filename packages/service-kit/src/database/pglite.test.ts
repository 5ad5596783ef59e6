import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPgliteIn } from './pglite.ts';

it('makes a database, keeps what is in it, and clears away one whose making was cut off', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'mgv-pglite-')), 'pgdata');
  mkdirSync(`${folder}.new`);
  writeFileSync(join(`${folder}.new`, 'PG_VERSION'), 'half');
  const first = await openPgliteIn(folder);
  await first.exec('create table kept (n int); insert into kept values (7)');
  await first.close();
  expect(existsSync(`${folder}.new`)).toBe(false);
  const second = await openPgliteIn(folder);
  expect((await second.query('select n from kept')).rows).toEqual([{ n: 7 }]);
  await second.close();
});
