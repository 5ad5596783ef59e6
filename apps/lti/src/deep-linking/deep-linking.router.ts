import { type DeepLinkingAnswer, type DeepLinkingChoice, DeepLinkingChoiceSchema } from '@mgv/contracts';
import type { ScenarioSummary } from '@mgv/core';
import { parse, ProblemError } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import express, { Router } from 'express';
import type { Registrations } from '../platforms/registrations.ts';
import { sessionOf } from '../session/require-session.ts';
import { takeDeepLinking } from '../session/session.repository.ts';
import type { DeepLinkingFacts } from '../session/session-facts.ts';
import { type ContentItem, toContentItem } from './content-item.ts';
import { deepLinkingProblem } from './deep-linking.problem.ts';
import { signDeepLinkingResponse } from './sign-response.ts';

interface Needs {
  db: Db;
  registrations: Registrations;
  scenarios: readonly ScenarioSummary[];
  publicUrl: string;
  now: () => Date;
}

/** `GET /api/scenarios` and `POST /api/deep-linking`: what the picker asks. */
export function deepLinkingRouter(needs: Needs): Router {
  const { db, registrations, scenarios, now } = needs;
  const router = Router();
  router.get('/api/scenarios', async (req, res) => {
    const { facts } = await sessionOf(req, db, now());
    if (facts.role !== 'trainer' && !facts.deepLinking) throw ProblemError.common('forbidden');
    res.set('Cache-Control', 'no-store').json({ scenarios });
  });
  router.post('/api/deep-linking', express.json({ limit: '20kb' }), async (req, res) => {
    const { facts, tenantId, tokenHash } = await sessionOf(req, db, now());
    const { deepLinking } = facts;
    if (!deepLinking) throw deepLinkingProblem('not-deep-linking');
    const items = itemsOf(parse(DeepLinkingChoiceSchema, req.body), deepLinking, needs);
    const tenant = await registrations.findTenant(tenantId);
    if (!tenant?.registration.active) throw ProblemError.common('forbidden');
    const key = await registrations.privateKey(tenant.registration);
    if (!(await takeDeepLinking(db, tokenHash, now()))) throw deepLinkingProblem('already-answered');
    const jwt = await signDeepLinkingResponse({ ...tenant, key, data: deepLinking.data, items, now: now() });
    const answer: DeepLinkingAnswer = { returnUrl: deepLinking.returnUrl, jwt };
    res.set('Cache-Control', 'no-store').json(answer);
  });
  return router;
}

function itemsOf(choice: DeepLinkingChoice, facts: DeepLinkingFacts, { scenarios, publicUrl }: Needs): ContentItem[] {
  if ('cancelled' in choice) return [];
  if (!scenarios.some(({ id }) => id === choice.scenarioId)) throw deepLinkingProblem('unknown-scenario');
  if (!facts.acceptTypes.includes('ltiResourceLink')) throw deepLinkingProblem('links-not-accepted');
  return [toContentItem(choice, facts, publicUrl)];
}
