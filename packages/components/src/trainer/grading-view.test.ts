import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeApi, problem, type FakeApi } from './fake-api.fixture.ts';
import './grading-view.ts';
import { gradingOf, idOf, versionOf } from './trainer.fixture.ts';
import { SubmissionOpenEvent } from './trainer.event.ts';

let opened: string[] = [];
let closed = 0;

beforeEach(() => {
  opened = [];
  closed = 0;
});

afterEach(() => {
  document.body.replaceChildren();
});

async function show(api: FakeApi): Promise<void> {
  const view = document.createElement('mgv-grading-view');
  Object.assign(view, { api, attemptId: api.view.attemptId });
  view.addEventListener('mgv-submission-open', (event) => {
    if (event instanceof SubmissionOpenEvent) opened.push(event.attemptId);
  });
  view.addEventListener('mgv-grading-close', () => (closed += 1));
  document.body.replaceChildren(view);
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Sam de Vries');
}

const radio = (group: string, level: RegExp) =>
  page.getByRole('group', { name: group }).getByRole('radio', { name: level });
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** A button of one of the view's dialogs: 'Opslaan' stands below the rubric too. */
function dialogButton(dialog: 'mgv-leave-dialog' | 'mgv-conflict-dialog' | 'mgv-key-help', name: string) {
  const element = document.querySelector('mgv-grading-view')?.renderRoot.querySelector(dialog);
  if (!element) throw new Error(`no ${dialog}`);
  return page.elementLocator(element).getByRole('button', { name, exact: true });
}

/** The element with the focus, within shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

async function judgeAll(): Promise<void> {
  await radio('Reflecteren', /helemaal/).click();
  await radio('Eigen aandeel', /deels/).click();
  await radio('Diepte', /concreet/).click();
}

it('adds up while levels are picked', async () => {
  await show(fakeApi());
  await expect.element(page.getByText('2 / 13')).toBeVisible();
  await judgeAll();
  await expect.element(page.getByText('11 / 13')).toBeVisible();
});

it('says what holds the release back, and sends nothing then', async () => {
  const api = fakeApi();
  await show(api);
  await expect.element(button('Vrijgeven')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('Vrijgeven')).toHaveAccessibleDescription(/nog 3 criteria open/);
  await button('Vrijgeven').click({ force: true });
  expect(api.calls).toEqual([]);
});

it('saves levels, remark and comment on top of what was seen', async () => {
  const api = fakeApi();
  await show(api);
  await judgeAll();
  await page.getByLabelText('Opmerking bij Diepte').fill('Concreet.');
  await page.getByLabelText('Algemene opmerking').fill('Dank je.');
  await button('Opslaan').click();
  await expect.element(page.getByText('Opgeslagen, nog niet vrijgegeven')).toBeVisible();
  expect(api.calls).toMatchObject([
    {
      name: 'save',
      body: {
        basedOn: 0,
        newestAttempt: 1,
        comment: 'Dank je.',
        judgements: { terugkijken: { levels: { diepte: 1 }, remarks: { diepte: 'Concreet.' } } },
      },
    },
  ]);
});

it('saves before it releases', async () => {
  const api = fakeApi();
  await show(api);
  await judgeAll();
  await button('Vrijgeven').click();
  await expect.element(page.getByText('Vrijgegeven: de student ziet deze beoordeling')).toBeVisible();
  expect(api.calls.map(({ name }) => name)).toEqual(['save', 'release']);
});

it('asks why a released mark changes', async () => {
  const api = fakeApi(gradingOf({ versions: [versionOf({ releasedAt: '2026-03-04T10:00:00.000Z' })] }));
  await show(api);
  await radio('Diepte', /niet/).click();
  await button('Opslaan').click();
  await expect.poll(() => focused()?.id).toBe('reason');
  expect(api.calls).toEqual([]);
  await page.getByLabelText(/Waarom verandert de beoordeling/).fill('Verkeerd gelezen.');
  await button('Opslaan').click();
  await expect
    .poll(() => api.calls)
    .toMatchObject([{ name: 'save', body: { basedOn: 1, reason: 'Verkeerd gelezen.' } }]);
});

it.each([
  { answer: 'Opslaan', saves: 1, goes: 1 },
  { answer: 'Niet opslaan', saves: 0, goes: 1 },
  { answer: 'Blijven', saves: 0, goes: 0 },
])('asks before leaving what is not saved: $answer', async ({ answer, saves, goes }) => {
  const api = fakeApi();
  await show(api);
  await radio('Diepte', /concreet/).click();
  await button('Volgende').click();
  await dialogButton('mgv-leave-dialog', answer).click();
  await expect.poll(() => [api.calls.length, opened.length]).toEqual([saves, goes]);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

it('leaves at once when nothing is unsaved', async () => {
  await show(fakeApi());
  await button('Terug naar de lijst').click();
  expect(closed).toBe(1);
});

it.each([
  { name: 'saves the own version after all', choice: 'Mijn versie opslaan', total: '5 / 13', calls: 2 },
  {
    name: 'takes the colleague’s version over',
    choice: 'Versie van Noor Bakker overnemen',
    total: '11 / 13',
    calls: 1,
  },
  { name: 'goes on with the own mark', choice: 'Verder bewerken', total: '5 / 13', calls: 1 },
])('a colleague saved meanwhile: $name', async ({ choice, total, calls }) => {
  const api = fakeApi();
  await show(api);
  await radio('Diepte', /concreet/).click();
  api.view = { ...api.view, versions: [versionOf()] };
  await button('Opslaan').click();
  await expect.element(page.getByText('Noor Bakker: Mooi gevolgd.')).toBeVisible();
  await dialogButton('mgv-conflict-dialog', choice).click();
  await expect.element(page.getByText(total).last()).toBeVisible();
  await expect.poll(() => api.calls.length).toBe(calls);
});

it.each([
  { name: 'saves with the old attempt', choice: 'Toch bij poging 1 opslaan', saves: 2, goes: [] },
  { name: 'goes to the new one', choice: 'Naar poging 2', saves: 1, goes: [idOf(7)] },
])('the student handed in again: $name', async ({ choice, saves, goes }) => {
  const api = fakeApi();
  await show(api);
  await radio('Diepte', /concreet/).click();
  api.view = { ...api.view, attempts: [...api.view.attempts, { id: idOf(7), number: 2 }] };
  await button('Opslaan').click();
  await expect
    .element(page.getByText('Sam de Vries heeft intussen poging 2 ingeleverd. Je beoordeling staat er nog.'))
    .toBeVisible();
  await dialogButton('mgv-conflict-dialog', choice).click();
  await expect.poll(() => [api.calls.length, opened]).toEqual([saves, goes]);
  await expect.element(radio('Diepte', /concreet/)).toBeChecked();
});

it('keeps the text and offers it to copy when the session is over', async () => {
  const api = fakeApi();
  await show(api);
  api.save = () => Promise.reject(problem(401, 'session-expired'));
  await page.getByLabelText('Algemene opmerking').fill('Niet kwijtraken.');
  await button('Opslaan').click();
  await expect.element(page.getByLabelText('Jouw beoordeling, om te kopiëren')).toHaveDisplayValue(/Niet kwijtraken\./);
  await expect.element(page.getByLabelText('Algemene opmerking')).toHaveValue('Niet kwijtraken.');
});

it.each([
  { key: 'j', does: 'goes to the next', seen: () => opened.length },
  {
    key: '3',
    does: 'picks a level',
    seen: () => (document.querySelector('mgv-grading-view')?.session.score.points === 6 ? 1 : 0),
  },
  {
    key: '?',
    does: 'shows the shortcuts',
    seen: () => page.getByRole('dialog', { name: 'Sneltoetsen' }).elements().length,
  },
])('key $key $does', async ({ key, seen }) => {
  await show(fakeApi());
  await userEvent.keyboard(key);
  await expect.poll(seen).toBe(1);
});

it('goes with R to the remark, and with Escape back to the levels', async () => {
  await show(fakeApi());
  await userEvent.keyboard('3r');
  await expect.poll(() => focused()?.ariaLabel).toBe('Opmerking bij Reflecteren');
  await userEvent.keyboard('j1s{Escape}');
  await expect.element(page.getByLabelText('Opmerking bij Reflecteren')).toHaveValue('j1s');
  await expect.poll(focused).toBe(radio('Reflecteren', /helemaal/).element());
  expect(opened).toEqual([]);
});

it('leaves the keys alone once they are switched off', async () => {
  await show(fakeApi());
  await button('Sneltoetsen').click();
  await page.getByRole('checkbox', { name: 'Sneltoetsen gebruiken' }).click();
  await dialogButton('mgv-key-help', 'Sluiten').click();
  await userEvent.keyboard('j');
  expect(opened).toEqual([]);
  localStorage.clear();
});
