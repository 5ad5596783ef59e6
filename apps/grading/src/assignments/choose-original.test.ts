import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseOriginal, type Kinship } from './choose-original.ts';

const at = (courseId: string, linkId: string, itemId: string | null = null): Kinship => ({ courseId, linkId, itemId });

const NOTHING = { courseIds: [], linkIds: [] };

it.each([
  {
    name: 'lti-233 finds the original by the history of the course',
    copy: { ...at('b', '2'), history: { courseIds: ['a'], linkIds: [] } },
    candidates: [at('a', '1')],
    original: at('a', '1'),
  },
  {
    name: 'lti-233 finds the original by the history of the link',
    copy: { ...at('b', '2'), history: { courseIds: [], linkIds: ['1'] } },
    candidates: [at('x', '9'), at('a', '1')],
    original: at('a', '1'),
  },
  {
    name: 'lti-237 takes the nearest of a copy of a copy',
    copy: { ...at('c', '3'), history: { courseIds: ['b', 'a'], linkIds: ['2', '1'] } },
    candidates: [at('a', '1'), at('b', '2')],
    original: at('b', '2'),
  },
  {
    name: 'lti-237 goes further back when the nearest was never opened',
    copy: { ...at('c', '3'), history: { courseIds: ['b', 'a'], linkIds: [] } },
    candidates: [at('a', '1')],
    original: at('a', '1'),
  },
  {
    name: 'lti-237 tells two links to one scenario apart by item',
    copy: { ...at('b', '9', 'tweede'), history: { courseIds: ['a'], linkIds: [] } },
    candidates: [at('a', '1', 'eerste'), at('a', '2', 'tweede')],
    original: at('a', '2', 'tweede'),
  },
  {
    name: 'lti-237 tells two links to one scenario apart by link',
    copy: { ...at('b', '9'), history: { courseIds: ['a'], linkIds: ['2'] } },
    candidates: [at('a', '1'), at('a', '2')],
    original: at('a', '2'),
  },
  {
    name: 'lti-237 finds a copy within one course by item',
    copy: { ...at('a', '2', 'eerste'), history: NOTHING },
    candidates: [at('a', '1', 'eerste')],
    original: at('a', '1', 'eerste'),
  },
  {
    name: 'lti-237 finds a copy within one course by link',
    copy: { ...at('a', '2'), history: { courseIds: [], linkIds: ['1'] } },
    candidates: [at('a', '1')],
    original: at('a', '1'),
  },
  {
    name: 'lti-237 knows a link by its id where a platform keeps ids in a copied course',
    copy: { ...at('b', '2'), history: { courseIds: ['a'], linkIds: [] } },
    candidates: [at('a', '1'), at('a', '2')],
    original: at('a', '2'),
  },
  {
    name: 'lti-237 takes no other item of the course for the original',
    copy: { ...at('b', '9', 'nieuw'), history: { courseIds: ['a'], linkIds: [] } },
    candidates: [at('a', '1', 'eerste')],
    original: undefined,
  },
  {
    name: 'lti-237 takes nothing of an existing course that content was imported into',
    copy: { ...at('b', '9'), history: { courseIds: ['a'], linkIds: [] } },
    candidates: [at('b', '8'), at('a', '1')],
    original: at('a', '1'),
  },
  {
    name: 'lti-234 has no original without a history',
    copy: { ...at('b', '2'), history: NOTHING },
    candidates: [at('a', '1'), at('b', '1')],
    original: undefined,
  },
])('$name', ({ copy, candidates, original }) => {
  expect(chooseOriginal(copy, candidates)?.original).toEqual(original);
});

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const place = fc.record({ courseId: ids, linkId: ids, itemId: fc.option(ids) });
const history = fc.record({ courseIds: fc.uniqueArray(ids), linkIds: fc.uniqueArray(ids) });

it('lti-237 never depends on the order of candidates of different courses', () => {
  fc.assert(
    fc.property(
      place,
      history,
      fc.uniqueArray(place, { selector: ({ courseId }) => courseId }),
      (copy, past, candidates) => {
        const forward = chooseOriginal({ ...copy, history: past }, candidates)?.original;
        const backward = chooseOriginal({ ...copy, history: past }, candidates.toReversed())?.original;
        const same = new Set([forward, backward].map((found) => found && [found.courseId, found.linkId].join()));
        // Two with one link id, in courses that are not in the history, cannot be told apart.
        const known = [forward, backward].every((found) => !found || past.courseIds.includes(found.courseId));
        if (known) expect(same.size).toBe(1);
      },
    ),
  );
});

it('lti-237 only ever gives what history or item point to', () => {
  fc.assert(
    fc.property(place, history, fc.array(place), (copy, past, candidates) => {
      const { original } = chooseOriginal({ ...copy, history: past }, candidates) ?? {};
      if (!original) return;
      const sameItem = original.itemId !== null && original.itemId === copy.itemId;
      const pointsTo =
        past.linkIds.includes(original.linkId) ||
        past.courseIds.includes(original.courseId) ||
        (sameItem && original.courseId === copy.courseId);
      expect(pointsTo).toBe(true);
    }),
  );
});
