import type { Rubric } from '../scenario/rubric.ts';
import type { RubricLevels } from './rubric-levels.ts';
import { ScoringError } from './scoring.error.ts';

/**
 * Points for a text, by rubric: the sum over criteria of the points of the chosen level.
 *
 * @returns `null` while a criterion has no level yet.
 * @throws {ScoringError} `UNKNOWN_CRITERION` or `UNKNOWN_LEVEL`.
 */
export function scoreRubric(rubric: Rubric, chosen: RubricLevels): number | null {
  const known = new Set(rubric.map(({ id }) => id));
  const stranger = Object.keys(chosen).find((id) => !known.has(id));
  if (stranger !== undefined) throw new ScoringError('UNKNOWN_CRITERION', `no criterion "${stranger}"`);
  let sum = 0;
  let complete = true;
  for (const { id, levels } of rubric) {
    const index = chosen[id];
    if (index === undefined) {
      complete = false;
      continue;
    }
    const level = levels[index];
    if (!level) throw new ScoringError('UNKNOWN_LEVEL', `criterion "${id}" has no level ${String(index)}`);
    sum += level.points;
  }
  return complete ? sum : null;
}
