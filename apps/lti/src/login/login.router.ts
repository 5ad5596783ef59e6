import { type Request, type Response, Router } from 'express';
import type { PageAssets, PageName } from '../pages/page-assets.ts';
import { Refusal } from '../pages/refusal.ts';
import type { Registration } from '../platforms/registration.ts';
import type { Registrations } from '../platforms/registrations.ts';
import { bringsCookies, setBindingCookie, setProbeCookie, storageKeyOf } from './binding.ts';
import { type LoginRequest, LoginRequestSchema } from './login-request.ts';
import type { Login, LoginStates } from './login-states.ts';
import { freshSecret, hashOf } from './secrets.ts';
import { sendStoragePage } from './send-storage-page.ts';
import { isOurs } from './target.ts';

/** How long a person may take between login and launch, for example to sign in at the LMS. */
const LIFETIME_MS = 600_000;

interface Needs {
  states: LoginStates;
  registrations: Registrations;
  pages: Record<PageName, PageAssets>;
  publicUrl: string;
  now: () => Date;
}

/**
 * `GET|POST /lti/login`: starts a launch and sends the browser to the platform; in a frame of a platform that offers
 * storage, by way of a page that puts the browser's secret there.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#openid_connect_launch_flow
 */
export function loginRouter(needs: Needs): Router {
  const router = Router();
  const start = async (parameters: unknown, req: Request, res: Response): Promise<void> => {
    const given = readRequest(parameters, needs.publicUrl);
    const registration = await chooseRegistration(needs.registrations, given);
    const target = given.target_link_uri ?? defaultTarget(registration, needs.publicUrl);
    const request = { ...given, target_link_uri: target };
    const stores = isFramed(req) && request.mgv_probe === undefined && request.lti_storage_target !== undefined;
    res.set('Cache-Control', 'no-store');
    if (isFramed(req) && !stores && !bringsCookies(req)) {
      probe(res, request);
      return;
    }
    const nonce = freshSecret();
    const binding = freshSecret();
    const fresh = { id: hashOf(nonce), bindingHash: hashOf(binding), stores, now: needs.now() };
    const login = begin(request, registration, fresh);
    const challenge = { state: needs.states.seal(login), nonce, redirectUri: `${needs.publicUrl}/lti/launch` };
    const next = authenticationUrl(registration, request, challenge);
    setBindingCookie(res, login, binding);
    if (stores) {
      const otherwise = loginUrl({ ...request, mgv_probe: '1' });
      const storage = { mode: 'put', key: storageKeyOf(login), value: binding, next, otherwise } as const;
      sendStoragePage(req, res, { assets: needs.pages.storage, registration, login, storage });
      return;
    }
    res.redirect(302, next);
  };
  router.get('/lti/login', (req: Request, res) => start(req.query, req, res));
  router.post('/lti/login', (req: Request, res) => start(req.body, req, res));
  return router;
}

function readRequest(parameters: unknown, publicUrl: string): LoginRequest {
  const { data, error } = LoginRequestSchema.safeParse(parameters ?? {});
  if (!data) {
    const names = [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))].filter((name) => name !== '');
    throw new Refusal('login-invalid', { facts: names.length === 0 ? {} : { parameters: names.join(', ') } });
  }
  if (data.target_link_uri !== undefined && !isOurs(data.target_link_uri, publicUrl)) {
    throw new Refusal('login-invalid', { code: 'target-not-ours', facts: { parameters: 'target_link_uri' } });
  }
  return data;
}

/**
 * Where a launch goes whose login does not say: the target that the tool is registered with. Only Canvas may leave it
 * out, as its documentation says.
 */
function defaultTarget({ issuer, productFamily }: Registration, publicUrl: string): string {
  const canvas = productFamily?.includes('canvas') ?? /^https:\/\/[\w.-]+\.instructure\.com$/.test(issuer);
  if (!canvas) throw new Refusal('login-invalid', { facts: { parameters: 'target_link_uri' } });
  return `${publicUrl}/lti/launch`;
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

/** A login that says where it goes. */
type Targeted = LoginRequest & { target_link_uri: string };

/** Whether the browser says that it asks for a frame: only there a cookie of ours can be a third party's. */
const isFramed = (req: Request): boolean => /^(iframe|frame|embed|object)$/.test(req.get('sec-fetch-dest') ?? '');

/**
 * In a frame without storage: finds out whether cookies come back *before* the platform is asked, because some platforms
 * answer a login's hints once, and a new window needs them.
 *
 * @throws {Refusal} that offers the new window, when they do not.
 */
function probe(res: Response, { mgv_probe: probed, ...request }: LoginRequest): void {
  if (probed !== undefined) {
    throw new Refusal('cookies-blocked', { restartUrl: loginUrl({ ...request, lti_storage_target: undefined }) });
  }
  setProbeCookie(res);
  res.redirect(303, loginUrl({ ...request, mgv_probe: '1' }));
}

/** The address of a login with these parameters. */
function loginUrl(request: Record<string, string | undefined>): string {
  const given = Object.entries(request).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/lti/login?${new URLSearchParams(given).toString()}`;
}

interface Fresh {
  id: string;
  bindingHash: string;
  stores: boolean;
  now: Date;
}

function begin(request: Targeted, { issuer, clientId }: Registration, fresh: Fresh): Login {
  const { id, bindingHash, stores, now } = fresh;
  return {
    id,
    bindingHash,
    issuer,
    clientId,
    deploymentHint: request.lti_deployment_id ?? null,
    targetLinkUri: request.target_link_uri,
    storageTarget: stores ? (request.lti_storage_target ?? null) : null,
    hints: { login: request.login_hint, message: request.lti_message_hint ?? null },
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
  };
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
