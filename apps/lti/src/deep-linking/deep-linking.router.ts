import {
  type DeepLinkingAnswer,
  DeepLinkingChoiceSchema,
  type DeepLinkingOptions,
  type PickerFailure,
} from '@mgv/contracts';
import type { Language, ScenarioSummary } from '@mgv/core';
import { languageOf, type Logger, parse, ProblemError } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import express, { type Request, Router } from 'express';
import type { Registrations } from '../platforms/registrations.ts';
import { sessionOf } from '../session/require-session.ts';
import { type Session, takeDeepLinking } from '../session/session.repository.ts';
import type { DeepLinkingFacts } from '../session/session-facts.ts';
import type { ContentItem } from './content-item.ts';
import { deepLinkingProblem } from './deep-linking.problem.ts';
import { itemsFor } from './items-for.ts';
import { signDeepLinkingResponse } from './sign-response.ts';

interface Needs {
  db: Db;
  registrations: Registrations;
  scenarios: readonly ScenarioSummary[];
  publicUrl: string;
  logger: Logger;
  now: () => Date;
}

/** `GET /api/scenarios`, and `GET` and `POST /api/deep-linking`: what the picker asks. */
export function deepLinkingRouter(needs: Needs): Router {
  const { db, registrations, scenarios, logger, now } = needs;
  const router = Router();
  router.get('/api/scenarios', async (req, res) => {
    const { facts } = await sessionOf(req, db, now());
    if (facts.role !== 'trainer' && !facts.deepLinking) throw ProblemError.common('forbidden');
    res.set('Cache-Control', 'no-store').json({ scenarios });
  });
  router.get('/api/deep-linking', async (req, res) => {
    const { deepLinking } = await pickerOf(req, needs);
    res.set('Cache-Control', 'no-store').json(optionsOf(deepLinking));
  });
  router.post('/api/deep-linking', express.json({ limit: '100kb' }), async (req, res) => {
    const { session, deepLinking } = await pickerOf(req, needs);
    const choice = parse(DeepLinkingChoiceSchema, req.body);
    const items = 'assignments' in choice ? itemsFor(choice.assignments, deepLinking, needs) : [];
    const error = 'failed' in choice ? errorOf(choice.failed, languageOf(req)) : null;
    const tenant = await registrations.findTenant(session.tenantId);
    if (!tenant?.registration.active) throw ProblemError.common('forbidden');
    const key = await registrations.privateKey(tenant.registration);
    if (!(await takeDeepLinking(db, session.tokenHash, now()))) throw deepLinkingProblem('already-answered');
    const jwt = await signDeepLinkingResponse({ ...tenant, key, data: deepLinking.data, items, error, now: now() });
    logger.info({ tenantId: session.tenantId, ...sent(items), error: error?.log ?? null }, 'deep linking answered');
    const answer: DeepLinkingAnswer = { returnUrl: deepLinking.returnUrl, jwt };
    res.set('Cache-Control', 'no-store').json(answer);
  });
  return router;
}

/** @throws {ProblemError} `not-deep-linking` in any other session than a picker's. */
async function pickerOf(
  req: Request,
  { db, now }: Needs,
): Promise<{ session: Session; deepLinking: DeepLinkingFacts }> {
  const session = await sessionOf(req, db, now());
  const { deepLinking } = session.facts;
  if (!deepLinking) throw deepLinkingProblem('not-deep-linking');
  return { session, deepLinking };
}

function optionsOf({ acceptTypes, acceptMultiple, acceptLineItem, previous }: DeepLinkingFacts): DeepLinkingOptions {
  return {
    links: acceptTypes.includes('ltiResourceLink'),
    multiple: acceptMultiple,
    gradebook: acceptLineItem,
    previous,
  };
}

/** What the platform shows and logs when nothing could be chosen. */
function errorOf(failed: PickerFailure, language: Language): { message: string; log: string } {
  const { text } = deepLinkingProblem(failed);
  const { title, detail } = text[language];
  return { message: `${title} ${detail}`, log: failed };
}

/** What went to the platform, for the log: nothing in it is about a person. */
function sent(items: readonly ContentItem[]): object {
  return {
    items: items.map(({ url, lineItem, available, submission }) => ({
      url,
      resourceId: lineItem?.resourceId ?? null,
      scoreMaximum: lineItem?.scoreMaximum ?? null,
      available: available ?? null,
      submission: submission ?? null,
    })),
  };
}
