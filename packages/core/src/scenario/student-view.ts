import { z } from 'zod';
import { maximumOfStep } from '../scoring/maximum.ts';
import type { Answers } from './answer.ts';
import { UtteranceSchema } from './dialogue.ts';
import type { Scenario, Step } from './scenario.ts';
import { IdSchema, LocalisedTextSchema } from './text.ts';
import { visibleSteps } from './visible-steps.ts';

const viewBase = {
  id: IdSchema,
  title: LocalisedTextSchema,
  concepts: z.array(IdSchema),
  situation: LocalisedTextSchema.optional(),
  dialogue: z.array(UtteranceSchema).optional(),
  /** Most points this step can give; 0 for an explanation. */
  maximum: z.number(),
};
const named = z.strictObject({ id: IdSchema, text: LocalisedTextSchema });
const criterionTitles = z.array(z.strictObject({ id: IdSchema, title: LocalisedTextSchema }));

/** What a student may see of a step before answering it: no key, no feedback, no example. */
export const StudentStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('explanation'), ...viewBase, body: LocalisedTextSchema }),
  z.strictObject({
    kind: z.literal('choice'),
    ...viewBase,
    question: LocalisedTextSchema,
    pick: z.enum(['one', 'several']),
    options: z.array(named),
  }),
  z.strictObject({
    kind: z.literal('classify'),
    ...viewBase,
    question: LocalisedTextSchema,
    labels: z.array(named),
    items: z.array(named),
  }),
  z.strictObject({
    kind: z.literal('respond'),
    ...viewBase,
    question: LocalisedTextSchema,
    /** What the trainer looks at, without the levels. */
    criteria: criterionTitles,
  }),
  z.strictObject({
    kind: z.literal('reflect'),
    ...viewBase,
    question: LocalisedTextSchema,
    criteria: criterionTitles,
    words: z.strictObject({ from: z.number(), to: z.number() }).optional(),
  }),
]);
export type StudentStep = z.infer<typeof StudentStepSchema>;

/** A scenario as a student may see it. */
export const StudentScenarioSchema = z.strictObject({
  id: IdSchema,
  module: IdSchema,
  title: LocalisedTextSchema,
  summary: LocalisedTextSchema,
  minutes: z.number(),
  goals: z.array(LocalisedTextSchema),
  steps: z.array(StudentStepSchema),
});
export type StudentScenario = z.infer<typeof StudentScenarioSchema>;

const named_ = ({ id, text }: z.infer<typeof named>): z.infer<typeof named> => ({ id, text });

/** Strips one step of its key, feedback, examples and rubric levels. Built up field by field, so that a new field stays out. */
export function toStudentStep(step: Step): StudentStep {
  const base = {
    id: step.id,
    title: step.title,
    concepts: step.concepts,
    ...(step.situation && { situation: step.situation }),
    ...(step.dialogue && { dialogue: step.dialogue }),
    maximum: maximumOfStep(step),
  };
  switch (step.kind) {
    case 'explanation':
      return { kind: step.kind, ...base, body: step.body };
    case 'choice':
      return { kind: step.kind, ...base, question: step.question, pick: step.pick, options: step.options.map(named_) };
    case 'classify':
      return {
        kind: step.kind,
        ...base,
        question: step.question,
        labels: step.labels.map(named_),
        items: step.items.map(named_),
      };
    case 'respond':
    case 'reflect': {
      const criteria = step.rubric.map(({ id, title }) => ({ id, title }));
      if (step.kind === 'respond') return { kind: step.kind, ...base, question: step.question, criteria };
      return { kind: step.kind, ...base, question: step.question, criteria, ...(step.words && { words: step.words }) };
    }
  }
}

/**
 * The scenario as a student with these answers may see it: no key, no feedback, no example replies, no rubric levels,
 * and no explanation that belongs to an option they did not pick.
 */
export function toStudentView(scenario: Scenario, answers: Answers = {}): StudentScenario {
  const { id, module, title, summary, minutes, goals } = scenario;
  return { id, module, title, summary, minutes, goals, steps: visibleSteps(scenario, answers).map(toStudentStep) };
}
