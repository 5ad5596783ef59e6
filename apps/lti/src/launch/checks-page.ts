import { launchChecks, useCheck } from './launch-checks.ts';

/** The table of launch checks in docs/lti.md, drawn from the list that launches really go through. */
export function checksTable(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = [...launchChecks, useCheck].map(
    ({ code, rule, section }, index) => `| ${String(index + 1)} | ${cell(rule)} | ${cell(section)} | \`${code}\` |`,
  );
  return ['| # | rule | section | refusal code |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const BEGIN = '<!-- checks -->';
const END = '<!-- /checks -->';

/** A page with the table between its two markers drawn anew. */
export function withChecks(page: string): string {
  const [before = '', rest = ''] = page.split(BEGIN);
  return `${before}${BEGIN}\n\n${checksTable()}\n\n${END}${rest.split(END)[1] ?? ''}`;
}
