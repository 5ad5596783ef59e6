import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from './environment.ts';

/**
 * A secret that is made once and kept in `DATA_DIR/secrets/<name>`, readable by its owner only. Safe when two programs
 * start at the same time: the first one's secret is everybody's.
 *
 * @returns 64 hexadecimal digits (256 bits).
 * @throws {EnvironmentError} when the folder cannot be written.
 */
export function keptSecret(dataDir: string, name: string): string {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${file}.${String(process.pid)}.new`;
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new EnvironmentError(`DATA_DIR: cannot keep the secret "${name}" in ${folder}`, { cause: error });
  }
}
