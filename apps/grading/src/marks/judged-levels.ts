import type { StepJudgement } from '@mgv/contracts';
import type { RubricLevels, Scenario } from '@mgv/core';
import type { Fault } from '@mgv/service-kit';

/** The levels alone, by step id, as core's scorer wants them. */
export function judgedLevels(judgements: Record<string, StepJudgement>): Record<string, RubricLevels> {
  return Object.fromEntries(Object.entries(judgements).map(([step, { levels }]) => [step, levels]));
}

/** What does not fit the scenario: judgements of steps without a rubric, criteria and levels that do not exist. */
export function judgementFaults(scenario: Scenario, judgements: Record<string, StepJudgement>): Fault[] {
  return Object.entries(judgements).flatMap(([stepId, { levels, remarks }]): Fault[] => {
    const path = `judgements.${stepId}`;
    const step = scenario.steps.find(({ id }) => id === stepId);
    if (step?.kind !== 'respond' && step?.kind !== 'reflect')
      return [{ path, message: 'no step with a rubric has this id' }];
    const rubric = new Map(step.rubric.map((criterion) => [criterion.id, criterion.levels.length]));
    const wrongLevels = Object.entries(levels).flatMap(([id, level]): Fault[] => {
      const count = rubric.get(id);
      if (count === undefined) return [{ path: `${path}.levels.${id}`, message: 'the rubric has no such criterion' }];
      return level < count ? [] : [{ path: `${path}.levels.${id}`, message: 'the criterion has no such level' }];
    });
    const wrongRemarks = Object.keys(remarks).filter((id) => !rubric.has(id));
    return [
      ...wrongLevels,
      ...wrongRemarks.map((id) => ({ path: `${path}.remarks.${id}`, message: 'the rubric has no such criterion' })),
    ];
  });
}
