import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const text = (nl: string): string => `{ nl: ${nl}, en: ${nl} }`;

/** The smallest scenario that passes every check; for tests. */
export function smallScenario(id: string, module = 'omgaan'): string {
  return `id: ${id}
module: ${module}
title: ${text('Titel')}
summary: ${text('Samenvatting')}
minutes: 5
goals: [${text('Doel')}]
steps:
  - kind: choice
    id: stap
    title: ${text('Stap')}
    concepts: [weerstand]
    question: ${text('Vraag')}
    pick: one
    points: 1
    options:
      - { id: ja, text: ${text('Ja')}, right: true, feedback: ${text('Want')} }
      - { id: nee, text: ${text('Nee')}, right: false, feedback: ${text('Niet')} }
`;
}

/** The `module.yaml` of a module that lists `scenarios`; for tests. */
export function smallModule(id: string, scenarios: readonly string[]): string {
  return `id: ${id}\ntitle: ${text('Module')}\nsummary: ${text('Over')}\nscenarios: [${scenarios.join(', ')}]\n`;
}

const concept = (id: string): string => `      - { id: ${id}, name: ${text(id)}, explanation: ${text('Uitleg')} }\n`;

/** Two modules with one concept each; for tests. */
export const SMALL_CURRICULUM = `modules:
  - id: omgaan
    name: ${text('Omgaan')}
    concepts:
${concept('weerstand')}  - id: klas
    name: ${text('Klas')}
    concepts:
${concept('stilte')}`;

/** A content folder without faults, by path in the folder; for tests to change. */
export const SMALL_CONTENT: Readonly<Record<string, string>> = {
  'curriculum.yaml': SMALL_CURRICULUM,
  'modules/omgaan/module.yaml': smallModule('omgaan', ['een', 'twee']),
  'modules/omgaan/een.yaml': smallScenario('een'),
  'modules/omgaan/twee.yaml': smallScenario('twee'),
};

/** Writes files into a new temporary folder, which is removed when the test is over. */
export function writeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mgv-content-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
