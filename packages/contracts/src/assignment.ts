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

const moment = z.iso.datetime({ offset: true }).nullable().default(null);

/** When an assignment is open, as ISO 8601 with its zone; the platform keeps to it where it can. `null` is no limit. */
export const AssignmentDatesSchema = z.strictObject({
  opensAt: moment,
  /** Hand in before. */
  dueAt: moment,
  closesAt: moment,
});
export type AssignmentDates = z.infer<typeof AssignmentDatesSchema>;

/** Most items that go back to the platform in one answer. */
export const MOST_ITEMS = 50;

/** One assignment that was chosen in the picker. */
export const ChosenAssignmentSchema = z.strictObject({
  ...SetUpAssignmentSchema.shape,
  dates: AssignmentDatesSchema.default({ opensAt: null, dueAt: null, closesAt: null }),
});
export type ChosenAssignment = z.infer<typeof ChosenAssignmentSchema>;

/** Why the picker gives up: shown by the platform, where it does. */
export const PickerFailureSchema = z.enum(['links-not-accepted', 'scenarios-unavailable']);
export type PickerFailure = z.infer<typeof PickerFailureSchema>;

/** `POST /api/deep-linking`: what the trainer chose in the picker, that they cancelled, or that nothing could be chosen. */
export const DeepLinkingChoiceSchema = z.union([
  z.strictObject({ assignments: z.array(ChosenAssignmentSchema).min(1).max(MOST_ITEMS) }),
  z.strictObject({ cancelled: z.literal(true) }),
  z.strictObject({ failed: PickerFailureSchema }),
]);
export type DeepLinkingChoice = z.input<typeof DeepLinkingChoiceSchema>;

/** `GET /api/deep-linking`: what the platform lets the trainer choose. */
export const DeepLinkingOptionsSchema = z.strictObject({
  /** Whether it takes links at all in this place. */
  links: z.boolean(),
  /** Whether it takes more than one at a time. */
  multiple: z.boolean(),
  /** Whether marks go to its gradebook; `null` when it did not say. */
  gradebook: z.boolean().nullable(),
  /** What was chosen for this link before. */
  previous: z.strictObject({ scenarioId: IdSchema, settings: AssignmentSettingsSchema.partial() }).nullable(),
});
export type DeepLinkingOptions = z.infer<typeof DeepLinkingOptionsSchema>;

/** Its answer: the page posts `jwt` as the form field `JWT` to `returnUrl`. */
export const DeepLinkingAnswerSchema = z.strictObject({ returnUrl: z.url(), jwt: z.string() });
export type DeepLinkingAnswer = z.infer<typeof DeepLinkingAnswerSchema>;
