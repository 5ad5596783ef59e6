import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Curriculum, CurriculumSchema } from '@mgv/core';
import { ContentError, type ContentFault } from './content.error.ts';
import { parseFile } from './parse-file.ts';

/** The folder with the curriculum and the modules that come with this package. */
export const CONTENT_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Name of the curriculum file inside a content folder. */
const CURRICULUM_FILE = 'curriculum.yaml';

/** Ids of all concepts: what a step's `concepts` may name. */
export function conceptIds(curriculum: Curriculum): Set<string> {
  return new Set(curriculum.modules.flatMap(({ concepts }) => concepts.map(({ id }) => id)));
}

/** A module or concept id that stands twice: ids name one thing in the whole curriculum. */
function duplicateFaults({ modules }: Curriculum): ContentFault[] {
  const ids = [
    ...modules.map(({ id }, at) => ({ id: `module ${id}`, path: `modules[${String(at)}].id` })),
    ...modules.flatMap(({ concepts }, at) =>
      concepts.map(({ id }, index) => ({
        id: `concept ${id}`,
        path: `modules[${String(at)}].concepts[${String(index)}].id`,
      })),
    ),
  ];
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }): ContentFault[] => {
    if (seen.has(id)) {
      return [{ file: CURRICULUM_FILE, path, code: 'duplicate-id', message: `the ${id} is there before` }];
    }
    seen.add(id);
    return [];
  });
}

/** The curriculum of a content folder, or everything wrong with it. */
export function readCurriculum(
  folder: string,
): { ok: true; curriculum: Curriculum } | { ok: false; faults: ContentFault[] } {
  const read = parseFile(join(folder, CURRICULUM_FILE), CurriculumSchema);
  if (!read.ok) return { ok: false, faults: read.faults.map((fault) => ({ file: CURRICULUM_FILE, ...fault })) };
  const faults = duplicateFaults(read.value);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, curriculum: read.value };
}

/**
 * The curriculum alone, for checking one scenario without loading all of them.
 *
 * @throws {ContentError}
 */
export function loadCurriculum(folder: string = CONTENT_FOLDER): Curriculum {
  const read = readCurriculum(folder);
  if (!read.ok) throw new ContentError(read.faults);
  return read.curriculum;
}
