import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from './settings.ts';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs one program of node_modules/.bin with output to the terminal; gives its exit code. */
export async function runTool(tool: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(join(ROOT, 'node_modules', '.bin', tool), args, {
    cwd: ROOT,
    env: { ...environment, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * Builds the pages where they changed since the last time.
 *
 * @throws {CommandError} when the build fails; it has said why.
 */
export async function buildPages(): Promise<void> {
  const code = await runTool(
    'turbo',
    ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'],
    process.env,
  );
  if (code !== 0) throw new CommandError('The pages could not be built.');
}
