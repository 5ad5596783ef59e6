import type { ScenarioSummary } from '@mgv/contracts';
import { maximumOfScenario, maximumOfStep, type Scenario } from '@mgv/core';
import type { ScenarioSource } from './scenario-source.ts';

/** What a scenario holds, without keys; concepts and module by their present names. */
export function scenarioSummary(scenario: Scenario, { curriculum, modules }: ScenarioSource): ScenarioSummary {
  const { id, title, summary, minutes, goals, steps } = scenario;
  const practised = new Set(steps.flatMap(({ concepts }) => concepts));
  const known = curriculum.modules.flatMap(({ concepts }) => concepts);
  const module = modules.find((each) => each.id === scenario.module);
  return {
    id,
    module: { id: scenario.module, title: module?.title ?? { nl: scenario.module } },
    title,
    summary,
    minutes,
    goals,
    maximum: maximumOfScenario(scenario),
    concepts: known.flatMap((concept) => (practised.has(concept.id) ? [concept.name] : [])),
    steps: steps.map((step) => ({ kind: step.kind, title: step.title, maximum: maximumOfStep(step) })),
  };
}
