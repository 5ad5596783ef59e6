import { expect, it } from 'vitest';
import { gradebookState, SCOPES } from './gradebook-state.ts';

const { score, lineItem: manage, lineItemRead } = SCOPES;
const one = 'https://lms.example/lineitems/1';
const list = 'https://lms.example/lineitems';

it.each([
  { name: 'without a claim', gradebook: null, want: 'absent' },
  {
    name: 'without the score scope',
    gradebook: { lineItem: one, lineItems: list, scopes: [manage] },
    want: 'no-permission',
  },
  { name: 'with a line item', gradebook: { lineItem: one, lineItems: null, scopes: [score] }, want: 'connected' },
  {
    name: 'with a list to look in',
    gradebook: { lineItem: null, lineItems: list, scopes: [score, lineItemRead] },
    want: 'connected',
  },
  {
    name: 'with a list to add to',
    gradebook: { lineItem: null, lineItems: list, scopes: [score, manage] },
    want: 'connected',
  },
  {
    name: 'with a list we may not read',
    gradebook: { lineItem: null, lineItems: list, scopes: [score] },
    want: 'no-line-item',
  },
])('is $want $name', ({ gradebook, want }) => {
  expect(gradebookState(gradebook)).toBe(want);
});
