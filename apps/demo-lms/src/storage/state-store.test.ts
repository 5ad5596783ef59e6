import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '@mgv/service-kit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { initialState, takeId } from '../courses/activities.ts';
import { openStateStore } from './state-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-lms-state-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('starts with one graded activity per scenario, and one for a large group', async () => {
  const { state } = await openStateStore(folder, initialState);
  expect(state.activities.map(({ custom }) => custom['mgv_scenario'])).toEqual([
    'signalen-herkennen',
    'in-twee-stappen',
    'signalen-herkennen',
  ]);
  expect(state.lineItems.map(({ resourceLinkId }) => resourceLinkId)).toEqual(state.activities.map(({ id }) => id));
});

it('keeps every one of many changes at once, and leaves no draft behind', async () => {
  const store = await openStateStore(folder, initialState);
  const ids = await Promise.all(Array.from({ length: 50 }, () => store.change(takeId)));
  expect(new Set(ids).size).toBe(50);
  const again = await openStateStore(folder, initialState);
  expect(again.state).toEqual(store.state);
  expect(readdirSync(folder)).toEqual(['state.json']);
});

it('has a change on disk when it says so', async () => {
  const store = await openStateStore(folder, initialState);
  await store.change((state) => (state.nextId = 77));
  expect(JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8'))).toMatchObject({ nextId: 77 });
});

it('takes a state of before there were several courses and tools', async () => {
  const old = {
    version: 1,
    nextId: 12,
    activities: [{ id: '10', title: 'A', text: '', path: '/lti/launch', custom: {} }],
    lineItems: [{ id: '11', label: 'A', scoreMaximum: 5, resourceId: '', tag: '', resourceLinkId: '10' }],
    grades: [{ lineItemId: '11', userId: '4', score: 1, comment: null, timestamp: null, history: [] }],
    reports: [],
  };
  writeFileSync(join(folder, 'state.json'), JSON.stringify(old));
  const { state } = await openStateStore(folder, initialState);
  expect(state.courses.map(({ id }) => id)).toEqual(['1', '2']);
  expect(state.activities[0]).toMatchObject({ id: '10', courseId: '1', clientId: 'mgv-practice', history: [] });
  expect(state.lineItems[0]).toMatchObject({ courseId: '1', clientId: 'mgv-practice' });
});

it.each([
  { name: 'not JSON', content: '{"version": 1,' },
  { name: 'not a state', content: '{"version":1,"nextId":"x"}' },
  { name: 'of another version', content: '{"version":2}' },
])('names a file that is $name, and leaves it', async ({ content }) => {
  const file = join(folder, 'state.json');
  writeFileSync(file, content);
  const opening = openStateStore(folder, initialState);
  await expect(opening).rejects.toThrow(EnvironmentError);
  await expect(opening).rejects.toThrow(/state\.json is broken/);
  expect(readFileSync(file, 'utf8')).toBe(content);
});
