import type { DeepLinkingAnswer, DeepLinkingChoice } from '@mgv/contracts';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ApiProblem } from '../shared/api.ts';
import { assignmentOf } from '../trainer/trainer.fixture.ts';
import './picker-page.ts';
import { sendToPlatform } from './send-to-platform.ts';

const ANSWER = { returnUrl: 'http://lms.example/return', jwt: 'signed' };
const summary = assignmentOf().scenario;

afterEach(() => {
  document.body.replaceChildren();
});

function show({ refuse = 0, linkTitle = null as string | null } = {}) {
  const seen = { choices: [] as DeepLinkingChoice[], sent: [] as DeepLinkingAnswer[] };
  let refusals = refuse;
  const picker = Object.assign(document.createElement('mgv-picker-page'), {
    linkTitle,
    send: (answer: DeepLinkingAnswer) => seen.sent.push(answer),
    api: {
      scenarios: () =>
        Promise.resolve({
          scenarios: summary ? [summary, { ...summary, id: 'ander', title: { nl: 'Een ander' }, maximum: 20 }] : [],
        }),
      choose: (choice: DeepLinkingChoice) => {
        seen.choices.push(choice);
        refusals -= 1;
        const refusal = {
          type: 'about:blank',
          title: 'Het lukt nu niet.',
          status: 503,
          code: 'unavailable',
          reference: 'r',
        };
        return refusals >= 0 ? Promise.reject(new ApiProblem(refusal)) : Promise.resolve(ANSWER);
      },
    },
  });
  document.body.replaceChildren(picker);
  return seen;
}

const add = () => page.getByRole('button', { name: 'Toevoegen aan de cursus' }).click();
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click();

it('shows what a scenario holds and sends it with its settings', async () => {
  const seen = show();
  await choose('In twee stappen');
  await expect.element(page.getByText('Je kunt reflecteren.')).toBeVisible();
  await expect.element(page.getByLabelText('Punten in de cijferlijst')).toHaveValue('13');
  await page.getByLabelText('Punten in de cijferlijst').fill('17,5');
  await choose('De beste Een nieuwe poging kan het resultaat niet verlagen.');
  await add();
  await expect.poll(() => seen.sent).toEqual([ANSWER]);
  expect(seen.choices).toEqual([
    {
      scenarioId: 'klein',
      settings: { title: 'In twee stappen', points: 17.5, attempts: 2, counts: 'best', results: 'per-step' },
    },
  ]);
});

it('keeps what was typed, and only that, when another scenario is chosen', async () => {
  show();
  await choose('In twee stappen');
  await page.getByLabelText('Titel in de cursus').fill('Les 3');
  await choose('Een ander');
  await expect.element(page.getByLabelText('Punten in de cijferlijst')).toHaveValue('20');
  await expect.element(page.getByLabelText('Titel in de cursus')).toHaveValue('Les 3');
});

it.each([
  { field: 'Titel in de cursus', typed: ' ', says: 'Vul een titel in.' },
  { field: 'Punten in de cijferlijst', typed: 'tien', says: 'Vul een getal in boven 0 en tot en met 1000.' },
])('says under $field what is wrong, and sends nothing', async ({ field, typed, says }) => {
  const seen = show();
  await choose('In twee stappen');
  await page.getByLabelText(field).fill(typed);
  await add();
  await expect.element(page.getByLabelText(field)).toHaveAccessibleDescription(says);
  expect(seen.choices).toEqual([]);
});

it('starts with the title of the link it was opened from', async () => {
  show({ linkTitle: 'Week 4' });
  await choose('In twee stappen');
  await expect.element(page.getByLabelText('Titel in de cursus')).toHaveValue('Week 4');
});

it('shows a refusal and loses nothing', async () => {
  const seen = show({ refuse: 1 });
  await choose('In twee stappen');
  await page.getByLabelText('Titel in de cursus').fill('Les 3');
  await add();
  await expect.element(page.getByText('Het lukt nu niet.')).toBeVisible();
  await expect.element(page.getByLabelText('Titel in de cursus')).toHaveValue('Les 3');
  await add();
  await expect.poll(() => seen.sent).toEqual([ANSWER]);
});

it('cancels without a choice', async () => {
  const seen = show();
  await page.getByRole('button', { name: 'Annuleren' }).click();
  await expect.poll(() => seen.choices).toEqual([{ cancelled: true }]);
});

it('posts the answer as a form in this frame', () => {
  let posted: { method: string; action: string; jwt: FormDataEntryValue | null } | null = null;
  // Nothing leaves the test page: the form is read at the moment it would go.
  const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
    posted = { method: this.method, action: this.action, jwt: new FormData(this).get('JWT') };
  });
  sendToPlatform(ANSWER);
  submit.mockRestore();
  expect(posted).toEqual({ method: 'post', action: ANSWER.returnUrl, jwt: 'signed' });
});
