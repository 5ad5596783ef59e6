import type { Rubric } from '../scenario/rubric.ts';
import type { Scenario, Step } from '../scenario/scenario.ts';

/** Most points a rubric can give: the sum over criteria of the highest level. */
export function maximumOfRubric(rubric: Rubric): number {
  return rubric.reduce((sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)), 0);
}

/** Most points a step can give; 0 for an explanation. */
export function maximumOfStep(step: Step): number {
  switch (step.kind) {
    case 'explanation':
      return 0;
    case 'choice':
    case 'classify':
      return step.points;
    case 'respond':
    case 'reflect':
      return maximumOfRubric(step.rubric);
  }
}

/** Most points a scenario can give: the sum over its steps. */
export function maximumOfScenario(scenario: Scenario): number {
  return scenario.steps.reduce((sum, step) => sum + maximumOfStep(step), 0);
}
