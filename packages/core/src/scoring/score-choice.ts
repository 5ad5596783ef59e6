import type { ChoiceAnswer, ChoiceStep } from '../scenario/choice.ts';

/**
 * Points for a choice.
 *
 * - one: `points` when the picked option is right, else 0 (all or nothing);
 * - several: `points × max(0, (right picked − wrong picked) / right)`, where *right* counts the right options of the step.
 */
export function scoreChoice(step: ChoiceStep, { picked }: ChoiceAnswer): number {
  const right = new Set(step.options.filter((option) => option.right).map(({ id }) => id));
  const rightPicked = picked.filter((id) => right.has(id)).length;
  if (step.pick === 'one') return picked.length === 1 && rightPicked === 1 ? step.points : 0;
  if (right.size === 0) return 0;
  const wrongPicked = picked.length - rightPicked;
  return step.points * Math.max(0, (rightPicked - wrongPicked) / right.size);
}
