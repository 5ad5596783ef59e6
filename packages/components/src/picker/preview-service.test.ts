import type { AssignmentView, AttemptView, PreviewRequest, StepLocked } from '@mgv/contracts';
import type { Answer, StepFeedback } from '@mgv/core';
import { expect, it } from 'vitest';
import { choiceFeedback, scenario as studentScenario } from '../student/student.fixture.ts';
import { assignmentOf } from '../trainer/trainer.fixture.ts';
import { studentApi } from '../student/student-api.ts';
import { PreviewService } from './preview-service.ts';

const { scenario, settings } = assignmentOf();

function begin() {
  if (!scenario) throw new Error('the fixture has no scenario');
  const asked: PreviewRequest[] = [];
  const service = new PreviewService({
    scenario,
    settings: { ...settings, attempts: 2 },
    ask: (request) => {
      asked.push(structuredClone(request));
      const feedback = request.locked.map((step): [string, StepFeedback] => [step, choiceFeedback]);
      return Promise.resolve({ scenario: studentScenario, feedback: Object.fromEntries(feedback) });
    },
    now: () => new Date('2026-03-03T10:00:00Z'),
  });
  return { asked, api: studentApi(service) };
}
const answer: Answer = { kind: 'choice', picked: ['a'] };

it('shows the scenario with its settings, and no attempts yet', async () => {
  const view: AssignmentView = await begin().api.assignment();
  expect(view).toMatchObject({ role: 'student', scenario: { id: 'klein' }, attempts: [], attemptsLeft: 2 });
});

it('asks with what was answered so far, and sends nothing while somebody types', async () => {
  const { api, asked } = begin();
  const attempt: AttemptView = await api.start();
  await api.save(attempt.id, 'een', { answer, sequence: 1 });
  expect(asked).toHaveLength(1);
  const locked: StepLocked = await api.lock(attempt.id, 'een', { answer, sequence: 2 });
  expect(locked.feedback).toEqual(choiceFeedback);
  expect(asked.at(-1)).toEqual({
    scenarioId: 'klein',
    results: 'per-step',
    answers: { een: answer },
    locked: ['een'],
    handedIn: false,
  });
});

it('goes on with an open attempt, hands in, and counts attempts', async () => {
  const { api, asked } = begin();
  const first = await api.start();
  expect((await api.start()).id).toBe(first.id);
  expect(await api.handIn(first.id)).toMatchObject({ state: 'handed-in', mark: null });
  expect(asked.at(-1)?.handedIn).toBe(true);
  expect((await api.start()).number).toBe(2);
  expect(await api.assignment()).toMatchObject({ attemptsLeft: 0, attempts: [{ number: 1 }, { number: 2 }] });
  expect((await api.attempt(first.id)).state).toBe('handed-in');
});
