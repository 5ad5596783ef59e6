import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextScoreTime } from './score-time.ts';

it.each([
  { name: 'whole seconds', now: '2026-11-21T20:00:00.900Z', last: null, want: '2026-11-21T20:00:00.000Z' },
  {
    name: 'a second later within one second',
    now: '2026-11-21T20:00:00.900Z',
    last: '2026-11-21T20:00:00Z',
    want: '2026-11-21T20:00:01.000Z',
  },
  {
    name: 'a second later when the clock was set back',
    now: '2026-11-21T19:00:00Z',
    last: '2026-11-21T20:00:00Z',
    want: '2026-11-21T20:00:01.000Z',
  },
  {
    name: 'now when the last is long ago',
    now: '2026-11-21T20:00:00Z',
    last: '2025-01-01T00:00:00Z',
    want: '2026-11-21T20:00:00.000Z',
  },
])('gives $name', ({ now, last, want }) => {
  expect(nextScoreTime(new Date(now), last === null ? null : new Date(last)).toISOString()).toBe(want);
});

it('rises by a second or more, whatever the clock does', () => {
  const clock = fc.array(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), {
    minLength: 2,
  });
  fc.assert(
    fc.property(clock, (nows) => {
      let last: Date | null = null;
      for (const now of nows) {
        const next = nextScoreTime(now, last);
        expect(next.getMilliseconds()).toBe(0);
        if (last) expect(next.getTime() - last.getTime()).toBeGreaterThanOrEqual(1000);
        last = next;
      }
    }),
  );
});
