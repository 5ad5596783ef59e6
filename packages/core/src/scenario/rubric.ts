import { z } from 'zod';
import { IdSchema, LocalisedTextSchema } from './text.ts';

/** Points are decimals from 0 to 1000; rounded only for display. */
export const PointsSchema = z.number().min(0).max(1000);

/** One level of a criterion, from nothing shown to fully shown. */
export const RubricLevelSchema = z.strictObject({ points: PointsSchema, text: LocalisedTextSchema });

/** One thing a trainer looks at, with two to nine levels (keys 1 to 9 pick them). */
export const RubricCriterionSchema = z.strictObject({
  id: IdSchema,
  title: LocalisedTextSchema,
  levels: z.array(RubricLevelSchema).min(2).max(9),
});
export type RubricCriterion = z.infer<typeof RubricCriterionSchema>;

export const RubricSchema = z.array(RubricCriterionSchema).min(1).max(12);
export type Rubric = z.infer<typeof RubricSchema>;
