import { type Browser, expect, type FrameLocator, type Page } from '@playwright/test';
import type { System } from './system.ts';

export type Person = 'Tineke' | 'Amir' | 'Sam' | 'Noor' | 'Yusuf' | 'Wil' | 'Bea';

/** A browser of somebody's own, signed in at the practice LMS. */
export async function signIn(browser: Browser, system: System, person: Person): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, system, person);
  return page;
}

/** Signs in at the practice LMS. */
export async function signInAs(page: Page, { lmsUrl }: System, person: Person): Promise<void> {
  await page.goto(lmsUrl);
  await page.getByRole('button', { name: person }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Opens an activity of the course; gives the frame with the tool. */
export async function openActivity(page: Page, { lmsUrl }: System, title: string): Promise<FrameLocator> {
  await page.goto(`${lmsUrl}/courses/1`);
  await page.getByRole('link', { name: title }).first().click();
  return page.frameLocator('iframe[data-tool]');
}

/** What a student wrote at every free text of an attempt. */
export const REPLY = 'Je hebt er genoeg van dat iedereen zich ermee bemoeit. Wat zou jij willen?';

/** Answers what is on the screen: the first option, the first label of each item, a text. */
async function answerStep(frame: FrameLocator, reply: string): Promise<void> {
  const main = frame.getByRole('main');
  for (const text of await main.getByRole('textbox').all()) {
    if (await text.isEditable()) await text.fill(reply);
  }
  for (const group of await main.getByRole('group').all()) {
    const radios = await group.getByRole('radio').all();
    if (radios[0] && (await radios[0].isEnabled())) await radios[0].check();
    const boxes = await group.getByRole('checkbox').all();
    if (boxes[0] && (await boxes[0].isEnabled())) await boxes[0].check();
  }
  for (const choice of await main.getByRole('combobox').all()) {
    if (await choice.isEnabled()) await choice.selectOption({ index: 1 });
  }
}

/** Goes through all steps with an answer at each, up to the overview. */
export async function answerEverything(frame: FrameLocator, reply: string = REPLY): Promise<void> {
  const handIn = frame.getByRole('button', { name: 'Inleveren' });
  const next = frame.getByRole('button', { name: 'Volgende' });
  await expect(next.or(handIn).first()).toBeVisible();
  while (!(await handIn.isVisible())) {
    const heading = await frame.getByRole('heading', { level: 1 }).textContent();
    await answerStep(frame, reply);
    await next.click();
    await expect(frame.getByRole('heading', { level: 1 })).not.toHaveText(heading ?? '');
  }
}

/** Starts (or starts anew), answers everything and hands in. */
export async function handInEverything(frame: FrameLocator, reply: string = REPLY): Promise<void> {
  await frame.getByRole('button', { name: /^(Starten|Nieuwe poging|Verdergaan)$/ }).click();
  await answerEverything(frame, reply);
  await frame.getByRole('button', { name: 'Inleveren' }).click();
  await expect(frame.getByRole('heading', { name: /Je hebt ingeleverd/ })).toBeVisible();
}

/** Opens somebody's work in the trainer's list. */
export async function openWork(frame: FrameLocator, person: Person): Promise<void> {
  await frame
    .getByRole('row')
    .filter({ hasText: person })
    .getByRole('button', { name: /Nakijken|Bekijken/ })
    .click();
  await expect(frame.getByRole('button', { name: 'Vrijgeven' })).toBeVisible();
}

/** Gives every criterion the level at `level` (0 is the first); gives the number of criteria. */
export async function judgeEverything(frame: FrameLocator, level: number): Promise<number> {
  const rubric = frame.getByRole('complementary', { name: 'Rubric' });
  const criteria = rubric.getByRole('group').filter({ has: frame.getByRole('radio') });
  await expect(criteria.first()).toBeVisible();
  const count = await criteria.count();
  for (let index = 0; index < count; index += 1) await criteria.nth(index).getByRole('radio').nth(level).check();
  return count;
}

/** Grades somebody's newest work and releases it. */
export async function gradeAndRelease(frame: FrameLocator, person: Person, level: number, reason = ''): Promise<void> {
  await openWork(frame, person);
  await judgeEverything(frame, level);
  if (reason !== '') await frame.getByRole('textbox', { name: /Waarom verandert/ }).fill(reason);
  await frame.getByRole('button', { name: 'Vrijgeven' }).click();
  await expect(frame.getByText('Vrijgegeven: de student ziet deze beoordeling')).toBeVisible();
}

/** A mark as the practice LMS holds it. */
export interface GradebookMark {
  activity: string;
  name: string;
  score: number | null;
  maximum: number;
  comment: string | null;
  timestamp: string | null;
  history: { score: number | null; timestamp: string }[];
}

/** The practice LMS's own gradebook. */
export async function readGradebook({ lmsUrl }: System, activity: string, person: Person): Promise<GradebookMark> {
  const response = await fetch(`${lmsUrl}/api/gradebook`);
  const marks = (await response.json()) as GradebookMark[];
  const mark = marks.find((one) => one.activity === activity && one.name.startsWith(person));
  if (!mark) throw new Error(`no gradebook row for ${person} at ${activity}`);
  return mark;
}

/** Makes the practice LMS's services misbehave. */
export async function setFault(
  { lmsUrl }: System,
  fault: { scores?: string; count?: number; delayMs?: number; storage?: string; storageTarget?: string },
): Promise<void> {
  const response = await fetch(`${lmsUrl}/api/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (!response.ok) throw new Error(`no fault set: ${String(response.status)}`);
}
