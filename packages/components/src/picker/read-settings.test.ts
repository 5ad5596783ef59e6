import { expect, it } from 'vitest';
import { readItem, readNumber, readShared, typeShared } from './read-settings.ts';

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

it.each([
  { name: 'takes a full form', title: 'Oefening', points: '17,5', faults: {} },
  { name: 'asks for a title', title: '  ', points: '10', faults: { title: true } },
  { name: 'asks for points above 0', title: 'Oefening', points: '0', faults: { points: true } },
  { name: 'asks for points of at most 1000', title: 'Oefening', points: '1001', faults: { points: true } },
  { name: 'names every fault', title: '', points: 'tien', faults: { title: true, points: true } },
])('$name', ({ title, points, faults }) => {
  expect(readItem({ title, points }).faults).toEqual(faults);
});

it('trims the title', () => {
  expect(readItem({ title: ' Oefening ', points: '17,5' }).item).toEqual({ title: 'Oefening', points: 17.5 });
});

it.each([{ attempts: null }, { attempts: 2 }])('writes $attempts attempts as it reads them', ({ attempts }) => {
  const shared = { attempts, counts: 'best', results: 'per-step' } as const;
  expect(readShared(typeShared(shared))).toEqual(shared);
});
