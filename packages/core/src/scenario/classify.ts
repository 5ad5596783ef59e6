import { z } from 'zod';
import { PointsSchema } from './rubric.ts';
import { stepBase } from './step-base.ts';
import { IdSchema, LocalisedTextSchema } from './text.ts';

export const ClassifyItemSchema = z.strictObject({
  id: IdSchema,
  text: LocalisedTextSchema,
  /** The key: id of the label this item belongs under. */
  label: IdSchema,
  feedback: LocalisedTextSchema,
});

/** Put each item under one of the labels. A label may stay empty. */
export const ClassifyStepSchema = z.strictObject({
  kind: z.literal('classify'),
  ...stepBase,
  question: LocalisedTextSchema,
  labels: z
    .array(z.strictObject({ id: IdSchema, text: LocalisedTextSchema }))
    .min(2)
    .max(12),
  items: z.array(ClassifyItemSchema).min(2).max(24),
  points: PointsSchema,
  feedback: LocalisedTextSchema.optional(),
});
export type ClassifyStep = z.infer<typeof ClassifyStepSchema>;

/** Label id by item id; an item that is absent has not been placed yet. */
export const ClassifyAnswerSchema = z.strictObject({
  kind: z.literal('classify'),
  placed: z.record(IdSchema, IdSchema),
});
export type ClassifyAnswer = z.infer<typeof ClassifyAnswerSchema>;
