import { IdSchema, LocalisedTextSchema } from '@mgv/core';
import { z } from 'zod';
import { AttemptSummarySchema } from './attempt.ts';
import { StudentMarkSchema } from './mark.ts';

/** One student as an observer sees them: never more than the student sees. */
export const StudentSummarySchema = z.strictObject({
  /** Name from the LMS; `null` where it gave none, or before the student opened the assignment. */
  name: z.string().nullable(),
  /** Oldest first; empty for a student who has not started. */
  attempts: z.array(AttemptSummarySchema),
  /** The newest released mark with the trainer's remarks. */
  mark: StudentMarkSchema.nullable(),
  /** Titles of the steps in `mark`, in their order. */
  steps: z.array(z.strictObject({ id: IdSchema, title: LocalisedTextSchema })),
});
export type StudentSummary = z.infer<typeof StudentSummarySchema>;

/** `GET /api/summaries`, for an observer: the students that the platform says they observe. */
export const SummaryListSchema = z.strictObject({
  title: z.string(),
  students: z.array(StudentSummarySchema),
});
export type SummaryList = z.infer<typeof SummaryListSchema>;
