import type { ScoreCheck } from '@mgv/contracts';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ApiProblem } from '../shared/api.ts';
import { setLanguage } from '../shared/language.ts';
import '../shared/tokens.css';
import { selfCheck } from './self-check.fixture.ts';
import { openSelfCheck } from './open-self-check.ts';
import './self-check-page.ts';
import type { SelfCheckApi } from './self-check-api.ts';

afterEach(async () => {
  document.querySelector('mgv-self-check-page')?.remove();
  vi.restoreAllMocks();
  await setLanguage('nl');
});

const frame = { target: null, origin: 'https://lms.example' };
const returnUrl = 'https://lms.example/c';

function apiWith(change: Partial<SelfCheckApi> = {}): SelfCheckApi {
  return {
    read: () => Promise.resolve(selfCheck({ roster: null })),
    tryScore: () => Promise.resolve({ outcome: 'confirmed', explanation: null }),
    cookie: () => Promise.resolve(true),
    ...change,
  };
}

function open(change: Partial<SelfCheckApi> = {}): void {
  const element = document.createElement('mgv-self-check-page');
  document.body.append(Object.assign(element, { api: apiWith(change), frame, returnUrl }));
}

it('shows each point with its state in words, and what to do', async () => {
  open();
  await expect.element(page.getByRole('heading', { name: 'Werkt het?' })).toBeVisible();
  await expect.element(page.getByText('Alle 31 controles gehaald.')).toBeVisible();
  await expect
    .element(page.getByRole('listitem').filter({ hasText: 'Deelnemerslijst' }).getByText('Let op'))
    .toBeVisible();
  await expect.element(page.getByText(/Zet bij de tool ‘Names and Role Provisioning’ aan/)).toBeVisible();
  await expect.element(page.getByText('Een cookie van de tool komt terug.')).toBeVisible();
  await expect.element(page.getByText('client-1')).toBeVisible();
});

/** Waits until what has the focus, in whatever shadow root, holds this text. */
async function focusOn(text: string): Promise<void> {
  const focused = (): string | null | undefined => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent;
  };
  await expect.poll(focused).toBe(text);
}

it('lti-108 leads back to the course', async () => {
  open();
  const link = page.getByRole('link', { name: 'Terug naar de cursus' });
  await expect.element(link).toHaveAttribute('href', 'https://lms.example/c');
});

it('stands over another page, which comes back as it was', async () => {
  const over = document.createElement('div');
  over.attachShadow({ mode: 'open' }).innerHTML = '<button>Werkt het?</button>';
  document.body.append(over);
  over.shadowRoot?.querySelector('button')?.focus();
  await openSelfCheck(over, { api: apiWith(), frame, returnUrl });
  expect(over.hidden).toBe(true);
  await focusOn('Werkt het?');
  await page.getByRole('button', { name: 'Terug naar de inzendingen' }).click();
  expect([over.hidden, document.querySelector('mgv-self-check-page')]).toEqual([false, null]);
  expect(over.shadowRoot?.activeElement?.tagName).toBe('BUTTON');
  over.remove();
});

it('sends a trial mark only when it is asked to', async () => {
  const tryScore = vi.fn<() => Promise<ScoreCheck>>(() =>
    Promise.resolve({ outcome: 'no-test-person', explanation: null }),
  );
  open({ tryScore });
  const button = page.getByRole('button', { name: 'Proefcijfer sturen' });
  await expect.element(button).toBeVisible();
  expect(tryScore).not.toHaveBeenCalled();
  await button.click();
  await expect.element(page.getByText(/niemand opende deze opdracht als proefstudent/)).toBeVisible();
  expect(tryScore).toHaveBeenCalledOnce();
});

it('has nothing to try without a gradebook', async () => {
  open({ read: () => Promise.resolve(selfCheck({ gradebook: null })) });
  await expect.element(page.getByText('Op deze plaats is er geen kolom.')).toBeVisible();
  expect(page.getByRole('button', { name: 'Proefcijfer sturen' }).query()).toBeNull();
});

it.each([
  { name: 'on the clipboard', write: () => Promise.resolve(), field: false },
  { name: 'in a field where a frame may not', write: () => Promise.reject(new Error('blocked')), field: true },
])('gives the list as text $name', async ({ write, field }) => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(write);
  open();
  await page.getByRole('button', { name: 'Kopieer als tekst' }).click();
  await vi.waitFor(() => {
    expect(written).toHaveBeenCalledWith(expect.stringContaining('[In orde] Start vanuit het LMS'));
  });
  const text = page.getByRole('textbox', { name: 'De controle als tekst' });
  if (field) await expect.element(text).toHaveValue(written.mock.lastCall?.[0] ?? '');
  else expect(text.query()).toBeNull();
});

it('says when the session is over', async () => {
  const over = new ApiProblem({ type: '', title: '', status: 401, code: 'unauthorised', reference: 'r' });
  open({ read: () => Promise.reject(over) });
  await expect.element(page.getByText('Je sessie is verlopen')).toBeVisible();
});

it.each([{ width: 320 }, { width: 883 }, { width: 1280 }])(
  'fits in $width px, in both languages',
  async ({ width }) => {
    await page.viewport(width, 900);
    open();
    await expect.element(page.getByText('Proefcijfer sturen')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.element(page.getByText('Send a trial mark')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  },
);
