import type { AttemptSummary, StudentSummary, SummaryList } from '@mgv/contracts';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { NetworkFailure } from '../shared/api.ts';
import '../shared/tokens.css';
import './observer-page.ts';

const at = '2026-03-03T10:00:00.000Z';
const attempt = (part: Partial<AttemptSummary>): AttemptSummary => ({
  id: '00000000-0000-4000-8000-000000000001',
  number: 1,
  state: 'open',
  startedAt: at,
  handedInAt: null,
  points: null,
  maximum: 20,
  counts: false,
  ...part,
});
const student = (part: Partial<StudentSummary>): StudentSummary => ({
  name: 'Noor',
  attempts: [],
  mark: null,
  steps: [],
  ...part,
});
const released = student({
  attempts: [
    attempt({ state: 'handed-in', handedInAt: at }),
    attempt({ number: 2, state: 'released', handedInAt: at, points: 17.5, counts: true }),
  ],
  mark: {
    points: 17.5,
    maximum: 20,
    comment: 'Je blijft rustig.',
    releasedAt: at,
    gradebook: 'in-gradebook',
    steps: {
      zelf: {
        points: 4,
        maximum: 5,
        criteria: [
          {
            title: { nl: 'Reflecteren' },
            level: { nl: 'deels' },
            points: 4,
            maximum: 5,
            remark: 'Let op het woord maar.',
          },
        ],
      },
    },
  },
  steps: [{ id: 'zelf', title: { nl: 'Zelf reageren' } }],
});

afterEach(() => {
  document.body.replaceChildren();
});

function show(students: StudentSummary[], summaries?: () => Promise<SummaryList>): void {
  const api = { summaries: summaries ?? (() => Promise.resolve({ title: 'In twee stappen', students })) };
  document.body.replaceChildren(Object.assign(document.createElement('mgv-observer-page'), { api }));
}

const words = (text: string) => page.getByText(text, { exact: false });

it.each([
  { name: 'has not started', of: student({}), said: ['Noor', 'Nog niet begonnen.'] },
  { name: 'is busy', of: student({ attempts: [attempt({})] }), said: ['Poging 1', 'nog bezig'] },
  {
    name: 'handed in',
    of: student({ attempts: [attempt({ state: 'handed-in', handedInAt: at })] }),
    said: ['ingeleverd op 3 maart', 'wordt nagekeken'],
  },
  {
    name: 'has a mark',
    of: released,
    said: ['17,5 van 20 punten', 'telt', 'Je blijft rustig.', 'Vrijgegeven op 3 maart'],
  },
])('lti-098 says of a student who $name how far they are', async ({ of, said }) => {
  show([of]);
  await expect.element(page.getByRole('heading', { level: 1, name: 'In twee stappen' })).toBeVisible();
  for (const each of said) await expect.element(words(each).first()).toBeVisible();
});

it('lti-098 shows the remarks per step', async () => {
  show([released]);
  await words('Per stap').click();
  for (const each of ['Zelf reageren', '4 van 5', 'Reflecteren', 'Let op het woord maar.'])
    await expect.element(words(each).first()).toBeVisible();
});

it('lti-098 has nothing to press but the way to look', async () => {
  show([student({}), released]);
  await expect.element(words('Nog niet begonnen.')).toBeVisible();
  expect(page.getByRole('textbox').elements()).toHaveLength(0);
  expect(page.getByRole('button', { name: /inleveren|nakijken|opslaan|vrijgeven|starten/i }).elements()).toHaveLength(
    0,
  );
});

it.each([
  { count: 1, names: ['Je student'] },
  { count: 2, names: ['Student 1', 'Student 2'] },
])('lti-098 names $count without names', async ({ count, names }) => {
  show(Array.from({ length: count }, () => student({ name: null })));
  await expect
    .poll(() =>
      page
        .getByRole('heading', { level: 2 })
        .elements()
        .map(({ textContent }) => textContent),
    )
    .toEqual(names);
});

it('lti-098 says what to do when the platform names nobody', async () => {
  show([]);
  await expect.element(words('Je leeromgeving noemt geen studenten die je volgt.')).toBeVisible();
});

it('says what went wrong, and tries again', async () => {
  let fails = true;
  show([], () =>
    fails
      ? Promise.reject(new NetworkFailure(null))
      : Promise.resolve({ title: 'In twee stappen', students: [student({})] }),
  );
  await expect.element(words('Er is geen verbinding')).toBeVisible();
  fails = false;
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await expect.element(words('Nog niet begonnen.')).toBeVisible();
});
