import { z } from 'zod';
import { ChoiceStepSchema } from './choice.ts';
import { ClassifyStepSchema } from './classify.ts';
import { ExplanationStepSchema } from './explanation.ts';
import { ReflectStepSchema } from './reflect.ts';
import { RespondStepSchema } from './respond.ts';
import { IdSchema, LocalisedTextSchema } from './text.ts';

/** One step of a scenario; `kind` says which exercise it is. */
export const StepSchema = z.discriminatedUnion('kind', [
  ExplanationStepSchema,
  ChoiceStepSchema,
  ClassifyStepSchema,
  RespondStepSchema,
  ReflectStepSchema,
]);
export type Step = z.infer<typeof StepSchema>;
export type StepKind = Step['kind'];

/** One assignment's worth of practice: a row of steps, done from first to last. */
export const ScenarioSchema = z.strictObject({
  id: IdSchema,
  /** Id of the module it belongs to. */
  module: IdSchema,
  title: LocalisedTextSchema,
  /** One or two sentences for the picker. */
  summary: LocalisedTextSchema,
  /** How long it takes most students, in minutes. */
  minutes: z.int().min(1).max(240),
  /** Learning goals: 'Je kunt …'. */
  goals: z.array(LocalisedTextSchema).min(1).max(8),
  steps: z.array(StepSchema).min(1).max(60),
});
export type Scenario = z.infer<typeof ScenarioSchema>;

/** A module: a named set of scenarios in teaching order. */
export const ModuleSchema = z.strictObject({
  id: IdSchema,
  title: LocalisedTextSchema,
  summary: LocalisedTextSchema,
  scenarios: z.array(IdSchema).min(1),
});
export type Module = z.infer<typeof ModuleSchema>;
