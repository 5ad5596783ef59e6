import type { ClassifyAnswer, ClassifyStep } from '../scenario/classify.ts';

/** Points for a classification: `points × right / all`, where *right* counts the items under their own label. */
export function scoreClassify(step: ClassifyStep, { placed }: ClassifyAnswer): number {
  const right = step.items.filter(({ id, label }) => placed[id] === label).length;
  return (step.points * right) / step.items.length;
}
