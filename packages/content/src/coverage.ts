import type { Curriculum, Scenario } from '@mgv/core';

/** Where one concept of the curriculum is taught. Places are written `scenario-id/step-id`. */
export interface ConceptCoverage {
  concept: string;
  /** The module that teaches it first. */
  module: string;
  /** Steps that ask an answer. */
  practised: string[];
  /** Steps to read only. */
  explained: string[];
}

/** One row for each concept, in the order of the curriculum: which steps practise it and which explain it. */
export function conceptCoverage(curriculum: Curriculum, scenarios: readonly Scenario[]): ConceptCoverage[] {
  const places = scenarios.flatMap(({ id, steps }) =>
    steps.map((step) => ({
      place: `${id}/${step.id}`,
      concepts: step.concepts,
      answered: step.kind !== 'explanation',
    })),
  );
  return curriculum.modules.flatMap(({ id: module, concepts }) =>
    concepts.map(({ id: concept }) => {
      const here = places.filter((each) => each.concepts.includes(concept));
      return {
        concept,
        module,
        practised: here.filter(({ answered }) => answered).map(({ place }) => place),
        explained: here.filter(({ answered }) => !answered).map(({ place }) => place),
      };
    }),
  );
}

/** The rows as text, one line for each concept: module, concept, times practised, times explained. */
export function formatCoverage(rows: readonly ConceptCoverage[]): string {
  const lines = rows.map(({ module, concept, practised, explained }) =>
    [module, concept, String(practised.length), String(explained.length)].join('\t'),
  );
  return ['module\tconcept\tpractised\texplained', ...lines].join('\n');
}
