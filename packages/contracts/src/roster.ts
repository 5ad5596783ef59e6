import { z } from 'zod';
import { RoleSchema } from './actor.ts';

/** Somebody in the course, as the platform's roster names them; test persons are left out. */
export const RosterMemberSchema = z.strictObject({
  /** The same id as in `SubmissionRow`. */
  personId: z.uuid(),
  /** Name as the platform gives it to us, or `null`: everything works without. */
  name: z.string().max(255).nullable(),
  role: RoleSchema,
  /** `inactive`: still in the course, without access. `left`: not in the course any more; their work stays. */
  status: z.enum(['active', 'inactive', 'left']),
});
export type RosterMember = z.infer<typeof RosterMemberSchema>;

/** Why the newest roster is not there. */
export const RosterProblemSchema = z.enum([
  /** It is still being read: ask again in a moment. */
  'still-reading',
  /** The platform does not let us read it. */
  'not-allowed',
  /** No answer, or one that asks to come back later. */
  'unreachable',
  /** An answer that makes no sense, or that sends us to another host. */
  'unreadable',
]);
export type RosterProblem = z.infer<typeof RosterProblemSchema>;

/** `GET /api/roster`, for trainers and assistants: answered by apps/lti, at most a minute old. */
export const RosterSchema = z.strictObject({
  members: z.array(RosterMemberSchema),
  /** When the platform gave this list; `null` when it never did, or offers none. */
  readAt: z.iso.datetime().nullable(),
  /** Why the list is not newer than `readAt`; `null` when all is well, or there is no roster here. */
  problem: RosterProblemSchema.nullable(),
});
export type Roster = z.infer<typeof RosterSchema>;
