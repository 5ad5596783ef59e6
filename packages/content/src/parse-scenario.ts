import { checkScenario, type Scenario } from '@mgv/core';
import type { FileFault } from './content.error.ts';
import { parseYaml } from './parse-yaml.ts';
import { readText } from './read-text.ts';
import { scenarioVersion } from './scenario-version.ts';

/** A scenario with the version that an attempt keeps. */
export interface VersionedScenario {
  scenario: Scenario;
  version: string;
}

/** The checked scenario with its version, or every fault of the first stage that failed (file, YAML, schema, sense). */
export type ParsedScenario = ({ ok: true } & VersionedScenario) | { ok: false; faults: FileFault[] };

/**
 * Checks a scenario given as YAML text.
 *
 * @param concepts - Ids of the curriculum, as `conceptIds` gives them.
 */
export function parseScenarioText(text: string, concepts: ReadonlySet<string>): ParsedScenario {
  const data = parseYaml(text);
  if (!data.ok) return data;
  const checked = checkScenario(data.value, concepts);
  if (!checked.ok) return checked;
  const { scenario } = checked;
  return { ok: true, scenario, version: scenarioVersion(scenario) };
}

/**
 * Checks one scenario file on its own: whether a module lists it, and whether its id is its file name, is for
 * `loadContent`. Never throws for a bad file.
 *
 * @param file - Path on disk.
 * @param concepts - Ids of the curriculum, as `conceptIds` gives them.
 */
export function parseScenarioFile(file: string, concepts: ReadonlySet<string>): ParsedScenario {
  const text = readText(file);
  return text.ok ? parseScenarioText(text.value, concepts) : text;
}
