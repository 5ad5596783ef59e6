import { existsSync, renameSync, rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** 16 MB of shared buffers instead of 128: the embedded database serves one small installation. */
const START_PARAMETERS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/** Opens an embedded database in `folder`; makes it first where there is none, whole or not at all. */
export async function openPgliteIn(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) {
    const unfinished = `${folder}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    await makeInWorker(unfinished);
    renameSync(unfinished, folder);
  }
  return PGlite.create(folder, { startParams: START_PARAMETERS });
}

/** Making a database takes some 250 MB for a moment; a thread of its own gives them back when it ends. */
async function makeInWorker(folder: string): Promise<void> {
  const worker = new Worker(new URL('./make-pglite.ts', import.meta.url), { workerData: folder });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`making the database ended with ${String(code)}`));
    });
  });
}
