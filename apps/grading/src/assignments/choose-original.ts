import type { History } from '@mgv/contracts';

/** What tells whether one assignment is a copy of another. */
export interface Kinship {
  courseId: string;
  linkId: string;
  /** Copies of a link keep the id that the picker gave it; `null` when it was not made there. */
  itemId: string | null;
}

interface Relation<Candidate> {
  candidate: Candidate;
  /** Place in the history of links; infinite when it is not there. */
  link: number;
  /** Both have the same item id. */
  sameItem: boolean;
  /** Place in the history of courses, nearest first; the own course comes before all. */
  course: number;
}

/**
 * How two assignments are related; `null` when one is no copy of the other. A platform that keeps ids of links when it
 * copies a course gives the same id in a course of the history.
 */
function relate<Candidate extends Kinship>(
  copy: Kinship & { history: History },
  candidate: Candidate,
): Relation<Candidate> | null {
  const { courseIds, linkIds } = copy.history;
  const here = candidate.courseId === copy.courseId;
  const inCourses = courseIds.indexOf(candidate.courseId);
  const inLinks = linkIds.indexOf(candidate.linkId);
  const kept = candidate.linkId === copy.linkId && !here && inCourses >= 0;
  const link = inLinks >= 0 ? inLinks : kept ? linkIds.length : Infinity;
  const course = here ? -1 : inCourses >= 0 ? inCourses : Infinity;
  const sameItem = copy.itemId !== null && candidate.itemId === copy.itemId;
  const otherItem = copy.itemId !== null && candidate.itemId !== null && !sameItem;
  const related = link < Infinity || (course < Infinity && !otherItem && (sameItem || !here));
  return related ? { candidate, link, sameItem, course } : null;
}

/**
 * The original of a copied link. What the platform says of the link itself goes before everything; then the item that
 * the picker gave out; then the nearest course that it was copied from. Of several in one course the first given is it.
 *
 * @returns `sure` when link or item say so, and not the course alone; `null` when there is none.
 */
export function chooseOriginal<Candidate extends Kinship>(
  copy: Kinship & { history: History },
  candidates: readonly Candidate[],
): { original: Candidate; sure: boolean } | null {
  const [nearest] = candidates
    .flatMap((candidate) => relate(copy, candidate) ?? [])
    .sort((one, other) => rank(one, other));
  return nearest ? { original: nearest.candidate, sure: nearest.link < Infinity || nearest.sameItem } : null;
}

function rank<Candidate>(one: Relation<Candidate>, other: Relation<Candidate>): number {
  if (one.link !== other.link) return one.link - other.link;
  if (one.sameItem !== other.sameItem) return one.sameItem ? -1 : 1;
  // Both may be infinite.
  return one.course === other.course ? 0 : one.course - other.course;
}
