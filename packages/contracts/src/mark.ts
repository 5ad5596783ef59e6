import { AnswersSchema, IdSchema, LocalisedTextSchema, RubricLevelsSchema, ScenarioSchema } from '@mgv/core';
import { z } from 'zod';
import { AssignmentSettingsSchema } from './assignment.ts';

const when = z.iso.datetime();
const remark = z.string().max(4000);

/** Where a released mark is on its way to the gradebook. */
export const PassbackStateSchema = z.enum(['waiting', 'sent', 'confirmed', 'refused', 'superseded', 'not-connected']);
export type PassbackState = z.infer<typeof PassbackStateSchema>;

export const PassbackViewSchema = z.strictObject({
  id: z.uuid(),
  state: PassbackStateSchema,
  /** How often it was posted. */
  tries: z.int(),
  /** Stable code of the last failure, for `refused` and `waiting`. */
  reason: z.string().nullable(),
  /** The same in a plain sentence. */
  explanation: LocalisedTextSchema.nullable(),
  nextTryAt: when.nullable(),
  updatedAt: when,
});
export type PassbackView = z.infer<typeof PassbackViewSchema>;

/** The trainer's judgement of one text: level and remark by criterion id. */
export const StepJudgementSchema = z.strictObject({
  levels: RubricLevelsSchema,
  remarks: z.record(IdSchema, remark),
});
export type StepJudgement = z.infer<typeof StepJudgementSchema>;

/** One version of a mark. Versions are only added, never changed. */
export const MarkVersionSchema = z.strictObject({
  id: z.uuid(),
  /** 1, 2, 3 … within its attempt. */
  version: z.int().min(1),
  points: z.number(),
  maximum: z.number(),
  /** Whether every text has been judged; only a complete mark can be released. */
  complete: z.boolean(),
  judgements: z.record(IdSchema, StepJudgementSchema),
  comment: remark,
  /** Why it was changed; asked from the second version on. */
  reason: z.string().max(1000),
  /** Display name, or `null` where the LMS gave none. */
  author: z.string().nullable(),
  createdAt: when,
  releasedAt: when.nullable(),
});
export type MarkVersion = z.infer<typeof MarkVersionSchema>;

/** A released mark as its student sees it. */
export const StudentMarkSchema = z.strictObject({
  points: z.number(),
  maximum: z.number(),
  comment: z.string(),
  releasedAt: when,
  /** Per step: points, and per criterion the level reached with the trainer's remark. */
  steps: z.record(
    IdSchema,
    z.strictObject({
      points: z.number(),
      maximum: z.number(),
      criteria: z.array(
        z.strictObject({
          title: LocalisedTextSchema,
          level: LocalisedTextSchema,
          points: z.number(),
          maximum: z.number(),
          remark: z.string(),
        }),
      ),
    }),
  ),
  /** 'In de cijferlijst', as far as the student is concerned. */
  gradebook: z.enum(['in-gradebook', 'on-its-way', 'not-sent', 'other-attempt-counts']),
});
export type StudentMark = z.infer<typeof StudentMarkSchema>;

/** One row of the trainer's list. */
export const SubmissionRowSchema = z.strictObject({
  personId: z.uuid(),
  /** Name from the LMS, or `null`; then the page shows 'Student' and `ordinal`. */
  name: z.string().nullable(),
  /** 1, 2, 3 … in order of first opening; the pseudonym's number. */
  ordinal: z.int(),
  test: z.boolean(),
  state: z.enum(['opened', 'busy', 'to-grade', 'graded', 'released']),
  attempts: z.int(),
  /** Newest handed-in attempt. */
  attemptId: z.uuid().nullable(),
  attemptNumber: z.int().nullable(),
  handedInAt: when.nullable(),
  points: z.number().nullable(),
  maximum: z.number(),
  passback: PassbackViewSchema.nullable(),
});
export type SubmissionRow = z.infer<typeof SubmissionRowSchema>;

/** `GET /api/submissions`, for trainers and assistants. */
export const SubmissionListSchema = z.strictObject({
  title: z.string(),
  settings: AssignmentSettingsSchema,
  rows: z.array(SubmissionRowSchema),
  /** People who grade in this course: no students, whatever a roster calls them. */
  staff: z.array(z.uuid()),
});
export type SubmissionList = z.infer<typeof SubmissionListSchema>;

/** `GET /api/submissions/:attemptId`: all that is needed to grade one attempt, keys included. */
export const GradingViewSchema = z.strictObject({
  attemptId: z.uuid(),
  attemptNumber: z.int(),
  personId: z.uuid(),
  name: z.string().nullable(),
  ordinal: z.int(),
  test: z.boolean(),
  handedInAt: when,
  scenario: ScenarioSchema,
  answers: AnswersSchema,
  /** Points by step id; `null` while a text has to be judged. */
  points: z.record(IdSchema, z.number().nullable()),
  /** All versions, oldest first; the last is current. */
  versions: z.array(MarkVersionSchema),
  /** Handed-in attempts of this student, oldest first. */
  attempts: z.array(z.strictObject({ id: z.uuid(), number: z.int() })),
  /** Neighbours in the trainer's list. */
  previous: z.uuid().nullable(),
  next: z.uuid().nullable(),
  position: z.int(),
  total: z.int(),
  passback: PassbackViewSchema.nullable(),
});
export type GradingView = z.infer<typeof GradingViewSchema>;

/** `POST /api/submissions/:attemptId/marks`: saves a new version. */
export const SaveMarkSchema = z.strictObject({
  /** Version the trainer started from; 0 when there was none. Else 409 `mark-changed`. */
  basedOn: z.int().min(0),
  /** Newest handed-in attempt the trainer has seen. Else 409 `newer-attempt`. */
  newestAttempt: z.int().min(1),
  judgements: z.record(IdSchema, StepJudgementSchema),
  comment: remark,
  reason: z.string().max(1000).default(''),
});
export type SaveMark = z.infer<typeof SaveMarkSchema>;

/** `POST /api/submissions/:attemptId/release`: releases this version. Answer: `GradingView`. */
export const ReleaseMarkSchema = z.strictObject({ version: z.int().min(1) });

/** `POST /api/releases`: releases the newest complete mark of every student that is not released yet. */
export const ReleasedAllSchema = z.strictObject({ released: z.int(), incomplete: z.int() });
export type ReleasedAll = z.infer<typeof ReleasedAllSchema>;
