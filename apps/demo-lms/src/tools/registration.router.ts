import { randomBytes } from 'node:crypto';
import { json, type Response, Router } from 'express';
import { takeId } from '../courses/activities.ts';
import type { Faults } from '../faults/faults.ts';
import { SCOPES } from '../platform/platform.ts';
import type { StateStore } from '../storage/state-store.ts';
import {
  type ClientRegistration,
  ClientRegistrationSchema,
  registrationAnswer,
  toTool,
} from './client-registration.ts';
import type { RegistrationTokens } from './registration-tokens.ts';

interface Deps {
  store: StateStore;
  tokens: RegistrationTokens;
  faults: () => Faults;
}

/** Left out by the fault `fewer-scopes`. */
const WITHHELD: readonly string[] = [SCOPES.lineItem, SCOPES.membershipReadonly, SCOPES.noticeHandlers];

/**
 * `POST /lti/registrations`: a tool registers itself, with the token of the page it was opened from. It waits until an
 * administrator activates it. The token is used up by a registration that is kept, and by no other.
 *
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0#tool-registration
 */
export function registrationRouter({ store, tokens, faults }: Deps): Router {
  const router = Router();
  router.post('/lti/registrations', json({ limit: '200kb' }), async (req, res) => {
    const token = /^Bearer (\S+)$/.exec(req.get('authorization') ?? '')?.[1] ?? '';
    if (!tokens.isOpen(token)) {
      refuse(res, 401, ['invalid_token', 'The registration token is unknown, too old or used already']);
      return;
    }
    const asked = ClientRegistrationSchema.safeParse(req.body);
    const { registration } = faults();
    if (answerBadly(res, registration)) return;
    if (!asked.success) {
      const issue = asked.error.issues[0];
      refuse(res, 400, ['invalid_client_metadata', `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? ''}`]);
      return;
    }
    tokens.close(token);
    const answer = await register(store, asked.data, registration);
    if (answer) res.json(answer);
    else refuse(res, 400, ['invalid_redirect_uri', 'An address is not on the domain of the tool']);
  });
  return router;
}

const refuse = (res: Response, status: number, [error, description]: readonly [string, string]): void => {
  res.status(status).json({ error, error_description: description });
};

/** Answers as a broken platform does, when it is one. */
function answerBadly(res: Response, fault: Faults['registration']): boolean {
  if (fault === '422') refuse(res, 422, ['invalid_client_metadata', 'Practice fault']);
  else if (fault === '500') res.status(500).json({ error: 'server_error' });
  else if (fault === 'html')
    res.status(200).type('html').send('<!doctype html><title>LMS</title><p>Sign in first.</p>');
  else return false;
  return true;
}

async function register(
  store: StateStore,
  asked: ClientRegistration,
  fault: Faults['registration'],
): Promise<Record<string, unknown> | null> {
  const withheld = fault === 'fewer-scopes' ? WITHHELD : [];
  const clientId = randomBytes(12).toString('base64url');
  const tool = toTool(asked, { clientId, deploymentId: 'pending', withheld });
  if (!tool) return null;
  const kept = await store.change((state) => {
    const added = { ...tool, deploymentId: takeId(state) };
    state.tools.push(added);
    return added;
  });
  return registrationAnswer(asked, kept, fault !== 'no-deployment');
}
