import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createApi } from '../shared/api.ts';
import { FakeService } from './fake-service.fixture.ts';
import * as given from './student.fixture.ts';
import { button, close, focusOn, heading, open, words } from './student-page.fixture.ts';

afterEach(close);

it('says on the start page what to expect', async () => {
  open();
  await expect.element(heading('Proef')).toBeVisible();
  for (const each of ['ongeveer 20 minuten', '2 pogingen', 'Je herkent weerstand.', 'Je laatste poging telt.']) {
    await expect.element(words(each)).toBeVisible();
  }
  await expect.element(page.getByRole('link', { name: 'Terug naar de cursus' })).toHaveAttribute('target', '_top');
});

const after = given.settings;
it.each([
  { name: 'an open attempt', assignment: { attempts: [given.attemptSummary({ state: 'open' })] }, word: 'Verdergaan' },
  {
    name: 'an earlier attempt',
    assignment: { attempts: [given.attemptSummary()], attemptsLeft: 1 },
    word: 'Nieuwe poging',
  },
])('names the button for $name', async ({ assignment, word }) => {
  open({ assignment });
  await expect.element(button(word)).toBeVisible();
});

it.each([
  {
    name: 'no attempt left',
    assignment: { attempts: [given.attemptSummary()], attemptsLeft: 0 },
    said: 'Je hebt al je pogingen gebruikt.',
  },
  { name: 'no scenario yet', assignment: { scenario: null }, said: 'Je trainer moet deze opdracht nog instellen.' },
  {
    name: 'results per step',
    assignment: { settings: { ...after, results: 'per-step' as const } },
    said: 'Na elke stap kun je feedback bekijken',
  },
  {
    name: 'results after handing in',
    assignment: { settings: { ...after, results: 'after-hand-in' as const } },
    said: 'Feedback zie je na het inleveren',
  },
  {
    name: 'results after release',
    assignment: { settings: { ...after, results: 'after-release' as const } },
    said: 'Feedback en punten zie je als',
  },
  {
    name: 'the best attempt',
    assignment: { settings: { ...after, counts: 'best' as const } },
    said: 'Je beste poging telt.',
  },
  { name: 'no limit', assignment: { attemptsLeft: null }, said: 'zo vaak als je wilt' },
])('says on the start page: $name', async ({ assignment, said }) => {
  open({ assignment });
  await expect.element(words(said)).toBeVisible();
});

it('opens an earlier attempt with its mark, the state of the gradebook and the remarks', async () => {
  const attempt = {
    state: 'released' as const,
    answers: given.completeAnswers,
    mark: given.mark,
    handedInAt: given.mark.releasedAt,
  };
  open({ assignment: { attempts: [given.attemptSummary({ points: 17.5 })], attemptsLeft: 1 }, attempt });
  await page.getByRole('button', { name: /Poging 1/ }).click();
  await focusOn('Je resultaat');
  for (const each of ['17,5 van 20', 'In de cijferlijst', 'Je blijft rustig.']) {
    await expect.element(words(each)).toBeVisible();
  }
  await words('Zelf reageren').click();
  await expect.element(words('Let op het woord maar.')).toBeVisible();
  await expect.element(button('Nieuwe poging')).toBeVisible();
});

it('tells the points known so far', async () => {
  const feedback = { een: given.choiceFeedback, reageren: { points: null, maximum: 4, parts: [], examples: [] } };
  const attempt = { state: 'handed-in' as const, answers: given.completeAnswers, feedback };
  open({ assignment: { attempts: [given.attemptSummary({ points: null, state: 'handed-in' })] }, attempt });
  await page.getByRole('button', { name: /Poging 1.*wordt nagekeken/ }).click();
  await expect.element(words('Tot nu toe: 0 van 3 punten.')).toBeVisible();
  await expect.element(words('Over de andere 17 beslist je trainer.')).toBeVisible();
});

it('says what went wrong at the start, and tries again', async () => {
  const service = new FakeService(given.assignmentView(), given.attemptView());
  service.failing = 'network';
  const api = createApi({ token: 't', fetch: service.fetch });
  document.body.append(Object.assign(document.createElement('mgv-student-page'), { api }));
  await expect.element(words('Er is geen verbinding')).toBeVisible();
  service.failing = null;
  await button('Opnieuw proberen').click();
  await expect.element(button('Starten')).toBeVisible();
});

it.each([
  { name: 'lti-230 with the own result', reviewed: 'attempt-1', heading_: 'Je hebt ingeleverd' },
  { name: 'lti-230 with the start page while there is none', reviewed: null, heading_: 'Proef' },
])('begins $name when the launch asks for the work', async ({ reviewed, heading_ }) => {
  const service = new FakeService(
    given.assignmentView({ attempts: [given.attemptSummary({ state: 'handed-in', points: null })] }),
    given.attemptView({ state: 'handed-in', handedInAt: '2026-03-03T14:00:00.000Z' }),
  );
  service.reviewed = reviewed;
  const api = createApi({ token: 't', fetch: service.fetch });
  document.body.append(Object.assign(document.createElement('mgv-student-page'), { api, review: true }));
  await expect.element(heading(heading_)).toBeVisible();
  const asked = service.requests('GET').map(({ path }) => path);
  expect(asked).toEqual(['/review', '/assignment', ...(reviewed === null ? [] : [`/attempts/${reviewed}`])]);
});

it('lti-231 shows nothing but the refusal when the work is another’s', async () => {
  const service = new FakeService(given.assignmentView(), given.attemptView());
  service.failing = 403;
  const api = createApi({ token: 't', fetch: service.fetch });
  document.body.append(Object.assign(document.createElement('mgv-student-page'), { api, review: true }));
  await expect.element(words('Dit kan nu niet.')).toBeVisible();
  expect(service.requests('GET').map(({ path }) => path)).toEqual(['/review']);
  expect(page.getByRole('heading').elements()).toHaveLength(0);
});
