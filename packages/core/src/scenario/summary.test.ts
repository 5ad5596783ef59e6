import { expect, it } from 'vitest';
import { smallScenario } from '../fixtures/small-scenario.ts';
import { ScenarioSummarySchema, summarise } from './summary.ts';

const name = (nl: string): { nl: string } => ({ nl });
const curriculum = {
  modules: [
    {
      id: 'omgaan-met-weerstand',
      name: name('Weerstand'),
      concepts: ['resistance', 'objection', 'silence'].map((id) => ({ id, name: name(id), explanation: name(id) })),
    },
  ],
};
const module = { id: 'omgaan-met-weerstand', title: name('Omgaan'), summary: name('Kort'), scenarios: ['klein'] };

it('says what a scenario holds, and gives no key away', () => {
  const summary = summarise(smallScenario, { curriculum, modules: [module] });
  expect(ScenarioSummarySchema.parse(summary)).toMatchObject({
    module: { id: 'omgaan-met-weerstand', title: { nl: 'Omgaan' } },
    maximum: 16.5,
    concepts: [{ nl: 'resistance' }, { nl: 'objection' }],
  });
  expect(JSON.stringify(summary)).not.toContain('SECRET');
});

it('names a module that is not there by its id', () => {
  expect(summarise(smallScenario, { curriculum, modules: [] }).module.title).toEqual({ nl: 'omgaan-met-weerstand' });
});
