import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { keepRestart } from '../shared/restart.ts';
import { UnsavedEvent } from '../shared/unload-guard.ts';
import * as given from './student.fixture.ts';
import { button, close, focusOn, heading, open, openStep, words } from './student-page.fixture.ts';

afterEach(close);

it('goes through the steps by Volgende and Vorige, with the focus on the title', async () => {
  open();
  await button('Starten').click();
  await focusOn('Wat weerstand is');
  expect(button('Vorige').query()).toBeNull();
  await button('Volgende').click();
  await focusOn('Eén kiezen');
  await expect.element(words('Bemoei je er niet mee.')).toBeVisible();
  await expect.element(words('kijkt weg')).toBeVisible();
  await button('Vorige').click();
  await focusOn('Wat weerstand is');
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

it('lti-115 leaves the text on the screen when the session has ended', async () => {
  const service = await openStep('reageren');
  service.failing = 401;
  await page.getByRole('textbox').fill('Je bent er klaar mee.');
  await expect.element(words('Niet bewaard – je sessie is verlopen')).toBeVisible();
  await expect.element(page.getByText(/open de opdracht opnieuw vanuit de cursus/)).toBeVisible();
  await expect.element(page.getByRole('textbox')).toHaveValue('Je bent er klaar mee.');
});

it('lti-115 offers to open it again when the session has ended, beside the text', async () => {
  const address = location.href;
  const service = await openStep('reageren');
  const restart = { action: '/lti/login', fields: { iss: 'x' } };
  keepRestart({ restart, resume: { url: '/lti/resume', ticket: 'x' }, language: 'nl' });
  service.failing = 401;
  await page.getByRole('textbox').fill('Je bent er klaar mee.');
  await expect.element(page.getByRole('link', { name: 'Opnieuw openen' })).toHaveAttribute('target', '_blank');
  await expect.element(page.getByRole('textbox')).toHaveValue('Je bent er klaar mee.');
  history.replaceState(null, '', address);
});

it('lti-227 tells the frame while an answer is unsaved', async () => {
  const heard: boolean[] = [];
  const hear = (event: Event): void => {
    heard.push(event instanceof UnsavedEvent && event.unsaved);
  };
  window.addEventListener('mgv-unsaved', hear);
  await openStep('reageren');
  await page.getByRole('textbox').fill('Je bent er klaar mee.');
  await vi.waitFor(() => {
    expect(heard).toEqual([true, false]);
  });
  window.removeEventListener('mgv-unsaved', hear);
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
  for (const each of ['Dit kan nu niet.', 'Probeer het straks.', 'Referentie: ref-1']) {
    await expect.element(words(each)).toBeVisible();
  }
});

it('shows feedback for a step on request, and fixes its answer', async () => {
  const service = await openStep('een');
  await page.getByRole('radio', { name: 'Je moet echt stoppen.' }).click();
  await button('Bekijk feedback').click();
  await focusOn('Feedback');
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
