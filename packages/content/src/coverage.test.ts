import { expect, it } from 'vitest';
import { conceptCoverage, formatCoverage } from './coverage.ts';
import { loadContent } from './load-content.ts';
import { SMALL_CONTENT, writeFolder } from './small-content.ts';

const scenariosOf = ({ scenarios }: ReturnType<typeof loadContent>) =>
  [...scenarios.values()].map(({ scenario }) => scenario);

it('names the steps that practise a concept', () => {
  const content = loadContent(writeFolder(SMALL_CONTENT));
  const rows = conceptCoverage(content.curriculum, scenariosOf(content));
  expect(rows).toEqual([
    { concept: 'weerstand', module: 'omgaan', practised: ['een/stap', 'twee/stap'], explained: [] },
    { concept: 'stilte', module: 'klas', practised: [], explained: [] },
  ]);
  expect(formatCoverage(rows)).toContain('omgaan\tweerstand\t2\t0');
});

it('practises every concept of each module that has scenarios', () => {
  const content = loadContent();
  const finished = new Set(content.modules.map(({ id }) => id));
  const missed = conceptCoverage(content.curriculum, scenariosOf(content))
    .filter(({ module, practised }) => finished.has(module) && practised.length === 0)
    .map(({ concept }) => concept);
  expect(finished).toContain('omgaan-met-weerstand');
  expect(missed).toEqual([]);
});
