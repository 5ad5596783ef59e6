import type { Scenario } from '@mgv/core';

/** Numbers of the steps that take an answer, from 1, by step id; explanations have none. */
export function stepNumbers({ steps }: Pick<Scenario, 'steps'>): Map<string, number> {
  const answerable = steps.filter(({ kind }) => kind !== 'explanation');
  return new Map(answerable.map(({ id }, index) => [id, index + 1]));
}
