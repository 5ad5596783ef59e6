import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CommandError } from '../running/settings.ts';
import { postgresFolder } from './postgres.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function chromium(): string | null {
  const given = process.env['CHROMIUM_PATH'];
  return [...(given === undefined ? [] : [given]), ...CHROMIUM, MAC_CHROME].find((path) => existsSync(path)) ?? null;
}

/** Programs the tests need beside Node. */
export interface Prerequisites {
  chromiumPath: string;
  postgresBin: string;
}

/**
 * Finds Chromium and PostgreSQL. On Debian and Ubuntu, as root, it installs what is missing.
 *
 * @throws {CommandError} with the exact command, where it cannot install.
 */
export function findPrerequisites(): Prerequisites {
  const missing = [...(chromium() === null ? ['chromium'] : []), ...(postgresFolder() === null ? ['postgresql'] : [])];
  if (missing.length > 0) install(missing);
  const chromiumPath = chromium();
  const postgresBin = postgresFolder();
  if (chromiumPath === null || postgresBin === null) throw new CommandError(`Still missing: ${missing.join(', ')}`);
  return { chromiumPath, postgresBin };
}

function install(packages: readonly string[]): void {
  const debian = existsSync('/usr/bin/apt-get');
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!debian || process.getuid?.() !== 0) {
    const hint = debian ? `sudo sh -c '${command}'` : `install ${packages.join(' and ')} (or set CHROMIUM_PATH)`;
    throw new CommandError(`The tests need ${packages.join(' and ')}. Please run:\n  ${hint}`);
  }
  console.log(`Installing ${packages.join(' and ')} …`);
  const done = spawnSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (done.status !== 0) throw new CommandError(`This failed:\n  ${command}`);
}
