import { conceptCoverage, formatCoverage } from './coverage.ts';
import { loadContent } from './load-content.ts';

const { curriculum, scenarios } = loadContent();
const rows = conceptCoverage(
  curriculum,
  [...scenarios.values()].map(({ scenario }) => scenario),
);
process.stdout.write(`${formatCoverage(rows)}\n`);
