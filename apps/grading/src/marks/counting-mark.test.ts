import { expect, it } from 'vitest';
import { countingMark } from './counting-mark.ts';
import type { ReleasableMark } from './marks.repository.ts';

function mark(attemptId: string, version: number, points: number, released: boolean): ReleasableMark {
  const nobody = { authorId: null, authorName: null, judgements: {}, comment: '', reason: '' };
  const at = new Date(0);
  const ids = { id: `${attemptId}${String(version)}`, tenantId: 't', attemptId };
  return {
    ...ids,
    ...nobody,
    version,
    points,
    maximum: 10,
    complete: true,
    createdAt: at,
    releasedAt: released ? at : null,
  };
}
const attempts = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

it.each([
  { name: 'nothing before a release', marks: [mark('a', 1, 5, false)], counts: 'last', want: undefined },
  {
    name: 'the last released attempt',
    marks: [mark('a', 1, 9, true), mark('b', 1, 5, true), mark('c', 1, 8, false)],
    counts: 'last',
    want: 'b1',
  },
  {
    name: 'the best released attempt',
    marks: [mark('a', 1, 9, true), mark('b', 1, 5, true), mark('c', 1, 10, false)],
    counts: 'best',
    want: 'a1',
  },
  {
    name: 'the later of two equal ones',
    marks: [mark('a', 1, 5, true), mark('b', 1, 5, true)],
    counts: 'best',
    want: 'b1',
  },
  {
    name: 'the newest released version',
    marks: [mark('a', 1, 9, true), mark('a', 2, 3, true), mark('a', 3, 8, false)],
    counts: 'best',
    want: 'a2',
  },
  {
    name: 'another attempt once the best was lowered',
    marks: [mark('a', 1, 9, true), mark('a', 2, 3, true), mark('b', 1, 5, true)],
    counts: 'best',
    want: 'b1',
  },
] as const)('counts $name', ({ marks, counts, want }) => {
  expect(countingMark(attempts, marks, counts)?.mark.id).toBe(want);
});
