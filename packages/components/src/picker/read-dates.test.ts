import { expect, it } from 'vitest';
import { NO_DATES, readDates, type TypedDates } from './read-dates.ts';

const typed = (part: Partial<TypedDates> = {}): TypedDates => ({ opensAt: '', dueAt: '', closesAt: '', ...part });

it.each<{ name: string; part: Partial<TypedDates>; fault: string | null }>([
  { name: 'no dates', part: {}, fault: null },
  { name: 'one date', part: { dueAt: '2026-12-18T23:59' }, fault: null },
  {
    name: 'dates in order',
    part: { opensAt: '2026-11-23T09:00', dueAt: '2026-12-18T23:59', closesAt: '2026-12-18T23:59' },
    fault: null,
  },
  { name: 'due before it opens', part: { opensAt: '2026-11-23T09:00', dueAt: '2026-11-22T09:00' }, fault: 'reversed' },
  { name: 'closed before it opens', part: { opensAt: '2026-11-23', closesAt: '2026-11-22' }, fault: 'reversed' },
  { name: 'a date that is none', part: { dueAt: 'morgen' }, fault: 'unfinished' },
])('$name: $fault', ({ part, fault }) => {
  expect(readDates(typed(part)).fault).toBe(fault);
});

it('lti-140 writes moments with their zone, and nothing where nothing was filled in', () => {
  const { dates } = readDates(typed({ dueAt: '2026-12-18T23:59' }));
  expect(dates).toEqual({ ...NO_DATES, dueAt: expect.stringMatching(/^2026-12-1[789]T\d\d:\d\d:00\.000Z$/) as string });
  expect(new Date(dates.dueAt ?? '').getHours()).toBe(23);
});
