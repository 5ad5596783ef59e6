import { expect, it } from 'vitest';
import { initialState } from '../courses/activities.ts';
import { markText } from './mark-text.ts';

const history: never[] = [];
const timestamp = '2026-03-02T10:00:00.000Z';
const lineItem = { ...initialState().lineItems[1]! };

it.each([
  { name: 'Dutch decimals', score: 17.5, comment: null, language: 'nl' as const, holds: '17,5 / 20' },
  { name: 'English decimals', score: 17.5, comment: null, language: 'en' as const, holds: '17.5 / 20' },
  { name: 'a 0', score: 0, comment: null, language: 'nl' as const, holds: '0 / 20' },
  { name: 'no grade', score: null, comment: null, language: 'nl' as const, holds: '–' },
  { name: 'an escaped comment', score: 1, comment: '<b>', language: 'nl' as const, holds: '&lt;b&gt;' },
])('shows $name', ({ score, comment, language, holds }) => {
  const grade = { lineItemId: lineItem.id, userId: '4', score, comment, timestamp, submissionUrl: null, history };
  const state = { ...initialState(), grades: [grade] };
  expect(markText(state, lineItem, '4', language).text).toContain(holds);
});
