import { z } from 'zod';
import { maximumOfScenario, maximumOfStep } from '../scoring/maximum.ts';
import type { Curriculum } from './curriculum.ts';
import type { Module, Scenario } from './scenario.ts';
import { IdSchema, LocalisedTextSchema } from './text.ts';

/** A scenario as the picker and the start page show it: what it holds, no keys. */
export const ScenarioSummarySchema = z.strictObject({
  id: IdSchema,
  module: z.strictObject({ id: IdSchema, title: LocalisedTextSchema }),
  title: LocalisedTextSchema,
  summary: LocalisedTextSchema,
  minutes: z.number(),
  goals: z.array(LocalisedTextSchema),
  maximum: z.number(),
  /** Names of the concepts that it practises. */
  concepts: z.array(LocalisedTextSchema),
  steps: z.array(
    z.strictObject({
      kind: z.enum(['explanation', 'choice', 'classify', 'respond', 'reflect']),
      title: LocalisedTextSchema,
      maximum: z.number(),
    }),
  ),
});
export type ScenarioSummary = z.infer<typeof ScenarioSummarySchema>;

/** What a scenario holds, without keys; concepts and module by their present names. */
export function summarise(
  scenario: Scenario,
  { curriculum, modules }: { curriculum: Curriculum; modules: readonly Module[] },
): ScenarioSummary {
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
