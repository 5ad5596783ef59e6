import type { z } from 'zod';
import { maximumOfRubric, maximumOfScenario } from '../scoring/maximum.ts';
import { type Scenario, ScenarioSchema, type Step } from './scenario.ts';

/** One thing wrong with a scenario file. */
export interface ScenarioFault {
  /** Where it is, as in the file: `steps[3].options[1].id`. */
  path: string;
  code:
    | 'schema'
    | 'duplicate-id'
    | 'unknown-concept'
    | 'no-right-answer'
    | 'several-right-answers'
    | 'everything-right'
    | 'unknown-label'
    | 'no-points'
    | 'rubric-without-points'
    | 'unreachable'
    | 'words-range'
    | 'client-not-last';
  message: string;
}

/** The checked scenario, or every fault found. */
export type CheckedScenario = { ok: true; scenario: Scenario } | { ok: false; faults: ScenarioFault[] };

/** `['steps', 3, 'id']` as `steps[3].id`; the file itself is `(file)`. */
export function faultPath(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (done, part) => (typeof part === 'number' ? `${done}[${String(part)}]` : `${done}${done && '.'}${String(part)}`),
    '',
  );
  return text || '(file)';
}

/** Every fault zod found, with the branches of a failed union spread out. */
export function schemaFaults(error: z.ZodError): ScenarioFault[] {
  return error.issues.map(({ path, message }) => ({ path: faultPath(path), code: 'schema', message }));
}

function duplicates(things: readonly { id: string }[], path: string): ScenarioFault[] {
  const seen = new Set<string>();
  return things.flatMap(({ id }, index): ScenarioFault[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${path}[${String(index)}].id`, code: 'duplicate-id', message: `the id "${id}" is used before` }];
  });
}

function choiceFaults(step: Extract<Step, { kind: 'choice' }>, path: string): ScenarioFault[] {
  const right = step.options.filter((option) => option.right).length;
  const faults = duplicates(step.options, `${path}.options`);
  if (right === 0) {
    faults.push({ path: `${path}.options`, code: 'no-right-answer', message: 'no option is right' });
  }
  if (step.pick === 'one' && right > 1) {
    faults.push({
      path: `${path}.options`,
      code: 'several-right-answers',
      message: `one may be picked, but ${String(right)} are right`,
    });
  }
  if (step.pick === 'several' && right === step.options.length) {
    faults.push({ path: `${path}.options`, code: 'everything-right', message: 'every option is right' });
  }
  return faults;
}

function classifyFaults(step: Extract<Step, { kind: 'classify' }>, path: string): ScenarioFault[] {
  const labels = new Set(step.labels.map(({ id }) => id));
  const unknown = step.items.flatMap(({ label }, index): ScenarioFault[] =>
    labels.has(label)
      ? []
      : [
          {
            path: `${path}.items[${String(index)}].label`,
            code: 'unknown-label',
            message: `there is no label "${label}"`,
          },
        ],
  );
  return [...duplicates(step.labels, `${path}.labels`), ...duplicates(step.items, `${path}.items`), ...unknown];
}

function rubricFaults(step: Extract<Step, { kind: 'respond' | 'reflect' }>, path: string): ScenarioFault[] {
  const faults = duplicates(step.rubric, `${path}.rubric`);
  if (maximumOfRubric(step.rubric) === 0) {
    faults.push({ path: `${path}.rubric`, code: 'rubric-without-points', message: 'the rubric adds up to 0 points' });
  }
  step.rubric.forEach(({ levels }, index) => {
    const highest = Math.max(...levels.map(({ points }) => points));
    const lowest = Math.min(...levels.map(({ points }) => points));
    if (highest === lowest && highest > 0) {
      faults.push({
        path: `${path}.rubric[${String(index)}].levels`,
        code: 'rubric-without-points',
        message: 'every level gives the same points',
      });
    }
  });
  return faults;
}

function stepFaults(step: Step, path: string): ScenarioFault[] {
  const noPoints = (points: number): ScenarioFault[] =>
    points > 0 ? [] : [{ path: `${path}.points`, code: 'no-points', message: 'the step gives no points' }];
  switch (step.kind) {
    case 'explanation':
      return [];
    case 'choice':
      return [...choiceFaults(step, path), ...noPoints(step.points)];
    case 'classify':
      return [...classifyFaults(step, path), ...noPoints(step.points)];
    case 'respond': {
      const last = step.dialogue?.at(-1);
      const silent: ScenarioFault[] =
        last?.who === 'client'
          ? []
          : [{ path: `${path}.dialogue`, code: 'client-not-last', message: 'the client must speak last' }];
      return [...rubricFaults(step, path), ...silent];
    }
    case 'reflect': {
      const range = step.words;
      const wrong: ScenarioFault[] =
        range && range.from > range.to
          ? [{ path: `${path}.words`, code: 'words-range', message: '"from" is more than "to"' }]
          : [];
      return [...rubricFaults(step, path), ...wrong];
    }
  }
}

/** An explanation after an option that nobody can have picked by then is never shown. */
function reachFaults({ steps }: Scenario): ScenarioFault[] {
  return steps.flatMap((step, index): ScenarioFault[] => {
    if (step.kind !== 'explanation' || !step.onlyAfter) return [];
    const { onlyAfter } = step;
    const path = `steps[${String(index)}].onlyAfter`;
    const earlier = steps.slice(0, index).find(({ id }) => id === onlyAfter.step);
    const fault = (at: string, message: string): ScenarioFault => ({ path: at, code: 'unreachable', message });
    if (earlier?.kind !== 'choice') {
      return [fault(`${path}.step`, `"${onlyAfter.step}" is not an earlier choice, so this step is never shown`)];
    }
    const known = new Set(earlier.options.map(({ id }) => id));
    return onlyAfter.options.flatMap((id, at) =>
      known.has(id) ? [] : [fault(`${path}.options[${String(at)}]`, `"${earlier.id}" has no option "${id}"`)],
    );
  });
}

function conceptFaults({ steps }: Scenario, concepts: ReadonlySet<string>): ScenarioFault[] {
  return steps.flatMap((step, index) =>
    step.concepts.flatMap((id, at): ScenarioFault[] =>
      concepts.has(id)
        ? []
        : [
            {
              path: `steps[${String(index)}].concepts[${String(at)}]`,
              code: 'unknown-concept',
              message: `the curriculum has no concept "${id}"`,
            },
          ],
    ),
  );
}

/**
 * Checks a scenario file: first its shape (the schema), then what a schema cannot see. Reports all faults of the
 * stage that failed, not only the first.
 *
 * @param data - The parsed file, from outside.
 * @param concepts - Ids of the curriculum.
 */
export function checkScenario(data: unknown, concepts: ReadonlySet<string>): CheckedScenario {
  const parsed = ScenarioSchema.safeParse(data);
  if (!parsed.success) return { ok: false, faults: schemaFaults(parsed.error) };
  const scenario = parsed.data;
  const faults = [
    ...duplicates(scenario.steps, 'steps'),
    ...scenario.steps.flatMap((step, index) => stepFaults(step, `steps[${String(index)}]`)),
    ...reachFaults(scenario),
    ...conceptFaults(scenario, concepts),
  ];
  if (maximumOfScenario(scenario) === 0) {
    faults.push({ path: 'steps', code: 'no-points', message: 'no step gives points' });
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, scenario };
}
