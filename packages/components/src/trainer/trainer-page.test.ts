import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { fakeApi, problem, type FakeApi } from './fake-api.fixture.ts';
import { assignmentOf, idOf, listOf, memberOf, rosterOf, rowOf } from './trainer.fixture.ts';
import './trainer-page.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function show(api: FakeApi, review = false): void {
  document.body.replaceChildren(Object.assign(document.createElement('mgv-trainer-page'), { api, review }));
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const refused = {
  id: idOf(800),
  state: 'refused' as const,
  tries: 3,
  reason: 'not-in-course',
  explanation: { nl: 'De student staat niet meer in de cursus.' },
  nextTryAt: null,
  updatedAt: '2026-03-03T10:00:00.000Z',
};

it.each([
  { name: 'the LMS’s name', row: rowOf(1, { name: 'Sam de Vries' }), text: /^Sam de Vries/ },
  { name: 'a pseudonym without one', row: rowOf(7, { name: null }), text: /^Student 7/ },
])('names a row by $name', async ({ row, text }) => {
  const api = fakeApi();
  api.submissions = () => Promise.resolve(listOf([row]));
  show(api);
  await expect.poll(() => page.getByRole('rowheader').element().textContent.trim()).toMatch(text);
});

it.each([
  { row: rowOf(1), cells: ['1', 'na te kijken', '–'], word: 'Nakijken' },
  { row: rowOf(1, { state: 'graded', points: 10.5 }), cells: ['1', 'nagekeken', '10,5 / 13'], word: 'Nakijken' },
  {
    row: rowOf(1, { state: 'released', points: 9, attemptNumber: 2 }),
    cells: ['2', 'vrijgegeven', '9 / 13'],
    word: 'Bekijken',
  },
  {
    row: rowOf(1, { state: 'busy', attemptId: null, attemptNumber: null, handedInAt: null }),
    cells: ['–', 'nog bezig', '–'],
    word: null,
  },
])('shows a row that is $row.state', async ({ row, cells, word }) => {
  const api = fakeApi();
  api.submissions = () => Promise.resolve(listOf([row]));
  show(api);
  await expect.element(page.getByRole('table')).toBeVisible();
  const shown = page
    .getByRole('cell')
    .elements()
    .map(({ textContent }) => textContent.trim());
  expect(shown.slice(0, 3)).toEqual(cells);
  expect(
    button(/^(Nakijken|Bekijken)/)
      .elements()
      .map(({ textContent }) => textContent.trim().split(' ')[0]),
  ).toEqual(word ? [word] : []);
});

it('keeps filter, search and focus when the rows are asked for again', async () => {
  const api = fakeApi();
  show(api);
  const search = page.getByRole('searchbox', { name: 'Zoek op naam' });
  await search.fill('sam');
  api.submissions = () =>
    Promise.resolve(listOf([rowOf(1, { name: 'Sam de Vries', state: 'graded', points: 9 }), rowOf(2)]));
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.element(page.getByRole('table').getByText('nagekeken')).toBeVisible();
  await expect.element(search).toHaveValue('sam');
  expect(page.getByRole('rowheader').elements()).toHaveLength(1);
  expect(page.getByRole('searchbox').element().matches(':focus')).toBe(true);
});

it('filters, and says so when nothing is left', async () => {
  show(fakeApi());
  await page.getByRole('combobox', { name: 'Toon' }).selectOptions('released');
  await expect.element(page.getByText('Geen student past bij dit filter en deze zoekwoorden.')).toBeVisible();
  await button('Toon alles').click();
  await expect.poll(() => page.getByRole('rowheader').elements().length).toBe(2);
});

it('explains an empty list', async () => {
  const api = fakeApi();
  api.submissions = () => Promise.resolve(listOf([]));
  show(api);
  await expect.element(page.getByRole('heading', { name: 'Nog niemand heeft deze opdracht geopend' })).toBeVisible();
});

it('shows why a mark was refused, and sends it again', async () => {
  const api = fakeApi();
  api.submissions = () => Promise.resolve(listOf([rowOf(1, { state: 'released', points: 9, passback: refused })]));
  show(api);
  await expect.element(page.getByText('De student staat niet meer in de cursus.')).toBeVisible();
  await button(/^Opnieuw versturen/).click();
  expect(api.calls).toEqual([{ name: 'retryPassback', body: refused.id }]);
});

it('says how many marks it releases before it does', async () => {
  const api = fakeApi();
  api.submissions = () =>
    Promise.resolve(listOf([1, 2].map((n) => rowOf(n, { state: 'graded', points: 9 })).concat(rowOf(3))));
  show(api);
  await button('Alles vrijgeven…').click();
  await expect.element(page.getByText(/Er staan 2 beoordelingen klaar\./)).toBeVisible();
  expect(api.calls).toEqual([]);
  await button('2 vrijgeven').click();
  await expect.element(page.getByText('2 beoordelingen zijn vrijgegeven. Nog niet af: 1.')).toBeVisible();
  expect(api.calls).toEqual([{ name: 'releaseAll' }]);
});

it('opens an attempt and comes back to its row', async () => {
  show(fakeApi());
  await button('Nakijken Sam de Vries').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Sam de Vries' })).toBeVisible();
  await button('Terug naar de lijst').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'In twee stappen' })).toBeVisible();
  expect(button('Nakijken Sam de Vries').element().matches(':focus')).toBe(true);
});

it('lets a trainer choose a scenario where there is none', async () => {
  const api = fakeApi();
  api.assignment = () =>
    Promise.resolve(assignmentOf({ scenario: api.calls.length > 0 ? assignmentOf().scenario : null }));
  show(api);
  await page.getByRole('radio', { name: 'In twee stappen' }).click();
  await button('Scenario gebruiken').click();
  await expect.element(page.getByRole('table')).toBeVisible();
  expect(api.calls).toMatchObject([
    { name: 'setUp', body: { scenarioId: 'klein', settings: { points: 13, attempts: 2 } } },
  ]);
});

it('tells an assistant who can choose one', async () => {
  const api = fakeApi();
  api.assignment = () => Promise.resolve(assignmentOf({ role: 'assistant', scenario: null }));
  show(api);
  await expect.element(page.getByText(/De trainer van de cursus kan dat doen/)).toBeVisible();
  expect(page.getByRole('radio').elements()).toHaveLength(0);
});

it.each([
  { role: 'trainer' as const, shown: 1 },
  { role: 'assistant' as const, shown: 0 },
])('offers settings to a $role: $shown', async ({ role, shown }) => {
  const api = fakeApi();
  api.assignment = () => Promise.resolve(assignmentOf({ role }));
  show(api);
  await expect.element(page.getByRole('table')).toBeVisible();
  expect(button('Instellingen').elements()).toHaveLength(shown);
});

it('changes the settings', async () => {
  const api = fakeApi();
  show(api);
  await button('Instellingen').click();
  await page.getByLabelText('Titel in de cursus').fill('Oefenen');
  await page.getByLabelText('Aantal pogingen').selectOptions('unlimited');
  await button('Opslaan').click();
  await expect
    .poll(() => api.calls)
    .toMatchObject([{ name: 'setUp', body: { scenarioId: 'klein', settings: { title: 'Oefenen', attempts: null } } }]);
});

it('says what went wrong and tries again', async () => {
  const api = fakeApi();
  const { assignment } = api;
  api.assignment = () => Promise.reject(problem(503, 'unavailable'));
  show(api);
  await expect.element(page.getByText('Geweigerd: unavailable')).toBeVisible();
  api.assignment = assignment;
  await button('Opnieuw proberen').click();
  await expect.element(page.getByRole('table')).toBeVisible();
});

const toon = page.getByRole('combobox', { name: 'Toon' });
const names = (): string[] =>
  page
    .getByRole('rowheader')
    .elements()
    .map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '));

it('lti-100 keeps test persons apart', async () => {
  const api = fakeApi();
  api.submissions = () => Promise.resolve(listOf([rowOf(1), rowOf(2, { name: 'Demo', test: true, state: 'graded' })]));
  show(api);
  await expect.element(page.getByText('1 ingeleverd, 1 na te kijken')).toBeVisible();
  await expect.element(page.getByText('Er staan geen nagekeken beoordelingen klaar.')).toBeVisible();
  expect(names()).toHaveLength(1);
  await toon.selectOptions('test');
  await expect.poll(() => names().join()).toMatch(/^Demo testpersoon/);
});

it('shows who has not started, with a filter', async () => {
  const api = fakeApi();
  api.roster = () =>
    Promise.resolve(rosterOf([memberOf(501), memberOf(10, { name: 'Ali' }), memberOf(0xabcd, { name: null })]));
  show(api);
  await expect.element(page.getByText('2 ingeleverd, 2 na te kijken, 2 nog niet begonnen')).toBeVisible();
  await toon.selectOptions('not-started');
  await expect.poll(names).toEqual(['Ali', 'Student 3981']);
  expect(button(/^(Nakijken|Bekijken)/).elements()).toHaveLength(0);
});

it('lti-156 shows who is away, and lets their work be graded', async () => {
  const api = fakeApi();
  api.roster = () =>
    Promise.resolve(rosterOf([memberOf(501, { status: 'left' }), memberOf(502, { status: 'inactive' })]));
  show(api);
  await expect.element(page.getByText('niet meer in de cursus')).toBeVisible();
  await expect.element(page.getByText('niet actief in de cursus')).toBeVisible();
  await button('Nakijken Sam de Vries').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Sam de Vries' })).toBeVisible();
});

it.each([
  { name: 'lti-152 there is none', roster: () => Promise.resolve(rosterOf([], { readAt: null })) },
  { name: 'it may not be read', roster: () => Promise.resolve(rosterOf([], { readAt: null, problem: 'not-allowed' })) },
  { name: 'asking fails', roster: () => Promise.reject(problem(503, 'unavailable')) },
  { name: 'it never comes', roster: () => new Promise<never>(() => undefined) },
] as const)('is the list without a word when $name', async ({ roster }) => {
  const api = fakeApi();
  api.roster = roster;
  show(api);
  await expect.element(page.getByRole('table')).toBeVisible();
  expect(page.getByRole('alert').elements()).toHaveLength(0);
  expect(page.getByText(/begonnen/).elements()).toHaveLength(0);
  expect(names()).toHaveLength(2);
});

it.each([
  { roster: rosterOf([memberOf(10)], { problem: 'unreachable' }), said: /zoals de cursus het op 3 mrt/ },
  {
    roster: rosterOf([], { readAt: null, problem: 'still-reading' }),
    said: 'Wie nog niet begonnen is, verschijnt hier zo.',
  },
] as const)('says how fresh the roster is: $said', async ({ roster, said }) => {
  const api = fakeApi();
  api.roster = () => Promise.resolve(roster);
  show(api);
  await expect.element(page.getByText(said)).toBeVisible();
});

it('lti-162 shows a long list in parts, and finds everybody', async () => {
  const api = fakeApi();
  const members = Array.from({ length: 2000 }, (_, n) => memberOf(10_000 + n, { name: `Lid ${String(n)}` }));
  api.roster = () => Promise.resolve(rosterOf(members));
  show(api);
  await expect.element(page.getByText('2 ingeleverd, 2 na te kijken, 2000 nog niet begonnen')).toBeVisible();
  expect(names()).toHaveLength(200);
  await button('Toon er nog 200').click();
  await expect.poll(() => names().length).toBe(400);
  await page.getByRole('searchbox').fill('Lid 1999');
  await expect.poll(names).toEqual(['Lid 1999']);
  expect(button(/^Toon er nog/).elements()).toHaveLength(0);
});

it('lti-229 lti-232 opens with the work that the launch asks for', async () => {
  const api = fakeApi();
  api.review = () => Promise.resolve({ attemptId: idOf(1), name: 'Sam de Vries', ordinal: 1 });
  show(api, true);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Sam de Vries' })).toBeVisible();
  await button('Terug naar de lijst').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'In twee stappen' })).toBeVisible();
});

it.each([
  { name: 'Noor', ordinal: 1, said: 'Noor heeft nog niets ingeleverd.' },
  { name: null, ordinal: 4, said: 'Student 4 heeft nog niets ingeleverd.' },
  { name: null, ordinal: null, said: 'Deze student heeft de opdracht nog niet geopend.' },
])('lti-229 shows the list when there is nothing yet: $said', async ({ said, ...student }) => {
  const api = fakeApi();
  api.review = () => Promise.resolve({ attemptId: null, ...student });
  show(api, true);
  await expect.element(page.getByText(said)).toBeVisible();
  await expect.element(page.getByRole('table')).toBeVisible();
});

it('lti-232 shows nothing but the reason when the work is not of this course', async () => {
  const api = fakeApi();
  api.assignment = () => Promise.resolve(assignmentOf({ scenario: null }));
  api.review = () => Promise.reject(problem(404, 'not-in-course'));
  show(api, true);
  await expect.element(page.getByText('Geweigerd: not-in-course')).toBeVisible();
  expect(page.getByRole('heading').elements()).toHaveLength(0);
});
