import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BEGIN = '<!-- picture -->';
const END = '<!-- /picture -->';

/** The document that shows the picture. */
export const ARCHITECTURE = `${ROOT}docs/architecture.md`;

const CruiseSchema = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
});

const program = (file: string): string => /^(?:packages|apps)\/([^/]+)/.exec(file)?.[1] ?? 'commands';

/** Who depends on whom, as dependency-cruiser finds it in the code, as a Mermaid flowchart. */
export function dependencyPicture(): string {
  const drawn = spawnSync(
    `${ROOT}node_modules/.bin/depcruise`,
    [
      ...['packages', 'apps', 'commands', '--config', '.dependency-cruiser.js', '--output-type', 'json'],
      ...['--include-only', '^(packages|apps|commands)/', '--exclude', '\\.test\\.ts$'],
    ],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  if (drawn.error) throw drawn.error;
  const { modules } = CruiseSchema.parse(JSON.parse(drawn.stdout));
  const arrows = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => `  ${program(source)} --> ${program(resolved)}`),
  );
  const between = [...new Set(arrows)].filter((arrow) => !/ (\S+) --> \1$/.test(arrow)).toSorted();
  return ['flowchart LR', ...between].join('\n');
}

/** The architecture page with this picture in it. */
export function withPicture(picture: string): string {
  const page = readFileSync(ARCHITECTURE, 'utf8');
  const [before, rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  return `${before ?? ''}${BEGIN}\n\n\`\`\`mermaid\n${picture}\n\`\`\`\n\n${END}${after}`;
}
