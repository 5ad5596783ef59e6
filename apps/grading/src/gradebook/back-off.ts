/** How retries are spread. All in milliseconds. */
export interface BackOff {
  base: number;
  cap: number;
  /** A score is given up after waiting this long. */
  giveUpAfter: number;
  /** 0 up to 1. */
  random: () => number;
}

/** 2 s, doubling up to 15 minutes, for 48 hours. */
export const BACK_OFF: BackOff = { base: 2000, cap: 900_000, giveUpAfter: 172_800_000, random: Math.random };

const LONGEST_RETRY_AFTER = 21_600_000;

/**
 * Milliseconds until the next try: full jitter over an exponential back-off, and not before `Retry-After` (6 hours at
 * most).
 *
 * @param tries - Tries so far, 1 or more.
 * @param retryAfter - Milliseconds that the platform asked for; 0 when it did not.
 */
export function waitBeforeRetry({ base, cap, random }: BackOff, tries: number, retryAfter = 0): number {
  const jitter = random() * Math.min(cap, base * 2 ** Math.min(tries - 1, 30));
  return Math.max(jitter, Math.min(retryAfter, LONGEST_RETRY_AFTER));
}

/** `Retry-After` in milliseconds: seconds or a date; 0 when absent or nonsense. */
export function readRetryAfter(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
