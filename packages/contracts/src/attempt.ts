import {
  AnswerSchema,
  AnswersSchema,
  IdSchema,
  ScenarioSummarySchema,
  StepFeedbackSchema,
  StudentScenarioSchema,
} from '@mgv/core';
import { z } from 'zod';
import { AssignmentSettingsSchema } from './assignment.ts';
import { RoleSchema } from './actor.ts';
import { StudentMarkSchema } from './mark.ts';

const when = z.iso.datetime();

/** One line about an attempt, for its own student. */
export const AttemptSummarySchema = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(['open', 'handed-in', 'released']),
  startedAt: when,
  handedInAt: when.nullable(),
  /** Points of the released mark. */
  points: z.number().nullable(),
  maximum: z.number(),
  /** Whether this attempt's mark is the one in the gradebook. */
  counts: z.boolean(),
});
export type AttemptSummary = z.infer<typeof AttemptSummarySchema>;

/** `GET /api/assignment`, for everybody who may open it. */
export const AssignmentViewSchema = z.strictObject({
  role: RoleSchema,
  /** `null` while no scenario has been chosen for this link. */
  scenario: ScenarioSummarySchema.nullable(),
  settings: AssignmentSettingsSchema,
  /** Own attempts, oldest first; empty for a trainer. */
  attempts: z.array(AttemptSummarySchema),
  /** `null` is no limit. */
  attemptsLeft: z.int().nullable(),
  /** Whether this LMS takes marks from this assignment. */
  gradebook: z.enum(['connected', 'no-line-item', 'no-permission', 'absent']),
});
export type AssignmentView = z.infer<typeof AssignmentViewSchema>;

/** `POST /api/attempts` (starts, or gives back the open one), `GET /api/attempts/:id`, `POST …/hand-in`. */
export const AttemptViewSchema = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(['open', 'handed-in', 'released']),
  settings: AssignmentSettingsSchema,
  scenario: StudentScenarioSchema,
  answers: AnswersSchema,
  /** Steps whose answer can no longer change. */
  locked: z.array(IdSchema),
  /** Only for steps that were answered and may be shown by now. */
  feedback: z.record(IdSchema, StepFeedbackSchema),
  startedAt: when,
  savedAt: when.nullable(),
  handedInAt: when.nullable(),
  /** The released mark, with the trainer's remarks. */
  mark: StudentMarkSchema.nullable(),
});
export type AttemptView = z.infer<typeof AttemptViewSchema>;

/** `PUT /api/attempts/:id/answers/:stepId`. */
export const SaveAnswerSchema = z.strictObject({
  answer: AnswerSchema,
  /** Milliseconds since 1970 on the student's clock when this was typed: an older one never replaces a newer. */
  sequence: z.int().min(0),
});
export type SaveAnswer = z.infer<typeof SaveAnswerSchema>;

export const AnswerSavedSchema = z.strictObject({
  savedAt: when,
  /** True when a newer answer (another tab, another device) was kept instead. */
  outdated: z.boolean(),
});
export type AnswerSaved = z.infer<typeof AnswerSavedSchema>;

/** `POST /api/attempts/:id/answers/:stepId/lock`: fixes the answer and gives the feedback, where the settings allow. */
export const StepLockedSchema = z.strictObject({
  feedback: StepFeedbackSchema,
  /** As before, plus the explanations that this answer brings. */
  scenario: StudentScenarioSchema,
});
export type StepLocked = z.infer<typeof StepLockedSchema>;

/**
 * `POST /api/preview`: answered by apps/lti, for who chooses a scenario. Nothing is kept: the page sends what was answered
 * so far, and gets what a student with those answers would see.
 */
export const PreviewRequestSchema = z.strictObject({
  scenarioId: IdSchema,
  results: AssignmentSettingsSchema.shape.results,
  answers: AnswersSchema,
  /** Steps whose answer can no longer change. */
  locked: z.array(IdSchema).max(200),
  handedIn: z.boolean(),
});
export type PreviewRequest = z.infer<typeof PreviewRequestSchema>;

/** Its answer: feedback only for steps that were answered and may be shown by now. */
export const PreviewSchema = z.strictObject({
  scenario: StudentScenarioSchema,
  feedback: z.record(IdSchema, StepFeedbackSchema),
});
export type Preview = z.infer<typeof PreviewSchema>;
