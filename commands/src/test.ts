import { buildPages } from './running/build-pages.ts';
import { findPrerequisites } from './testing/prerequisites.ts';
import { startPostgres } from './testing/postgres.ts';
import { runCheck, runPlaywright, runVitest, type Tally } from './testing/runners.ts';
import { runCommand } from './running/settings.ts';

type Part = 'checks' | 'vitest' | 'browser';

/**
 * `npm test`: static checks, all unit and integration tests, the whole system in a browser. `npm test -- checks`,
 * `-- vitest [filter …]` and `-- browser [filter …]` run one part.
 */
await runCommand(async () => {
  const [part, ...filters] = process.argv.slice(2);
  const wanted = (name: Part): boolean => part === undefined || part === name;
  const { chromiumPath, postgresBin } = findPrerequisites();
  const postgres = await startPostgres(postgresBin);
  const environment = {
    ...process.env,
    CHROMIUM_PATH: chromiumPath,
    TEST_DATABASE_URL: postgres.url,
  };
  const tallies: Tally[] = [];
  try {
    await buildPages();
    if (wanted('checks')) {
      tallies.push(await runCheck('turbo', ['run', 'typecheck', '--output-logs=errors-only'], environment));
      tallies.push(await runCheck('eslint', ['.', '--max-warnings=0'], environment));
      tallies.push(await runCheck('prettier', ['--check', '--log-level=warn', '.'], environment));
      tallies.push(await runCheck('knip', [], environment));
      tallies.push(await runCheck('depcruise', ['packages', 'apps', 'commands', '--config'], environment));
    }
    if (wanted('vitest')) tallies.push(await runVitest(filters, environment));
    if (wanted('browser')) tallies.push(await runPlaywright(filters, environment));
  } finally {
    await postgres.stop();
  }
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${String(sum('skipped'))} skipped` : '';
  if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;
  console.log(`${String(sum('passed'))} passed, ${String(sum('failed'))} failed${skipped}`);
});
