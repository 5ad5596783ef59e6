import type { Content } from '@mgv/content';
import type { ScenarioSummary } from '@mgv/contracts';
import { maximumOfScenario, maximumOfStep, type Scenario } from '@mgv/core';

/** What every scenario holds, without keys, in teaching order: what the picker shows. */
export function scenarioSummaries(content: Content): ScenarioSummary[] {
  return [...content.scenarios.values()].map(({ scenario }) => summary(scenario, content));
}

function summary(scenario: Scenario, { curriculum, modules }: Content): ScenarioSummary {
  const { id, title, summary: text, minutes, goals, steps } = scenario;
  const practised = new Set(steps.flatMap(({ concepts }) => concepts));
  const concepts = curriculum.modules.flatMap((module) => module.concepts);
  const module = modules.find((each) => each.id === scenario.module);
  return {
    id,
    module: { id: scenario.module, title: module?.title ?? { nl: scenario.module } },
    title,
    summary: text,
    minutes,
    goals,
    maximum: maximumOfScenario(scenario),
    concepts: concepts.flatMap((concept) => (practised.has(concept.id) ? [concept.name] : [])),
    steps: steps.map((step) => ({ kind: step.kind, title: step.title, maximum: maximumOfStep(step) })),
  };
}
