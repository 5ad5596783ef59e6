import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';

import * as given from './student.fixture.ts';
import { button, close, focusOn, heading, open, openStep, words } from './student-page.fixture.ts';

afterEach(close);

it('hands in by one click when everything is answered', async () => {
  const service = open({ attempt: { answers: given.completeAnswers } });
  await button('Starten').click();
  await expect.element(words('Alles is beantwoord.').first()).toBeVisible();
  await button('Inleveren').click();
  await focusOn('Je hebt ingeleverd');
  await expect.element(words('Je trainer kijkt dit nog na.')).toBeVisible();
  expect(service.requests('POST').filter(({ path }) => path.endsWith('/hand-in'))).toHaveLength(1);
});

it('asks once more when a step is open', async () => {
  const answers = Object.fromEntries(Object.entries(given.completeAnswers).filter(([step]) => step !== 'lang'));
  const service = open({ attempt: { answers: { ...answers, kort: { kind: 'classify', placed: { i1: 'o' } } } } });
  await button('Starten').click();
  await expect.element(words('Deels beantwoord')).toBeVisible();
  await expect.element(words('Niet beantwoord')).toBeVisible();
  await button('Inleveren').click();
  await expect.element(heading('Nog niet alles is beantwoord')).toBeVisible();
  await expect.element(words('2 stappen zijn nog niet af.').last()).toBeVisible();
  await button('Terug').click();
  expect(service.attempt.state).toBe('open');
  await page.getByRole('button', { name: /Vijf bakjes/ }).click();
  await focusOn('Vijf bakjes');
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
