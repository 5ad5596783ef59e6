import { expect, it } from 'vitest';
import { countSubmissions, isWaiting, nextSort, selectSubmissions, type SubmissionSort } from './submission-filter.ts';
import { classRowOf as rowOf } from './trainer.fixture.ts';

const rows = [
  rowOf(1, { name: 'Zoë de Groot', state: 'released', points: 9 }),
  rowOf(2, { name: null }),
  rowOf(3, { name: 'Amir Haddad', state: 'graded', points: 11.5 }),
  rowOf(4, { name: 'Bo Smit', state: 'busy', attemptId: null, attemptNumber: null }),
  rowOf(12, { name: null, state: 'opened', attemptId: null, attemptNumber: null }),
  rowOf(13, { name: 'Noor Bakker', state: 'not-started', attemptId: null, attemptNumber: null, presence: 'inactive' }),
  rowOf(14, { name: 'Test Student', state: 'graded', test: true, points: 2 }),
];
const everything = {
  filter: 'all' as const,
  search: '',
  sort: null,
  nameOf: ({ name, ordinal }: (typeof rows)[number]) => name ?? `Student ${String(ordinal)}`,
  language: 'nl',
};

it.each([
  { name: 'lti-100 shows all but test persons', options: {}, ordinals: [1, 2, 3, 4, 12, 13] },
  { name: 'lti-100 shows test persons when asked', options: { filter: 'test' as const }, ordinals: [14] },
  { name: 'keeps who has not started', options: { filter: 'not-started' as const }, ordinals: [13] },
  { name: 'finds who has not started', options: { search: 'noor' }, ordinals: [13] },
  { name: 'keeps what is to be graded', options: { filter: 'to-grade' as const }, ordinals: [2] },
  { name: 'counts opened as busy', options: { filter: 'busy' as const }, ordinals: [4, 12] },
  { name: 'finds without accents or capitals', options: { search: 'zoe GROOT' }, ordinals: [1] },
  { name: 'finds a pseudonym', options: { search: 'student 12' }, ordinals: [12] },
  { name: 'combines filter and search', options: { filter: 'released' as const, search: 'amir' }, ordinals: [] },
  {
    name: 'sorts names, numbers by value',
    options: { sort: { by: 'name' as const, descending: false } },
    ordinals: [3, 4, 13, 2, 12, 1],
  },
  {
    name: 'sorts by work to do',
    options: { sort: { by: 'state' as const, descending: false } },
    ordinals: [2, 3, 1, 4, 12, 13],
  },
  {
    name: 'sorts points downwards',
    options: { sort: { by: 'points' as const, descending: true } },
    ordinals: [3, 1, 2, 4, 12, 13],
  },
])('$name', ({ options, ordinals }) => {
  expect(selectSubmissions(rows, { ...everything, ...options }).map(({ ordinal }) => ordinal)).toEqual(ordinals);
});

it('lti-100 counts what was handed in, waits for a trainer, or for release, without test persons', () => {
  expect(countSubmissions(rows)).toEqual({ handedIn: 3, toGrade: 1, toRelease: 1, notStarted: 1 });
});

it.each<{ name: string; sort: SubmissionSort; then: SubmissionSort }>([
  { name: 'first press goes up', sort: null, then: { by: 'name', descending: false } },
  { name: 'second press goes down', sort: { by: 'name', descending: false }, then: { by: 'name', descending: true } },
  { name: 'third press lets go', sort: { by: 'name', descending: true }, then: null },
  {
    name: 'another column starts anew',
    sort: { by: 'points', descending: true },
    then: { by: 'name', descending: false },
  },
])('$name', ({ sort, then }) => {
  expect(nextSort(sort, 'name')).toEqual(then);
});

it.each([
  { state: 'waiting' as const, waiting: true },
  { state: 'sent' as const, waiting: true },
  { state: 'confirmed' as const, waiting: false },
  { state: 'refused' as const, waiting: false },
])('a passback that is $state: $waiting', ({ state, waiting }) => {
  const passback = {
    id: rowOf(1).personId,
    state,
    tries: 1,
    reason: null,
    explanation: null,
    nextTryAt: null,
    updatedAt: '2026-03-03T10:00:00.000Z',
  };
  expect(isWaiting([rowOf(1, { passback })])).toBe(waiting);
});
