import type { DeepLinkingAnswer, DeepLinkingChoice, DeepLinkingOptions, PreviewRequest } from '@mgv/contracts';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ApiProblem } from '../shared/api.ts';
import { scenario as studentScenario } from '../student/student.fixture.ts';
import { assignmentOf } from '../trainer/trainer.fixture.ts';
import './picker-page.ts';
import { sendToPlatform } from './send-to-platform.ts';

const ANSWER = { returnUrl: 'http://lms.example/return', jwt: 'signed' };
const summary = assignmentOf().scenario;
const DATES = { opensAt: null, dueAt: null, closesAt: null };
const OPTIONS: DeepLinkingOptions = { links: true, multiple: false, gradebook: true, previous: null };

afterEach(() => {
  document.body.replaceChildren();
});

interface Shown {
  refuse?: number;
  linkTitle?: string | null;
  options?: Partial<DeepLinkingOptions>;
}

function show({ refuse = 0, linkTitle = null, options = {} }: Shown = {}) {
  const seen = {
    choices: [] as DeepLinkingChoice[],
    sent: [] as DeepLinkingAnswer[],
    previews: [] as PreviewRequest[],
  };
  let refusals = refuse;
  const scenarios = summary
    ? [
        summary,
        { ...summary, id: 'ander', title: { nl: 'Een ander' }, maximum: 20 },
        {
          ...summary,
          id: 'los',
          title: { nl: 'Uit een andere module' },
          module: { id: 'twee', title: { nl: 'Module twee' } },
        },
      ]
    : [];
  const picker = Object.assign(document.createElement('mgv-picker-page'), {
    linkTitle,
    send: (answer: DeepLinkingAnswer) => seen.sent.push(answer),
    api: {
      options: () => Promise.resolve({ ...OPTIONS, ...options }),
      scenarios: () => Promise.resolve({ scenarios }),
      preview: (request: PreviewRequest) => {
        seen.previews.push(request);
        return Promise.resolve({ scenario: studentScenario, feedback: {} });
      },
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

/** What has the focus, inside shadow roots too. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const add = () => page.getByRole('button', { name: 'Toevoegen aan de cursus' }).click();
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click();
const tick = (name: string) => page.getByRole('checkbox', { name, exact: true }).click();

it('shows what a scenario holds and sends it with its settings', async () => {
  const seen = show();
  await choose('In twee stappen');
  await expect.element(page.getByText('Je kunt reflecteren.')).toBeVisible();
  await expect.element(page.getByLabelText('Punten in de cijferlijst')).toHaveValue('13');
  await page.getByLabelText('Punten in de cijferlijst').fill('17,5');
  await choose('De beste Een nieuwe poging kan het resultaat niet verlagen.');
  await add();
  await expect.poll(() => seen.sent).toEqual([ANSWER]);
  const settings = { title: 'In twee stappen', points: 17.5, attempts: 2, counts: 'best', results: 'per-step' };
  expect(seen.choices).toEqual([{ assignments: [{ scenarioId: 'klein', settings, dates: DATES }] }]);
});

it('lti-131 lets one scenario be chosen where the platform takes one', async () => {
  show();
  await choose('In twee stappen');
  await choose('Een ander');
  await expect.element(page.getByRole('radio', { name: 'In twee stappen', exact: true })).not.toBeChecked();
  await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
});

it('sends several scenarios, each with its own title and points and with what they share', async () => {
  const seen = show({ options: { multiple: true } });
  await tick('Uit een andere module');
  await tick('In twee stappen');
  await expect.element(page.getByText("2 scenario's gekozen")).toBeVisible();
  const other = page.getByRole('group', { name: 'Uit een andere module' });
  await other.getByLabelText('Titel in de cursus').fill('Week 6');
  await other.getByLabelText('Punten in de cijferlijst').fill('5');
  await page.getByLabelText('Aantal pogingen').selectOptions('1');
  await add();
  await expect.poll(() => seen.sent).toEqual([ANSWER]);
  const shared = { attempts: 1, counts: 'last', results: 'per-step' };
  expect(seen.choices).toEqual([
    {
      assignments: [
        { scenarioId: 'klein', settings: { title: 'In twee stappen', points: 13, ...shared }, dates: DATES },
        { scenarioId: 'los', settings: { title: 'Week 6', points: 5, ...shared }, dates: DATES },
      ],
    },
  ]);
});

it('takes a whole module at once, and part of it out again', async () => {
  const seen = show({ options: { multiple: true } });
  const whole = page.getByRole('checkbox', { name: /Hele module/ });
  await whole.click();
  await expect.element(page.getByRole('checkbox', { name: 'Een ander', exact: true })).toBeChecked();
  await page.getByRole('group', { name: 'Een ander' }).getByRole('button', { name: 'Weghalen' }).click();
  await expect.element(whole).toBePartiallyChecked();
  await whole.click();
  await add();
  await expect
    .poll(() => seen.choices)
    .toMatchObject([{ assignments: [{ scenarioId: 'klein' }, { scenarioId: 'ander' }] }]);
});

it('keeps what was typed for a scenario when another one is added', async () => {
  show({ options: { multiple: true } });
  await tick('In twee stappen');
  await page.getByLabelText('Titel in de cursus').fill('Les 3');
  await tick('Een ander');
  const first = page.getByRole('group', { name: 'In twee stappen' });
  await expect.element(first.getByLabelText('Titel in de cursus')).toHaveValue('Les 3');
});

it('puts the focus on the first of several faults', async () => {
  const seen = show({ options: { multiple: true } });
  await page.getByRole('checkbox', { name: /Hele module/ }).click();
  for (const name of ['In twee stappen', 'Een ander'])
    await page.getByRole('group', { name }).getByLabelText('Titel in de cursus').fill(' ');
  await add();
  const first = page.getByRole('group', { name: 'In twee stappen' }).getByLabelText('Titel in de cursus');
  await expect.poll(focused).toBe(first.element());
  expect(seen.choices).toEqual([]);
});

it('lti-140 sends dates with their zone, and asks for the right order', async () => {
  const seen = show();
  await choose('In twee stappen');
  await page.getByText('(hoeft niet)').click();
  await page.getByLabelText('Open vanaf').fill('2026-12-01T09:00');
  await page.getByLabelText('Inleveren vóór').fill('2026-11-01T09:00');
  await add();
  await expect
    .element(page.getByText('Zet de datums in volgorde: eerst open, dan inleveren, dan sluiten.'))
    .toBeVisible();
  await expect.poll(focused).toBe(page.getByLabelText('Open vanaf').element());
  expect(seen.choices).toEqual([]);
  await page.getByLabelText('Inleveren vóór').fill('2026-12-18T23:59');
  await add();
  const dates = {
    opensAt: new Date('2026-12-01T09:00').toISOString(),
    dueAt: new Date('2026-12-18T23:59').toISOString(),
    closesAt: null,
  };
  await expect.poll(() => seen.choices).toMatchObject([{ assignments: [{ dates }] }]);
});

it('lti-133 says that no marks go to the gradebook where the platform takes none', async () => {
  show({ options: { gradebook: false } });
  await choose('In twee stappen');
  await expect.element(page.getByText(/het cijfer wordt niet naar de cijferlijst gestuurd/)).toBeVisible();
});

it.each([{ gradebook: true }, { gradebook: null }])(
  'lti-134 says nothing of it with $gradebook',
  async ({ gradebook }) => {
    show({ options: { gradebook } });
    await choose('In twee stappen');
    await expect.element(page.getByRole('heading', { name: 'Instellingen' })).toBeVisible();
    await expect.element(page.getByText(/niet naar de cijferlijst/)).not.toBeInTheDocument();
  },
);

it('lti-132 explains that links are not taken, and goes back', async () => {
  const seen = show({ options: { links: false } });
  await expect.element(page.getByText(/vraagt op deze plek om iets anders/)).toBeVisible();
  await page.getByRole('button', { name: 'Terug naar de cursus' }).click();
  await expect.poll(() => seen.choices).toEqual([{ failed: 'links-not-accepted' }]);
});

it('lti-146 begins with what was chosen before', async () => {
  const settings = { title: 'Les 9', points: 40, attempts: null, counts: 'best', results: 'after-release' } as const;
  const seen = show({ linkTitle: 'Les 9', options: { previous: { scenarioId: 'ander', settings } } });
  await expect.element(page.getByRole('radio', { name: 'Een ander', exact: true })).toBeChecked();
  await add();
  await expect.poll(() => seen.choices).toEqual([{ assignments: [{ scenarioId: 'ander', settings, dates: DATES }] }]);
});

it('lti-129 goes on by hand when the browser stops the form', async () => {
  const seen = show();
  await choose('In twee stappen');
  await add();
  await page.getByRole('button', { name: 'Verder' }).click();
  expect(seen.sent).toEqual([ANSWER, ANSWER]);
});

it('shows a preview as a student, and comes back to what was filled in', async () => {
  const seen = show();
  await choose('In twee stappen');
  await page.getByLabelText('Titel in de cursus').fill('Les 3');
  await choose('Na het vrijgeven Pas als jij hebt nagekeken en vrijgegeven. Geschikt om te toetsen.');
  await page.getByRole('button', { name: 'Bekijk als student' }).click();
  await expect.element(page.getByText(/Wat je hier invult, wordt niet bewaard/)).toBeVisible();
  await page.getByRole('button', { name: 'Starten' }).click();
  await expect.poll(() => seen.previews).toMatchObject([{ scenarioId: 'klein', results: 'after-release', locked: [] }]);
  await page.getByRole('button', { name: 'Terug naar kiezen' }).click();
  await expect.poll(focused).toBe(page.getByRole('button', { name: 'Bekijk als student' }).element());
  await expect.element(page.getByLabelText('Titel in de cursus')).toHaveValue('Les 3');
  await add();
  await expect.poll(() => seen.choices).toMatchObject([{ assignments: [{ settings: { title: 'Les 3' } }] }]);
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
