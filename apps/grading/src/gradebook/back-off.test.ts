import { expect, it } from 'vitest';
import { BACK_OFF, readRetryAfter, waitBeforeRetry } from './back-off.ts';

const always = (value: number) => ({ ...BACK_OFF, random: () => value });

it.each([
  { name: 'the first at most 2 s', random: 1, tries: 1, retryAfter: 0, want: 2000 },
  { name: 'the fourth at most 16 s', random: 1, tries: 4, retryAfter: 0, want: 16_000 },
  { name: 'with full jitter', random: 0.25, tries: 4, retryAfter: 0, want: 4000 },
  { name: 'never over 15 minutes', random: 1, tries: 500, retryAfter: 0, want: 900_000 },
  { name: 'not before what the platform asks', random: 0, tries: 1, retryAfter: 60_000, want: 60_000 },
  { name: 'but never longer than 6 hours', random: 0, tries: 1, retryAfter: 1e12, want: 21_600_000 },
])('waits $name', ({ random, tries, retryAfter, want }) => {
  expect(waitBeforeRetry(always(random), tries, retryAfter)).toBe(want);
});

it.each([
  { header: undefined, want: 0 },
  { header: '120', want: 120_000 },
  { header: 'Sat, 21 Nov 2026 20:00:30 GMT', want: 30_000 },
  { header: 'Sat, 21 Nov 2026 19:00:00 GMT', want: 0 },
  { header: 'soon', want: 0 },
])('reads Retry-After: $header', ({ header, want }) => {
  expect(readRetryAfter(header, new Date('2026-11-21T20:00:00Z'))).toBe(want);
});
