import { type Preview, type PreviewRequest, PreviewRequestSchema } from '@mgv/contracts';
import {
  answerFault,
  type Answers,
  AnswersSchema,
  feedbackFor,
  isAnswered,
  type Scenario,
  type StepFeedback,
  toStudentView,
} from '@mgv/core';
import { parse, ProblemError } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import express, { Router } from 'express';
import { sessionOf } from '../session/require-session.ts';
import { deepLinkingProblem } from './deep-linking.problem.ts';

interface Needs {
  db: Db;
  /** Whole scenarios, by id. */
  content: ReadonlyMap<string, { scenario: Scenario }>;
  now: () => Date;
}

/** `POST /api/preview`: a scenario as a student sees it, for who chooses one. Nothing is kept. */
export function previewRouter({ db, content, now }: Needs): Router {
  const router = Router();
  router.post('/api/preview', express.json({ limit: '256kb' }), async (req, res) => {
    const { facts } = await sessionOf(req, db, now());
    if (facts.role !== 'trainer' && !facts.deepLinking) throw ProblemError.common('forbidden');
    const request = parse(PreviewRequestSchema, req.body);
    const scenario = content.get(request.scenarioId)?.scenario;
    if (!scenario) throw deepLinkingProblem('unknown-scenario');
    res.set('Cache-Control', 'no-store').json(previewOf(scenario, request));
  });
  return router;
}

/** What a student with these answers would see: made from the answers that may be shown by now, and nothing else. */
export function previewOf(scenario: Scenario, request: PreviewRequest): Preview {
  const shown = shownAnswers(scenario, request);
  const feedback = scenario.steps.flatMap((step): [string, StepFeedback][] => {
    const given = feedbackFor(step, shown[step.id]);
    return given ? [[step.id, given]] : [];
  });
  return { scenario: toStudentView(scenario, shown), feedback: Object.fromEntries(feedback) };
}

/** Answers whose feedback a student may see: the locked ones, after handing in all of them, as the settings say. */
function shownAnswers(scenario: Scenario, { results, answers, locked, handedIn }: PreviewRequest): Answers {
  if (results === 'after-release') return {};
  if (!handedIn && results !== 'per-step') return {};
  const shown = Object.entries(answers).filter(
    ([step, answer]) =>
      (handedIn || locked.includes(step)) && isAnswered(answer) && answerFault(scenario, step, answer) === null,
  );
  return AnswersSchema.parse(Object.fromEntries(shown));
}
