import type { AssignmentView, AttemptView } from '@mgv/contracts';
import { expect } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { createApi } from '../shared/api.ts';
import { setLanguage } from '../shared/language.ts';
import '../shared/tokens.css';
import { FakeService } from './fake-service.fixture.ts';
import * as given from './student.fixture.ts';
import './student-page.ts';

export interface Start {
  assignment?: Partial<AssignmentView>;
  attempt?: Partial<AttemptView>;
}

/** The button with exactly this name. */
export const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
/** The heading that holds this text. */
export const heading = (name: string): Locator => page.getByRole('heading', { name, exact: false });
/** What holds this text. */
export const words = (text: string): Locator => page.getByText(text, { exact: false });

/** Waits until what has the focus, in whatever shadow root, holds this text. */
export async function focusOn(text: string): Promise<void> {
  const focused = (): string | null | undefined => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent;
  };
  await expect.poll(focused).toContain(text);
}

/** Opens the page of a student whose service answers so. */
export function open({ assignment = {}, attempt = {} }: Start = {}): FakeService {
  const service = new FakeService(given.assignmentView(assignment), given.attemptView(attempt));
  const api = createApi({ token: 't', fetch: service.fetch });
  document.body.append(
    Object.assign(document.createElement('mgv-student-page'), { api, returnUrl: 'https://lms.example/course' }),
  );
  return service;
}

/** Starts at the step with this id: the steps before it are answered. */
export async function openStep(id: string, change: Partial<AttemptView> = {}): Promise<FakeService> {
  const index = given.steps.findIndex((step) => step.id === id);
  const before = given.steps.slice(0, index).map((step) => step.id);
  const answers = Object.fromEntries(Object.entries(given.completeAnswers).filter(([step]) => before.includes(step)));
  const service = open({ attempt: { answers, ...change } });
  await button('Starten').click();
  // Nothing answered yet: it begins with the first step.
  if (index === 1) await button('Volgende').click();
  return service;
}

/** Takes the page away again. */
export async function close(): Promise<void> {
  document.querySelector('mgv-student-page')?.remove();
  await setLanguage('nl');
}
