import { z } from 'zod';
import type { Grade, LineItem } from '../storage/state.schema.ts';

const SUBMISSION = 'https://canvas.instructure.com/lti/submission';

/** A score as a tool posts it. */
export const GivenScoreSchema = z.object({
  userId: z.string().min(1),
  scoreGiven: z.number().optional(),
  scoreMaximum: z.number().positive().optional(),
  comment: z.string().nullish(),
  /** ISO-8601, with a time zone. */
  timestamp: z.iso.datetime({ offset: true }),
  activityProgress: z.string().min(1),
  gradingProgress: z.string().min(1),
  /** What was handed in, as Canvas takes it: an address of the tool that shows it. */
  [SUBMISSION]: z
    .object({ submission_type: z.string().optional(), submission_data: z.string().max(2000).optional() })
    .optional(),
});
export type GivenScore = z.infer<typeof GivenScoreSchema>;

/** What becomes of a score. */
export type ScoreOutcome = { accepted: true; grade: Grade } | { accepted: false; reason: 'earlier' | 'no-maximum' };

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/** Points out of one maximum as points out of another, within 0 and that maximum, with five decimals. */
export function toPoints(points: number, from: number, to: number): number {
  const scaled = from === to ? points : (points * to) / from;
  return Math.round(Math.min(Math.max(scaled, 0), to) * 100_000) / 100_000;
}

/**
 * Puts a score into the cell of one student, by the rules of the strictest platforms: timestamps count in whole
 * seconds and must rise; a score that is not `FullyGraded`, or has no points, clears the grade; a score without a
 * comment clears the comment.
 *
 * @param grade - The cell as it is; `null` when it is empty.
 * @param receivedAt - ISO-8601 in UTC.
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service
 */
export function applyScore(
  grade: Grade | null,
  given: GivenScore,
  lineItem: LineItem,
  receivedAt: string,
): ScoreOutcome {
  const { scoreGiven, scoreMaximum } = given;
  if (scoreGiven !== undefined && scoreMaximum === undefined) return { accepted: false, reason: 'no-maximum' };
  const standing = grade?.timestamp ?? null;
  if (standing !== null && seconds(given.timestamp) <= seconds(standing)) return { accepted: false, reason: 'earlier' };
  const timestamp = new Date(given.timestamp).toISOString();
  const score =
    given.gradingProgress === 'FullyGraded' && scoreGiven !== undefined && scoreMaximum !== undefined
      ? toPoints(scoreGiven, scoreMaximum, lineItem.scoreMaximum)
      : null;
  const comment = given.comment ?? null;
  const accepted = {
    scoreGiven: scoreGiven ?? null,
    scoreMaximum: scoreMaximum ?? null,
    activityProgress: given.activityProgress,
    gradingProgress: given.gradingProgress,
    comment,
    timestamp,
    receivedAt,
  };
  const submissionUrl = submissionOf(given) ?? grade?.submissionUrl ?? null;
  return {
    accepted: true,
    grade: {
      submissionUrl,
      lineItemId: lineItem.id,
      userId: given.userId,
      score,
      comment: score === null ? null : comment,
      timestamp: score === null ? null : timestamp,
      history: [...(grade?.history ?? []), accepted],
    },
  };
}

/**
 * Where the tool shows what was handed in, when the score says so.
 *
 * @see https://canvas.instructure.com/doc/api/score.html
 */
function submissionOf({ [SUBMISSION]: submission }: GivenScore): string | null {
  const { submission_type: type, submission_data: data } = submission ?? {};
  return type === 'basic_lti_launch' && data !== undefined && URL.canParse(data) ? data : null;
}
