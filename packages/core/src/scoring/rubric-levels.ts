import { z } from 'zod';
import { IdSchema } from '../scenario/text.ts';

/** Index of the level a trainer chose (0 is the first level), by criterion id. */
export const RubricLevelsSchema = z.record(IdSchema, z.int().min(0).max(8));
export type RubricLevels = z.infer<typeof RubricLevelsSchema>;
