import type { AssignmentView, AttemptView } from '@mgv/contracts';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createApi } from '../shared/api.ts';
import { setLanguage } from '../shared/language.ts';
import '../shared/tokens.css';
import { FakeService } from './fake-service.fixture.ts';
import * as given from './student.fixture.ts';
import './student-page.ts';

interface Start {
  assignment?: Partial<AssignmentView>;
  attempt?: Partial<AttemptView>;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: false });
const words = (text: string) => page.getByText(text, { exact: false });

function open({ assignment = {}, attempt = {} }: Start = {}): FakeService {
  const service = new FakeService(given.assignmentView(assignment), given.attemptView(attempt));
  const api = createApi({ token: 't', fetch: service.fetch });
  document.body.append(
    Object.assign(document.createElement('mgv-student-page'), { api, returnUrl: 'https://lms.example/course' }),
  );
  return service;
}

/** Starts at the step with this id: the steps before it are answered. */
async function openStep(id: string, change: Partial<AttemptView> = {}): Promise<FakeService> {
  const index = given.steps.findIndex((step) => step.id === id);
  const before = given.steps.slice(0, index).map((step) => step.id);
  const answers = Object.fromEntries(Object.entries(given.completeAnswers).filter(([step]) => before.includes(step)));
  const service = open({ attempt: { answers, ...change } });
  await button('Starten').click();
  return service;
}

afterEach(async () => {
  document.querySelector('mgv-student-page')?.remove();
  await setLanguage('nl');
});

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
  await expect.element(heading('Je resultaat')).toHaveFocus();
  for (const each of ['17,5 van 20', 'In de cijferlijst', 'Je blijft rustig.']) {
    await expect.element(words(each)).toBeVisible();
  }
  await words('Zelf reageren').click();
  await expect.element(words('Let op het woord maar.')).toBeVisible();
  await expect.element(button('Nieuwe poging')).toBeVisible();
});

it('goes through the steps by Volgende and Vorige, with the focus on the title', async () => {
  open();
  await button('Starten').click();
  await expect.element(heading('Wat weerstand is')).toHaveFocus();
  expect(button('Vorige').query()).toBeNull();
  await button('Volgende').click();
  await expect.element(heading('Stap 2 van 7: Eén kiezen')).toHaveFocus();
  await expect.element(words('Bemoei je er niet mee.')).toBeVisible();
  await expect.element(words('kijkt weg')).toBeVisible();
  await button('Vorige').click();
  await expect.element(heading('Wat weerstand is')).toHaveFocus();
});

it('goes on after the last answer that was given', async () => {
  await openStep('meer');
  await expect.element(heading('Meer kiezen')).toBeVisible();
});

it.each([
  {
    name: 'a choice by the keyboard',
    step: 'een',
    act: async () => {
      await page.getByRole('radio', { name: 'Je wilt dit zelf doen.' }).click();
      await userEvent.keyboard('{ArrowDown}');
    },
    answer: { kind: 'choice', picked: ['b'] },
  },
  {
    name: 'several picks',
    step: 'meer',
    act: async () => {
      await page.getByRole('checkbox', { name: 'Discussie' }).click();
      await page.getByRole('checkbox', { name: 'Zwijgen' }).click();
    },
    answer: { kind: 'choice', picked: ['x', 'y'] },
  },
  {
    name: 'items under two labels',
    step: 'kort',
    act: async () => {
      await page.getByRole('group', { name: 'Ik heb geen tijd.' }).getByRole('radio', { name: 'Bezwaar' }).click();
    },
    answer: { kind: 'classify', placed: { i1: 'o' } },
  },
  {
    name: 'items under many labels',
    step: 'lang',
    act: async () => {
      await page.getByRole('combobox', { name: 'Hij zwijgt.' }).selectOptions('Manier l3');
    },
    answer: { kind: 'classify', placed: { j1: 'l3' } },
  },
  {
    name: 'a reply',
    step: 'reageren',
    act: () => page.getByRole('textbox', { name: 'Wat zeg je tegen Sam?' }).fill('Je bent er klaar mee.'),
    answer: { kind: 'respond', text: 'Je bent er klaar mee.' },
  },
  {
    name: 'a reflection',
    step: 'terugkijken',
    act: async () => {
      await page.getByRole('textbox', { name: 'Wat deed jij?' }).fill('Ik ging te snel.');
      await expect.element(words('4 woorden · richtlijn 50 tot 100')).toBeVisible();
    },
    answer: { kind: 'reflect', text: 'Ik ging te snel.' },
  },
])('saves by itself: $name', async ({ step, act, answer }) => {
  const service = await openStep(step);
  await act();
  await vi.waitFor(() => {
    expect(service.requests('PUT').at(-1)).toMatchObject({
      path: expect.stringContaining(`/answers/${step}`) as string,
      body: { answer },
    });
  });
  await expect.element(page.getByText('Bewaard', { exact: true })).toBeVisible();
});

it('keeps the text while the network is away, and saves it when it is back', async () => {
  const service = await openStep('reageren');
  service.failing = 'network';
  await page.getByRole('textbox').fill('Je bent er klaar mee.');
  await expect.element(words('Niet bewaard – we proberen het opnieuw')).toBeVisible();
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  await button('Volgende').click();
  await button('Vorige').click();
  await expect.element(page.getByRole('textbox')).toHaveValue('Je bent er klaar mee.');
  service.failing = null;
  window.dispatchEvent(new Event('online'));
  await expect.element(page.getByText('Bewaard', { exact: true })).toBeVisible();
  expect(service.requests('PUT').at(-1)?.body).toMatchObject({ answer: { text: 'Je bent er klaar mee.' } });
});

it('leaves the text on the screen when the session has ended', async () => {
  const service = await openStep('reageren');
  service.failing = 401;
  await page.getByRole('textbox').fill('Je bent er klaar mee.');
  await expect.element(words('Niet bewaard – je sessie is verlopen')).toBeVisible();
  await expect.element(page.getByText(/open de opdracht opnieuw vanuit de cursus/)).toBeVisible();
  await expect.element(page.getByRole('textbox')).toHaveValue('Je bent er klaar mee.');
});

it('says when another tab was ahead, and loads what was kept', async () => {
  const service = await openStep('reageren');
  service.outdated = true;
  await page.getByRole('textbox').fill('Oud.');
  await expect.element(page.getByText(/staat ook ergens anders open/)).toBeVisible();
  service.attempt = given.attemptView({
    answers: {
      uitleg: { kind: 'respond', text: '' },
      lang: { kind: 'classify', placed: { j1: 'l1' } },
      reageren: { kind: 'respond', text: '' },
    },
  });
  await button('Nieuwste versie laden').click();
  await expect.element(page.getByRole('textbox')).toHaveValue('');
});

it('shows the words of a refusal', async () => {
  const service = await openStep('reageren');
  service.failing = 409;
  await page.getByRole('textbox').fill('Te laat.');
  await expect
    .element(page.getByRole('alert').first())
    .toMatchTextContent(/Dit kan nu niet.*Probeer het straks.*ref-1/);
});

it('shows feedback for a step on request, and fixes its answer', async () => {
  const service = await openStep('een');
  await page.getByRole('radio', { name: 'Je moet echt stoppen.' }).click();
  await button('Bekijk feedback').click();
  await expect.element(heading('Feedback')).toHaveFocus();
  expect(service.requests('POST').at(-1)).toMatchObject({ body: { answer: { kind: 'choice', picked: ['b'] } } });
  for (const each of [
    'Klopt niet',
    'Hoorde er ook bij',
    'Dit is een eis.',
    '0 van 3 punten',
    'Begin bij wat de ander zegt.',
  ]) {
    await expect.element(page.getByText(each, { exact: true })).toBeVisible();
  }
  await expect.element(page.getByRole('radio', { name: 'Waarom niet?' })).toBeDisabled();
  expect(button('Bekijk feedback').query()).toBeNull();
  await button('Volgende').click();
  await expect.element(heading('Meer kiezen')).toBeVisible();
});

it('offers no feedback before handing in where the settings say so', async () => {
  await openStep('een', { settings: { ...given.settings, results: 'after-hand-in' } });
  await page.getByRole('radio', { name: 'Je moet echt stoppen.' }).click();
  await expect.element(page.getByText('Bewaard', { exact: true })).toBeVisible();
  expect(button('Bekijk feedback').query()).toBeNull();
});

it('hands in by one click when everything is answered', async () => {
  const service = open({ attempt: { answers: given.completeAnswers } });
  await button('Starten').click();
  await expect.element(page.getByText(/Alles is beantwoord\./)).toBeVisible();
  await button('Inleveren').click();
  await expect.element(heading('Je hebt ingeleverd')).toHaveFocus();
  await expect.element(words('Je trainer kijkt dit nog na.')).toBeVisible();
  expect(service.requests('POST').filter(({ path }) => path.endsWith('/hand-in'))).toHaveLength(1);
});

it('asks once more when a step is open', async () => {
  const { lang: _, ...answers } = given.completeAnswers;
  const service = open({ attempt: { answers: { ...answers, kort: { kind: 'classify', placed: { i1: 'o' } } } } });
  await button('Starten').click();
  await expect.element(words('Deels beantwoord')).toBeVisible();
  await expect.element(words('Niet beantwoord')).toBeVisible();
  await button('Inleveren').click();
  await expect.element(page.getByRole('dialog')).toMatchTextContent(/2 stappen zijn nog niet af/);
  await button('Terug').click();
  expect(service.attempt.state).toBe('open');
  await page.getByRole('button', { name: /Vijf bakjes/ }).click();
  await expect.element(heading('Vijf bakjes')).toHaveFocus();
  await button('Overzicht').click();
  await button('Inleveren').click();
  await button('Toch inleveren').click();
  await expect.element(heading('Je hebt ingeleverd')).toBeVisible();
});

it('saves everything before handing in, and stays when that fails', async () => {
  const service = await openStep('terugkijken');
  await page.getByRole('textbox').fill('Ik ging te snel.');
  service.failing = 'network';
  await button('Volgende').click();
  await button('Inleveren').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Er is geen verbinding/);
  expect(service.requests('POST').some(({ path }) => path.endsWith('/hand-in'))).toBe(false);
  service.failing = null;
  await button('Inleveren').click();
  await expect.element(heading('Je hebt ingeleverd')).toBeVisible();
});

it('tells the points known so far', async () => {
  const feedback = { een: given.choiceFeedback, reageren: { points: null, maximum: 4, parts: [], examples: [] } };
  const attempt = { state: 'handed-in' as const, answers: given.completeAnswers, feedback };
  open({ assignment: { attempts: [given.attemptSummary({ points: null, state: 'handed-in' })] }, attempt });
  await page.getByRole('button', { name: /Poging 1.*wordt nagekeken/ }).click();
  await expect
    .element(page.getByText(/Tot nu toe: 0 van 3 punten\. Over de andere 17 beslist je trainer\./))
    .toBeVisible();
});

it('switches to English and back, and keeps what was typed', async () => {
  await openStep('reageren');
  await page.getByRole('textbox').fill('Je bent er klaar mee.');
  await button('English').click();
  await expect.element(button('Next')).toBeVisible();
  await expect.element(heading('Zelf reageren (en)')).toBeVisible();
  await expect.element(page.getByRole('textbox')).toHaveValue('Je bent er klaar mee.');
  expect(document.documentElement.lang).toBe('en');
  await button('Nederlands').click();
  await expect.element(button('Volgende')).toBeVisible();
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

it.each([{ width: 320 }, { width: 883 }, { width: 1280 }])('fits in $width px at every step', async ({ width }) => {
  await page.viewport(width, 900);
  open();
  await button('Starten').click();
  for (const step of given.steps) {
    await expect.element(heading(step.title.nl)).toBeVisible();
    expect(document.documentElement.scrollWidth, step.id).toBeLessThanOrEqual(width);
    await button('Volgende').click();
  }
  await expect.element(heading('Klaar om in te leveren?')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
