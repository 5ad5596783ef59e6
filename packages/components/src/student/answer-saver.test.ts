import type { AnswerSaved, SaveAnswer } from '@mgv/contracts';
import type { Answer } from '@mgv/core';
import { beforeEach, expect, it } from 'vitest';
import { ApiProblem, NetworkFailure } from '../shared/api.ts';
import { AnswerSaver } from './answer-saver.ts';

const words = (text: string): Answer => ({ kind: 'reflect', text });
const problem = (status: number): ApiProblem =>
  new ApiProblem({ type: '', title: 'Nee', status, code: 'fake', reference: 'r' });

let sent: { step: string; body: SaveAnswer }[];
let answers: (AnswerSaved | Error)[];
let timers: { run: () => void; milliseconds: number }[];
let now: number;
let saver: AnswerSaver;

beforeEach(() => {
  [sent, answers, timers, now] = [[], [], [], 1000];
  saver = new AnswerSaver({
    save: (step, body) => {
      sent.push({ step, body });
      const answer = answers.shift() ?? { savedAt: '', outdated: false };
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    changed: () => undefined,
    now: () => now,
    setTimeout: (run, milliseconds) => {
      const timer = { run, milliseconds };
      timers = [timer];
      return timer;
    },
    clearTimeout: (timer) => {
      timers = timers.filter((each) => each !== timer);
    },
  });
});

it('waits for quiet, then sends only the newest answer', async () => {
  saver.set('a', words('een'));
  saver.set('a', words('een twee'));
  expect(sent).toEqual([]);
  expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([600]);
  await saver.flush();
  expect(sent.map(({ body }) => body.answer)).toEqual([words('een twee')]);
  expect(saver.state).toBe('saved');
});

it('gives every answer a higher sequence than the one before, also when the clock stands still or goes back', async () => {
  saver.set('a', words('een'));
  await saver.flush();
  now = 400;
  saver.set('a', words('twee'));
  await saver.flush();
  expect(sent.map(({ body }) => body.sequence)).toEqual([1000, 1001]);
});

it('sends again what was typed while a save was under way', async () => {
  saver.set('a', words('een'));
  const done = saver.flush();
  saver.set('a', words('een twee'));
  expect(await done).toBe(true);
  expect(sent.map(({ body }) => body.answer)).toEqual([words('een'), words('een twee')]);
});

const failures: { name: string; failure: Error }[] = [
  { name: 'no network', failure: new NetworkFailure(null) },
  { name: 'a service that is down', failure: problem(503) },
  { name: 'too many requests', failure: problem(429) },
];
it.each(failures)('keeps the text and tries again after $name', async ({ failure }) => {
  answers = [failure, failure];
  saver.set('a', words('tekst'));
  expect(await saver.flush()).toBe(false);
  expect(saver.state).toBe('retrying');
  expect(timers[0]?.milliseconds).toBe(1000);
  await saver.flush();
  expect(timers[0]?.milliseconds).toBe(2000);
  expect(await saver.flush()).toBe(true);
  expect(sent.at(-1)?.body.answer).toEqual(words('tekst'));
  expect(saver.state).toBe('saved');
});

it('waits 30 seconds at most', async () => {
  answers = Array.from({ length: 10 }, () => new NetworkFailure(null));
  saver.set('a', words('tekst'));
  while (answers.length > 0) await saver.flush();
  expect(timers[0]?.milliseconds).toBe(30_000);
});

it('stops at the end of the session and keeps the text', async () => {
  answers = [problem(401)];
  saver.set('a', words('tekst'));
  expect(await saver.flush()).toBe(false);
  expect(saver.state).toBe('expired');
  expect(saver.unsaved).toBe(true);
  expect(timers).toEqual([]);
});

it('does not repeat what the service refuses, and goes on with the next answer', async () => {
  answers = [problem(409)];
  saver.set('a', words('een'));
  saver.set('b', words('twee'));
  await saver.flush();
  expect(sent.map(({ step }) => step)).toEqual(['a', 'b']);
  expect(saver.state).toBe('refused');
  expect(saver.refusal).toMatchObject({ code: 'fake' });
});

it('tells when a newer answer was kept', async () => {
  answers = [{ savedAt: '', outdated: true }];
  saver.set('a', words('een'));
  await saver.flush();
  expect(saver.outdated).toBe(true);
});
