import type { GradingView } from '@mgv/contracts';
import { stepsToJudge, type CriterionPlace } from './mark-draft.ts';

/** All criteria that ask for a level, in the order of the page. */
export function criteriaOf(view: Pick<GradingView, 'scenario' | 'answers'>): CriterionPlace[] {
  return stepsToJudge(view).flatMap(({ id, rubric }) =>
    rubric.map((criterion) => ({ stepId: id, criterionId: criterion.id })),
  );
}

/** The criterion after `current`; after the last comes the first. `null` where there are none. */
export function followingCriterion(
  places: readonly CriterionPlace[],
  current: CriterionPlace | null,
): CriterionPlace | null {
  const at = places.findIndex(
    ({ stepId, criterionId }) => stepId === current?.stepId && criterionId === current.criterionId,
  );
  return places[(at + 1) % places.length] ?? null;
}
