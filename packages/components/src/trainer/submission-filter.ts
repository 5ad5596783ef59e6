import type { ClassRow } from './class-list.ts';

/** What the trainer wants to see in the list. */
export type SubmissionFilter = 'all' | 'to-grade' | 'graded' | 'released' | 'busy' | 'not-started' | 'test';

export const SUBMISSION_FILTERS: readonly SubmissionFilter[] = [
  'all',
  'to-grade',
  'graded',
  'released',
  'busy',
  'not-started',
  'test',
];

/** Column and direction; `null` keeps the order of the server. */
export type SubmissionSort = { by: 'name' | 'state' | 'points'; descending: boolean } | null;

/** Numbers for the header of the list and for its dialog; test persons do not count. */
export interface SubmissionCounts {
  handedIn: number;
  toGrade: number;
  /** Marked in full and not released. */
  toRelease: number;
  /** In the course, and not here yet. */
  notStarted: number;
}

const ORDER: Record<ClassRow['state'], number> = {
  'to-grade': 0,
  graded: 1,
  released: 2,
  busy: 3,
  opened: 4,
  'not-started': 5,
};

/** Counts the rows, whatever the filter. */
export function countSubmissions(rows: readonly ClassRow[]): SubmissionCounts {
  const students = rows.filter(({ test }) => !test);
  const inState = (wanted: ClassRow['state']): number => students.filter(({ state }) => state === wanted).length;
  return {
    handedIn: students.filter(({ attemptId }) => attemptId !== null).length,
    toGrade: inState('to-grade'),
    toRelease: inState('graded'),
    notStarted: inState('not-started'),
  };
}

function passes({ state, test }: ClassRow, filter: SubmissionFilter): boolean {
  if (test || filter === 'test') return test && filter === 'test';
  if (filter === 'all') return true;
  return filter === 'busy' ? state === 'busy' || state === 'opened' : state === filter;
}

/** Text without capitals and accents, so that 'Zoe' finds 'Zoë'. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/**
 * The rows that pass the filter and hold every word of the search, sorted. Test persons have a filter of their own.
 *
 * @param options.nameOf - The name as shown, pseudonyms included: what one sees, one finds.
 * @param options.language - For the order of names.
 */
export function selectSubmissions(
  rows: readonly ClassRow[],
  options: {
    filter: SubmissionFilter;
    search: string;
    sort: SubmissionSort;
    nameOf: (row: ClassRow) => string;
    language: string;
  },
): ClassRow[] {
  const { filter, sort, nameOf, language } = options;
  const words = plain(options.search).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    if (!passes(row, filter)) return false;
    const name = words.length > 0 ? plain(nameOf(row)) : '';
    return words.every((word) => name.includes(word));
  });
  if (!sort) return found;
  const collator = new Intl.Collator(language, { numeric: true });
  const compare = {
    name: (one: ClassRow, other: ClassRow) => collator.compare(nameOf(one), nameOf(other)),
    state: (one: ClassRow, other: ClassRow) => ORDER[one.state] - ORDER[other.state],
    points: (one: ClassRow, other: ClassRow) => (one.points ?? -1) - (other.points ?? -1),
  }[sort.by];
  return found.sort((one, other) => compare(one, other) * (sort.descending ? -1 : 1));
}

/** The sort after pressing a column's head: ascending, descending, as it came. */
export function nextSort(sort: SubmissionSort, by: 'name' | 'state' | 'points'): SubmissionSort {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? null : { by, descending: true };
}

/** Whether a mark is on its way to the gradebook, so that the list is worth asking again soon. */
export function isWaiting(rows: readonly Pick<ClassRow, 'passback'>[]): boolean {
  return rows.some(({ passback }) => passback?.state === 'waiting' || passback?.state === 'sent');
}
