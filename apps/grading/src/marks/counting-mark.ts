import type { AssignmentSettings } from '@mgv/contracts';
import { type ReleasableMark, releasedMark } from './marks.repository.ts';

/** An attempt with its released mark. */
export interface CountingMark {
  attemptId: string;
  mark: ReleasableMark & { releasedAt: Date };
}

/**
 * The mark that goes to the gradebook: of the highest-numbered released attempt, or the highest fraction among the
 * released ones (of equals the later attempt).
 *
 * @param attempts - Oldest first.
 * @param marks - Of all these attempts, oldest version first.
 */
export function countingMark(
  attempts: readonly { id: string }[],
  marks: readonly ReleasableMark[],
  counts: AssignmentSettings['counts'],
): CountingMark | null {
  const released = attempts.flatMap(({ id }): CountingMark[] => {
    const mark = releasedMark(marks.filter(({ attemptId }) => attemptId === id));
    return mark ? [{ attemptId: id, mark }] : [];
  });
  if (counts === 'last') return released.at(-1) ?? null;
  const fraction = ({ mark }: CountingMark): number => mark.points / mark.maximum;
  return released.reduce<CountingMark | null>(
    (best, each) => (best && fraction(best) > fraction(each) ? best : each),
    null,
  );
}
