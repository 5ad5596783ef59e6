import { z } from 'zod';
import { IdSchema, LocalisedTextSchema } from './text.ts';

/** One thing that can be learned: a name and one line that explains it. */
export const ConceptSchema = z.strictObject({
  id: IdSchema,
  name: LocalisedTextSchema,
  explanation: LocalisedTextSchema,
});
export type Concept = z.infer<typeof ConceptSchema>;

/** All concepts, grouped by the module that teaches them first. */
export const CurriculumSchema = z.strictObject({
  modules: z
    .array(z.strictObject({ id: IdSchema, name: LocalisedTextSchema, concepts: z.array(ConceptSchema).min(1) }))
    .min(1),
});
export type Curriculum = z.infer<typeof CurriculumSchema>;
