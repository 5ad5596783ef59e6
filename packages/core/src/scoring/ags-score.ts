import { ScoringError } from './scoring.error.ts';

/** The two numbers of an AGS score. */
export interface AgsPoints {
  scoreGiven: number;
  scoreMaximum: number;
}

/**
 * Points as the gradebook gets them, exact: the platform rescales to its own maximum.
 *
 * @param points - Earned, at least 0 after clamping; capped at `maximum`.
 * @param maximum - Most points, above 0.
 * @throws {ScoringError} `BAD_MAXIMUM`.
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#scoregiven-and-scoremaximum
 */
export function toAgsPoints(points: number, maximum: number): AgsPoints {
  if (!(maximum > 0) || !Number.isFinite(maximum)) {
    throw new ScoringError('BAD_MAXIMUM', `maximum is ${String(maximum)}`);
  }
  return { scoreGiven: Math.min(Math.max(points, 0), maximum), scoreMaximum: maximum };
}

/** Whether two scores say the same, whatever their maximum; platforms keep five decimals, so 1 in 10,000 is the same. */
export function sameScore(one: AgsPoints, other: AgsPoints): boolean {
  return Math.abs(one.scoreGiven / one.scoreMaximum - other.scoreGiven / other.scoreMaximum) <= 1e-4;
}

/** Points for display: at most two decimals, in the manner of `language` (17,5 in Dutch). */
export function formatPoints(points: number, language: 'nl' | 'en'): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(points);
}
