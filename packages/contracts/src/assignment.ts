import { IdSchema, ScenarioSummarySchema } from '@mgv/core';
import { z } from 'zod';

/** What a trainer sets for an assignment. */
export const AssignmentSettingsSchema = z.strictObject({
  title: z.string().trim().min(1).max(255),
  /** Maximum of the gradebook column; the platform rescales the marks to it. */
  points: z.number().positive().max(1000),
  /** How many attempts a student has; `null` is no limit. */
  attempts: z.int().min(1).max(20).nullable(),
  /** Which attempt's mark counts: the last one, or the best. */
  counts: z.enum(['last', 'best']),
  /** When a student sees points and feedback: at each step, after handing in, or only after release. */
  results: z.enum(['per-step', 'after-hand-in', 'after-release']),
});
export type AssignmentSettings = z.infer<typeof AssignmentSettingsSchema>;

/** `GET /api/scenarios`: answered by apps/lti, for trainers. */
export const ScenarioListSchema = z.strictObject({ scenarios: z.array(ScenarioSummarySchema) });
export type ScenarioList = z.infer<typeof ScenarioListSchema>;

/** `PUT /api/assignment`: a trainer sets up, or changes, the assignment behind this link. */
export const SetUpAssignmentSchema = z.strictObject({ scenarioId: IdSchema, settings: AssignmentSettingsSchema });
export type SetUpAssignment = z.infer<typeof SetUpAssignmentSchema>;

/** `POST /api/deep-linking`: what the trainer chose in the picker, or that they cancelled. */
export const DeepLinkingChoiceSchema = z.union([SetUpAssignmentSchema, z.strictObject({ cancelled: z.literal(true) })]);
export type DeepLinkingChoice = z.infer<typeof DeepLinkingChoiceSchema>;

/** Its answer: the page posts `jwt` as the form field `JWT` to `returnUrl`. */
export const DeepLinkingAnswerSchema = z.strictObject({ returnUrl: z.url(), jwt: z.string() });
export type DeepLinkingAnswer = z.infer<typeof DeepLinkingAnswerSchema>;
