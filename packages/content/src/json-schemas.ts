import { CurriculumSchema, ModuleSchema, ScenarioSchema } from '@mgv/core';
import { z } from 'zod';

/** The folder for the JSON Schemas, where the first line of each content file points editors to. */
export const SCHEMA_FOLDER = new URL('../schema/', import.meta.url);

/**
 * The JSON Schemas of the content files, by file name. They let an editor complete and check while writing; what a
 * schema cannot see (a second right answer, an unknown concept) is found by `checkScenario`.
 */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'curriculum.schema.json': { title: 'Curriculum', ...z.toJSONSchema(CurriculumSchema, { io: 'input' }) },
    'module.schema.json': { title: 'Module', ...z.toJSONSchema(ModuleSchema, { io: 'input' }) },
    'scenario.schema.json': { title: 'Scenario', ...z.toJSONSchema(ScenarioSchema, { io: 'input' }) },
  };
}
