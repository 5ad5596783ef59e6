import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Module, ModuleSchema, type Scenario } from '@mgv/core';
import type { ContentFault } from './content.error.ts';
import { parseFile } from './parse-file.ts';
import { parseScenarioFile, type VersionedScenario } from './parse-scenario.ts';

const MODULE_FILE = 'module.yaml';

/** One module folder as found: what could be read, and what was wrong. */
export interface ReadModule {
  /** Name of its folder; `module.id` must be the same. */
  folder: string;
  /** Absent when `module.yaml` could not be read. */
  module?: Module;
  /** Names of the scenario files without `.yaml`, also of the ones with faults. */
  fileNames: string[];
  scenarios: VersionedScenario[];
  faults: ContentFault[];
}

const nameFault = (file: string, path: string, message: string): ContentFault => ({
  file,
  path,
  code: 'file-name',
  message,
});

/** What `module.yaml` lists against the files that are there. */
function listFaults({ id, scenarios }: Module, { folder, fileNames }: ReadModule, file: string): ContentFault[] {
  const faults: ContentFault[] = [];
  if (id !== folder) faults.push(nameFault(file, 'id', `the id is "${id}", but the folder is "${folder}"`));
  scenarios.forEach((name, index) => {
    const path = `scenarios[${String(index)}]`;
    if (!fileNames.includes(name)) {
      faults.push({ file, path, code: 'unknown-scenario', message: `there is no file ${name}.yaml in this folder` });
    }
    if (scenarios.indexOf(name) < index) {
      faults.push({ file, path, code: 'duplicate-id', message: `"${name}" is listed before` });
    }
  });
  for (const name of fileNames.filter((each) => !scenarios.includes(each))) {
    const message = `${file} does not list "${name}", so nobody can reach it`;
    faults.push({ file: file.replace(MODULE_FILE, `${name}.yaml`), path: '(file)', code: 'unreachable', message });
  }
  return faults;
}

/** What the place of a scenario file says against what is in it. */
function placeFaults({ id, module }: Scenario, file: string): ContentFault[] {
  const [, folder, name] = file.split('/');
  const faults: ContentFault[] = [];
  if (`${id}.yaml` !== name) faults.push(nameFault(file, 'id', `the id is "${id}", but the file is ${String(name)}`));
  if (module !== folder) {
    const message = `the module is "${module}", but the folder is "${String(folder)}"`;
    faults.push({ file, path: 'module', code: 'unknown-module', message });
  }
  return faults;
}

/**
 * Reads one module folder whole: `module.yaml` and every scenario beside it.
 *
 * @param root - The content folder.
 * @param folder - Name of the folder under `modules/`.
 */
export function readModule(root: string, folder: string, concepts: ReadonlySet<string>): ReadModule {
  const names = readdirSync(join(root, 'modules', folder)).toSorted();
  const inFolder = (name: string): string => `modules/${folder}/${name}`;
  const fileNames = names
    .filter((name) => name.endsWith('.yaml') && name !== MODULE_FILE)
    .map((name) => name.slice(0, -'.yaml'.length));
  const read: ReadModule = { folder, fileNames, scenarios: [], faults: [] };
  for (const name of names.filter((each) => each.endsWith('.yml'))) {
    read.faults.push(nameFault(inFolder(name), '(file)', 'the name must end in .yaml'));
  }
  for (const file of fileNames.map((name) => inFolder(`${name}.yaml`))) {
    const parsed = parseScenarioFile(join(root, file), concepts);
    if (!parsed.ok) {
      read.faults.push(...parsed.faults.map((fault) => ({ file, ...fault })));
      continue;
    }
    const { scenario, version } = parsed;
    read.faults.push(...placeFaults(scenario, file));
    read.scenarios.push({ scenario, version });
  }
  const moduleFile = inFolder(MODULE_FILE);
  const parsed = parseFile(join(root, moduleFile), ModuleSchema);
  if (!parsed.ok) {
    read.faults.push(...parsed.faults.map((fault) => ({ file: moduleFile, ...fault })));
    return read;
  }
  read.faults.push(...listFaults(parsed.value, read, moduleFile));
  return { ...read, module: parsed.value };
}
