import type { Db } from '@mgv/service-kit/database';
import type { Logger } from '@mgv/service-kit';
import { type Request, type Response, Router } from 'express';
import { Refusal } from '../pages/refusal.ts';
import type { Registration } from '../platforms/registration.ts';
import type { Registrations } from '../platforms/registrations.ts';
import { setBindingCookie } from './binding-cookie.ts';
import { deleteExpiredLogins } from './login.repository.ts';
import { type LoginRequest, LoginRequestSchema } from './login-request.ts';
import type { Logins } from './logins.ts';
import { freshSecret, hashOf } from './secrets.ts';
import { isOurs } from './target.ts';

/** How long a person may take between login and launch, for example to sign in at the LMS. */
const LIFETIME_MS = 600_000;
const SWEEP_EVERY_MS = 10_000;

interface Needs {
  db: Db;
  logins: Logins;
  registrations: Registrations;
  publicUrl: string;
  logger: Logger;
  now: () => Date;
}

/**
 * `GET|POST /lti/login`: starts a launch and sends the browser to the platform.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#openid_connect_launch_flow
 */
export function loginRouter(needs: Needs): Router {
  const router = Router();
  const sweep = sweeper(needs);
  const start = async (parameters: unknown, res: Response): Promise<void> => {
    const request = readRequest(parameters, needs.publicUrl);
    const registration = await chooseRegistration(needs.registrations, request);
    const state = freshSecret();
    const nonce = freshSecret();
    const binding = freshSecret();
    const stateHash = hashOf(state);
    await needs.logins.begin({
      stateHash,
      nonce,
      bindingHash: hashOf(binding),
      issuer: registration.issuer,
      clientId: registration.clientId,
      deploymentHint: request.lti_deployment_id ?? null,
      targetLinkUri: request.target_link_uri,
      loginHint: request.login_hint,
      messageHint: request.lti_message_hint ?? null,
      expiresAt: new Date(needs.now().getTime() + LIFETIME_MS),
    });
    setBindingCookie(res, stateHash, binding);
    res.set('Cache-Control', 'no-store');
    res.redirect(
      302,
      authenticationUrl(registration, request, { state, nonce, redirectUri: `${needs.publicUrl}/lti/launch` }),
    );
    sweep();
  };
  router.get('/lti/login', (req: Request, res) => start(req.query, res));
  router.post('/lti/login', (req: Request, res) => start(req.body, res));
  return router;
}

function readRequest(parameters: unknown, publicUrl: string): LoginRequest {
  const { data, error } = LoginRequestSchema.safeParse(parameters ?? {});
  if (!data) {
    const names = [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))].filter((name) => name !== '');
    throw new Refusal('login-invalid', { facts: names.length === 0 ? {} : { parameters: names.join(', ') } });
  }
  if (!isOurs(data.target_link_uri, publicUrl)) {
    throw new Refusal('login-invalid', { code: 'target-not-ours', facts: { parameters: 'target_link_uri' } });
  }
  return data;
}

async function chooseRegistration(registrations: Registrations, request: LoginRequest): Promise<Registration> {
  const { iss: issuer, client_id: clientId } = request;
  const facts = { issuer, client_id: clientId ?? '–' };
  const found =
    clientId === undefined
      ? await registrations.findOnly(issuer, request.lti_deployment_id ?? null)
      : ((await registrations.find(issuer, clientId)) ?? 'none');
  if (found === 'none') throw new Refusal('platform-unknown', { facts });
  if (found === 'several') throw new Refusal('platform-ambiguous', { facts });
  if (!found.active) throw new Refusal('platform-disabled', { facts });
  return found;
}

interface Challenge {
  state: string;
  nonce: string;
  redirectUri: string;
}

/** @see https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request */
function authenticationUrl({ authUrl, clientId }: Registration, request: LoginRequest, challenge: Challenge): string {
  const url = new URL(authUrl);
  const parameters = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: clientId,
    redirect_uri: challenge.redirectUri,
    login_hint: request.login_hint,
    ...(request.lti_message_hint !== undefined && { lti_message_hint: request.lti_message_hint }),
    state: challenge.state,
    nonce: challenge.nonce,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Deletes expired logins in passing, now and then, without making anybody wait. */
function sweeper({ db, logger, now }: Needs): () => void {
  let next = 0;
  return () => {
    const at = now();
    if (at.getTime() < next) return;
    next = at.getTime() + SWEEP_EVERY_MS;
    deleteExpiredLogins(db, at).catch((error: unknown) => {
      logger.warn({ err: error }, 'expired logins could not be deleted');
    });
  };
}
