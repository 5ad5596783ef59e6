import type { ScoreCheck, SelfCheck } from '@mgv/contracts';
import { expect, it } from 'vitest';
import { browserLines } from './browser-lines.ts';
import type { CheckLine } from './check-line.ts';
import { toPlainText } from './check-line.ts';
import type { BrowserCheck } from './frame-check.ts';
import { lmsLines } from './lms-lines.ts';
import { scoreLine } from './score-line.ts';
import { scopes, selfCheck } from './self-check.fixture.ts';

const states = (lines: readonly CheckLine[]) => Object.fromEntries(lines.map(({ id, state }) => [id, state]));

it('is green where all is well', () => {
  const lines = lmsLines(selfCheck());
  expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['good']));
  expect(lines.map(({ found }) => found)).toEqual([
    'Alle 31 controles gehaald.',
    'Trainer van deze cursus.',
    'Bereikbaar. De klokken lopen gelijk.',
    '12 deelnemers, van wie 10 studenten.',
    'Deze activiteit heeft een kolom.',
    'De tool mag cijfers doorgeven en nakijken of ze er staan.',
  ]);
});

const roster = (problem: NonNullable<SelfCheck['roster']>['problem']): Partial<SelfCheck> => ({
  roster: { people: 3, students: 2, problem },
});
const gradebook = (change: Partial<NonNullable<SelfCheck['gradebook']>>): Partial<SelfCheck> => {
  const known = selfCheck().gradebook;
  return { gradebook: known && { ...known, ...change } };
};
const lines: { name: string; change: Partial<SelfCheck>; id: string; state: string }[] = [
  { name: 'keys that cannot be had', change: { clock: { ahead: null, reachable: false } }, id: 'clock', state: 'bad' },
  { name: 'no clock', change: { clock: { ahead: null, reachable: true } }, id: 'clock', state: 'good' },
  { name: 'a clock behind', change: { clock: { ahead: -11, reachable: true } }, id: 'clock', state: 'attention' },
  { name: 'a clock far ahead', change: { clock: { ahead: 61, reachable: true } }, id: 'clock', state: 'bad' },
  { name: 'no roster', change: { roster: null }, id: 'roster', state: 'attention' },
  { name: 'a roster under way', change: roster('still-reading'), id: 'roster', state: 'attention' },
  { name: 'a roster not allowed', change: roster('not-allowed'), id: 'roster', state: 'bad' },
  { name: 'a roster out of reach', change: roster('unreachable'), id: 'roster', state: 'bad' },
  { name: 'a column to make', change: gradebook({ lineItem: null }), id: 'column', state: 'good' },
  {
    name: 'a column to find',
    change: gradebook({ lineItem: null, scopes: scopes('score', 'lineitem.readonly') }),
    id: 'column',
    state: 'attention',
  },
  { name: 'no gradebook', change: { gradebook: null }, id: 'column', state: 'bad' },
  { name: 'no gradebook, for an admin', change: { gradebook: null, role: 'admin' }, id: 'column', state: 'attention' },
  { name: 'no reading back', change: gradebook({ scopes: scopes('score') }), id: 'rights', state: 'attention' },
  { name: 'no scores', change: gradebook({ scopes: scopes('result.readonly') }), id: 'rights', state: 'bad' },
];

it.each(lines)('says what to do: $name', ({ change, id, state }) => {
  const found = lmsLines(selfCheck(change)).find((line) => line.id === id);
  expect(found?.state).toBe(state);
  expect(found?.advice === undefined).toBe(state === 'good');
});

const browser: { name: string; check: Partial<BrowserCheck>; grows: boolean | null; want: Record<string, string> }[] = [
  { name: 'all well', check: {}, grows: true, want: { cookie: 'good', storage: 'good', frame: 'good' } },
  {
    name: 'storage without cookies',
    check: { cookie: false },
    grows: true,
    want: { cookie: 'good', storage: 'good', frame: 'good' },
  },
  {
    name: 'cookies without storage',
    check: { storage: 'not-offered' },
    grows: null,
    want: { cookie: 'good', storage: 'good', frame: 'open' },
  },
  {
    name: 'neither',
    check: { cookie: false, storage: 'failed' },
    grows: false,
    want: { cookie: 'attention', storage: 'attention', frame: 'attention' },
  },
  {
    name: 'a window',
    check: { framed: false, storage: 'not-offered' },
    grows: null,
    want: { cookie: 'good', storage: 'good', frame: 'good' },
  },
];

it.each(browser)('lti-111 judges the browser: $name', ({ check, grows, want }) => {
  const found = browserLines({ cookie: true, framed: true, answers: true, storage: 'kept', ...check }, grows);
  expect(states(found)).toEqual(want);
});

const outcomes: { outcome: ScoreCheck['outcome']; state: string }[] = [
  { outcome: 'confirmed', state: 'good' },
  { outcome: 'accepted', state: 'attention' },
  { outcome: 'differs', state: 'bad' },
  { outcome: 'no-test-person', state: 'attention' },
  { outcome: 'no-column-yet', state: 'attention' },
  { outcome: 'try-later', state: 'bad' },
  { outcome: 'failed', state: 'bad' },
];

it.each(outcomes)('says how the trial mark went: $outcome', ({ outcome, state }) => {
  const line = scoreLine({ outcome, explanation: null });
  expect([line.state, line.advice === undefined]).toEqual([state, outcome === 'confirmed']);
});

it('gives the platform’s refusal in words', () => {
  const explanation = { nl: 'De kolom zit op slot.', en: 'The column is locked.' };
  expect(scoreLine({ outcome: 'failed', explanation }).found).toBe('De kolom zit op slot.');
});

it('writes it all down as text', () => {
  const line: CheckLine = { id: 'x', state: 'good', title: 'Klok', found: 'Loopt gelijk.' };
  const bad: CheckLine = { ...line, state: 'bad', found: 'Loopt voor.', advice: 'Zet hem gelijk.' };
  expect(toPlainText(['Werkt het?'], [bad, line])).toBe(
    'Werkt het?\n\n[Niet in orde] Klok: Loopt voor.\n  → Zet hem gelijk.\n[In orde] Klok: Loopt gelijk.',
  );
});
