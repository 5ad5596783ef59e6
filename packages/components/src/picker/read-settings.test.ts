import { expect, it } from 'vitest';
import { readNumber, readSettings, typeSettings, type TypedSettings } from './read-settings.ts';

const typed: TypedSettings = {
  title: ' Oefening ',
  points: '17,5',
  attempts: '2',
  counts: 'last',
  results: 'per-step',
};

it.each([
  { text: '10', number: 10 },
  { text: '17,5', number: 17.5 },
  { text: ' 17.5 ', number: 17.5 },
  { text: '', number: Number.NaN },
  { text: '1e3', number: Number.NaN },
  { text: '-1', number: Number.NaN },
  { text: '1.000,5', number: Number.NaN },
])('reads "$text" as $number', ({ text, number }) => {
  expect(readNumber(text)).toBe(number);
});

it.each<{ name: string; part: Partial<TypedSettings>; faults: object }>([
  { name: 'takes a full form', part: {}, faults: {} },
  { name: 'asks for a title', part: { title: '  ' }, faults: { title: true } },
  { name: 'asks for points above 0', part: { points: '0' }, faults: { points: true } },
  { name: 'asks for points of at most 1000', part: { points: '1001' }, faults: { points: true } },
  { name: 'names every fault', part: { title: '', points: 'tien' }, faults: { title: true, points: true } },
])('$name', ({ part, faults }) => {
  expect(readSettings({ ...typed, ...part }).faults).toEqual(faults);
});

it('trims the title and reads no limit', () => {
  const { settings } = readSettings({ ...typed, attempts: 'unlimited' });
  expect(settings).toEqual({ title: 'Oefening', points: 17.5, attempts: null, counts: 'last', results: 'per-step' });
});

it('writes settings as it reads them', () => {
  const { settings } = readSettings(typed);
  expect(readSettings(typeSettings(settings, String)).settings).toEqual(settings);
});
