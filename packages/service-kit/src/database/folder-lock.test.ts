import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'mgv-lock-'));

it('belongs to one holder at a time', async () => {
  const folder = newFolder();
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(/in use by another process/);
  await unlock();
  await (
    await lockFolder(folder)
  )();
});

it('is free again after its process was killed', async () => {
  const folder = newFolder();
  const module = new URL('./folder-lock.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(module)}).then(async (m) => { await m.lockFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000); })`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  await expect(lockFolder(folder)).rejects.toThrow(/in use/);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await (
    await lockFolder(folder)
  )();
});

it('works for a folder whose path is too long for a socket', async () => {
  const folder = join(newFolder(), 'x'.repeat(120));
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(/in use/);
  await unlock();
});
