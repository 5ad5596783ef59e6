import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Curriculum, Module } from '@mgv/core';
import { ContentError, type ContentFault } from './content.error.ts';
import { conceptIds, CONTENT_FOLDER, readCurriculum } from './load-curriculum.ts';
import { type ReadModule, readModule } from './load-module.ts';
import type { VersionedScenario } from './parse-scenario.ts';

/** Everything the programs teach, checked. */
export interface Content {
  curriculum: Curriculum;
  /** In the order of the curriculum. Modules of the curriculum without a folder are not in it. */
  modules: Module[];
  /** By scenario id, in teaching order: module by module, as each lists them. */
  scenarios: Map<string, VersionedScenario>;
}

function moduleFolders(root: string): { names: string[]; faults: ContentFault[] } {
  try {
    const entries = readdirSync(join(root, 'modules'), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return { names: names.toSorted(), faults: [] };
  } catch {
    const message = 'there is no folder with modules';
    return { names: [], faults: [{ file: 'modules', path: '(file)', code: 'missing', message }] };
  }
}

/** What only shows when all modules lie side by side. */
function crossFaults(reads: readonly ReadModule[], curriculum: Curriculum): ContentFault[] {
  const known = new Set(curriculum.modules.map(({ id }) => id));
  const owner = new Map<string, string>();
  return reads.flatMap(({ folder, fileNames }): ContentFault[] => {
    const faults: ContentFault[] = [];
    if (!known.has(folder)) {
      const message = `the curriculum has no module "${folder}"`;
      faults.push({ file: `modules/${folder}/module.yaml`, path: 'id', code: 'unknown-module', message });
    }
    for (const name of fileNames) {
      const first = owner.get(name);
      if (first === undefined) {
        owner.set(name, folder);
        continue;
      }
      const message = `the module "${first}" has a scenario "${name}" too`;
      faults.push({ file: `modules/${folder}/${name}.yaml`, path: 'id', code: 'duplicate-id', message });
    }
    return faults;
  });
}

/**
 * Reads and checks a whole content folder: curriculum, modules, scenarios, and how they refer to each other. Blocks
 * while it reads, so call it once, at the start of a program.
 *
 * @param folder - Holds `curriculum.yaml` and `modules/<id>/`; the content of this package when absent.
 * @throws {ContentError} with every fault of every file. A curriculum with faults is reported alone, because without it
 *   no scenario can be checked.
 */
export function loadContent(folder: string = CONTENT_FOLDER): Content {
  const read = readCurriculum(folder);
  if (!read.ok) throw new ContentError(read.faults);
  const { curriculum } = read;
  const concepts = conceptIds(curriculum);
  const { names, faults } = moduleFolders(folder);
  const reads = names.map((name) => readModule(folder, name, concepts));
  faults.push(...reads.flatMap((each) => each.faults), ...crossFaults(reads, curriculum));
  if (faults.length > 0) throw new ContentError(faults);
  const modules = curriculum.modules.flatMap(({ id }) =>
    reads.flatMap(({ module }) => (module?.id === id ? [module] : [])),
  );
  const byId = new Map(reads.flatMap(({ scenarios }) => scenarios.map((each) => [each.scenario.id, each])));
  const scenarios = new Map<string, VersionedScenario>();
  for (const id of modules.flatMap((module) => module.scenarios)) {
    const found = byId.get(id);
    if (found) scenarios.set(id, found);
  }
  return { curriculum, modules, scenarios };
}
