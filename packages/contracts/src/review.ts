import { z } from 'zod';

/** `GET /api/review`: the work that the launch asked to see, for whoever may. */
export const ReviewSchema = z.strictObject({
  /** The named attempt, or the student's newest handed-in one; `null` while there is none. */
  attemptId: z.uuid().nullable(),
  /** Name of its student, or `null`. */
  name: z.string().nullable(),
  /** As in `SubmissionRow`; `null` for a student who never opened the assignment. */
  ordinal: z.int().nullable(),
});
export type Review = z.infer<typeof ReviewSchema>;
