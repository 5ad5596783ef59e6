import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatPoints, sameScore, toAgsPoints } from './ags-score.ts';

it.each([
  { name: 'keeps points that are in range', points: 7.35, given: 7.35 },
  { name: 'lifts negative points to 0', points: -2, given: 0 },
  { name: 'caps points at the maximum', points: 12, given: 10 },
])('lti-179 lti-181 lti-182 $name', ({ points, given }) => {
  expect(toAgsPoints(points, 10)).toEqual({ scoreGiven: given, scoreMaximum: 10 });
});

it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('lti-179 refuses a maximum of %s', (maximum) => {
  expect(() => toAgsPoints(1, maximum)).toThrow(expect.objectContaining({ code: 'BAD_MAXIMUM' }));
});

it('lti-180 sends 0 as 0', () => {
  expect(toAgsPoints(0, 24).scoreGiven).toBe(0);
});

it.each([
  { name: 'the same after rescaling', one: [8.5, 10], other: [42.5, 50], same: true },
  { name: 'the same after the platform cut it to five decimals', one: [1, 3], other: [33.33333, 100], same: true },
  { name: 'half a point on a hundred apart', one: [80, 100], other: [80.5, 100], same: false },
] as const)('$name', ({ one, other, same }) => {
  const points = ([scoreGiven, scoreMaximum]: readonly [number, number]) => ({ scoreGiven, scoreMaximum });
  expect(sameScore(points(one), points(other))).toBe(same);
});

it('a score is the same as itself on any scale', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (points, scale) => {
      const given = toAgsPoints(points, 100);
      expect(sameScore(given, { scoreGiven: (given.scoreGiven * scale) / 100, scoreMaximum: scale })).toBe(true);
    }),
  );
});

it.each([
  { points: 17.5, nl: '17,5', en: '17.5' },
  { points: 8 / 3, nl: '2,67', en: '2.67' },
  { points: 20, nl: '20', en: '20' },
])('shows $points as $nl', ({ points, nl, en }) => {
  expect(formatPoints(points, 'nl')).toBe(nl);
  expect(formatPoints(points, 'en')).toBe(en);
});
