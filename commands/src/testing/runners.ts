import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from '../running/build-pages.ts';

/** How a runner ended. A runner that broke off counts as one failure more. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const VitestReportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int().default(0),
  numFailedTestSuites: z.int().default(0),
  success: z.boolean(),
});
const PlaywrightReportSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), skipped: z.int() }),
});

/** A static check is one test: it passes or fails as a whole. */
export async function runCheck(tool: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Tally> {
  console.log(`\n── ${tool} ${args.join(' ')}`);
  const ok = (await runTool(tool, args, environment)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function readReport<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Runs every unit, integration and component test. */
export async function runVitest(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Tally> {
  const report = join(mkdtempSync(join(tmpdir(), 'mgv-vitest-')), 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTool('vitest', ['run', ...reporters, ...args], environment);
  const found = readReport(report, VitestReportSchema);
  if (!found) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = found;
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 || code !== 0 ? 1 : 0);
  return { passed, failed, skipped: numPendingTests + numTodoTests };
}

/** Runs the whole-system tests in a real browser. What passed at a later try counts as passed; the list names it. */
export async function runPlaywright(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Tally> {
  const report = join(mkdtempSync(join(tmpdir(), 'mgv-playwright-')), 'report.json');
  const code = await runTool('playwright', ['test', '--config', 'tests/playwright.config.ts', ...args], {
    ...environment,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const found = readReport(report, PlaywrightReportSchema);
  if (!found) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, skipped } = found.stats;
  return { passed: expected, failed: Math.max(unexpected, code === 0 ? 0 : 1), skipped };
}
