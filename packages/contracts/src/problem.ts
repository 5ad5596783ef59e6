import { z } from 'zod';

/** RFC 9457 problem details as every edge gives them, under `application/problem+json`. */
export const ProblemSchema = z.object({
  type: z.string(),
  /** A plain sentence for a person, in their language. */
  title: z.string(),
  status: z.int(),
  /** What to do next. */
  detail: z.string().optional(),
  /** Stable: programs match on this. */
  code: z.string(),
  /** Also in the log. */
  reference: z.string(),
  /** Each fault of a refused body. */
  faults: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;
