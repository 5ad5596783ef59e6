import { buildPages } from './running/build-pages.ts';
import { pageSize } from './benchmark/bundle-sizes.ts';
import { type LaunchFigures, measureLaunches } from './benchmark/launches.ts';
import { measureReleases, type ReleaseFigures } from './benchmark/releases.ts';
import { runCommand } from './running/settings.ts';
import { findPrerequisites } from './testing/prerequisites.ts';
import { startPostgres } from './testing/postgres.ts';

const one = (value: number): string => value.toFixed(1);

function launchTable(figures: readonly LaunchFigures[]): string {
  const [ltijs, least] = figures;
  if (!ltijs || !least) return '';
  const rows = figures.map(({ name, perSecond, cpuMs, evenly }) => {
    const speed = `${one(perSecond)} | ${one(perSecond / ltijs.perSecond)} ×`;
    const processor = `${cpuMs.toFixed(2)} | ${one(ltijs.cpuMs / cpuMs)} × | ${one(cpuMs / least.cpuMs)} ×`;
    return `| ${name} | ${speed} | ${processor} | ${evenly ? `${one(evenly.p50)} ms | ${one(evenly.p95)} ms` : '– | –'} |`;
  });
  return [
    '| login + launch | per second | against ltijs | processor ms each | faster than ltijs | slower than the least | 500 in a minute: p50 | p95 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function releaseTable(figures: Record<string, ReleaseFigures>): string {
  const rows = Object.entries(figures).map(
    ([name, { releases, p50, p95, memory, launches }]) =>
      `| ${name} | ${String(releases)} | ${one(p50)} ms | ${one(p95)} ms | ${String(launches)} | ${one(memory.lti)} MB | ${one(memory.grading)} MB | ${one(memory['demo-lms'])} MB |`,
  );
  return [
    '| database | releases | release to gradebook p50 | p95 | launches | memory: tool | grading | practice LMS |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function sizeTable(): string {
  const rows = ['student', 'trainer', 'picker'].map((page) => {
    const { javascript, css } = pageSize(`src/pages/${page}.ts`);
    return `| ${page} | ${one(javascript / 1000)} kB | ${one(css / 1000)} kB |`;
  });
  return ['| page | JavaScript, gzip | CSS, gzip |', '| --- | --- | --- |', ...rows].join('\n');
}

/** `npm run bench`: ratios measured in one run, as Markdown. */
await runCommand(async () => {
  await buildPages();
  const postgres = await startPostgres(findPrerequisites().postgresBin);
  try {
    console.log(`${sizeTable()}\n`);
    console.log(`${launchTable(await measureLaunches(postgres.createDatabase('launches')))}\n`);
    const rounds = ['1', '2', '3'].map((round) => ({
      lti: postgres.createDatabase(`lti${round}`),
      grading: postgres.createDatabase(`grading${round}`),
    }));
    const figures = {
      PGlite: await measureReleases([null, null, null], 1000),
      PostgreSQL: await measureReleases(rounds, 1000),
    };
    console.log(releaseTable(figures));
  } finally {
    await postgres.stop();
  }
});
