import type { SubmissionRow } from '@mgv/contracts';

/** What the trainer wants to see in the list. */
export type SubmissionFilter = 'all' | 'to-grade' | 'graded' | 'released' | 'busy';

export const SUBMISSION_FILTERS: readonly SubmissionFilter[] = ['all', 'to-grade', 'graded', 'released', 'busy'];

/** Column and direction; `null` keeps the order of the server. */
export type SubmissionSort = { by: 'name' | 'state' | 'points'; descending: boolean } | null;

/** Numbers for the header of the list and for its dialog. */
export interface SubmissionCounts {
  handedIn: number;
  toGrade: number;
  /** Marked in full and not released. */
  toRelease: number;
}

const ORDER: Record<SubmissionRow['state'], number> = { 'to-grade': 0, graded: 1, released: 2, busy: 3, opened: 4 };

/** Counts the rows, whatever the filter. */
export function countSubmissions(rows: readonly SubmissionRow[]): SubmissionCounts {
  return {
    handedIn: rows.filter(({ attemptId }) => attemptId !== null).length,
    toGrade: rows.filter(({ state }) => state === 'to-grade').length,
    toRelease: rows.filter(({ state }) => state === 'graded').length,
  };
}

function passes({ state }: SubmissionRow, filter: SubmissionFilter): boolean {
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
 * The rows that pass the filter and hold every word of the search, sorted.
 *
 * @param options.nameOf - The name as shown, pseudonyms included: what one sees, one finds.
 * @param options.language - For the order of names.
 */
export function selectSubmissions(
  rows: readonly SubmissionRow[],
  options: {
    filter: SubmissionFilter;
    search: string;
    sort: SubmissionSort;
    nameOf: (row: SubmissionRow) => string;
    language: string;
  },
): SubmissionRow[] {
  const { filter, sort, nameOf, language } = options;
  const words = plain(options.search).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const name = plain(nameOf(row));
    return passes(row, filter) && words.every((word) => name.includes(word));
  });
  if (!sort) return found;
  const collator = new Intl.Collator(language, { numeric: true });
  const compare = {
    name: (one: SubmissionRow, other: SubmissionRow) => collator.compare(nameOf(one), nameOf(other)),
    state: (one: SubmissionRow, other: SubmissionRow) => ORDER[one.state] - ORDER[other.state],
    points: (one: SubmissionRow, other: SubmissionRow) => (one.points ?? -1) - (other.points ?? -1),
  }[sort.by];
  return found.sort((one, other) => compare(one, other) * (sort.descending ? -1 : 1));
}

/** The sort after pressing a column's head: ascending, descending, as it came. */
export function nextSort(sort: SubmissionSort, by: 'name' | 'state' | 'points'): SubmissionSort {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? null : { by, descending: true };
}

/** Whether a mark is on its way to the gradebook, so that the list is worth asking again soon. */
export function isWaiting(rows: readonly SubmissionRow[]): boolean {
  return rows.some(({ passback }) => passback?.state === 'waiting' || passback?.state === 'sent');
}
