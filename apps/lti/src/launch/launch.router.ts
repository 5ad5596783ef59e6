import { languageOf } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import { type Request, type Response, Router } from 'express';
import { clearBindingCookie, readBindingCookie } from '../login/binding-cookie.ts';
import type { Logins } from '../login/logins.ts';
import { freshSecret, hashOf } from '../login/secrets.ts';
import { appPage } from '../pages/app-page.ts';
import { contentPolicy, originsOf } from '../pages/content-policy.ts';
import type { PageAssets, PageName } from '../pages/page-assets.ts';
import { Refusal } from '../pages/refusal.ts';
import { deleteExpiredSessions, SESSION_LIFETIME } from '../session/session.repository.ts';
import type { SessionFacts } from '../session/session-facts.ts';
import { CLAIM, type LaunchClaims } from './claims.ts';
import { cleanText } from './clean-text.ts';
import { launchFacts } from './launch-facts.ts';
import { customText } from './link-settings.ts';
import { LaunchWriter } from './launch-writer.ts';
import { type LaunchPost, LaunchPostSchema, PlatformErrorSchema } from './launch-post.ts';
import { type LaunchNeeds, restartUrl, type VerifiedLaunch, verifyLaunch } from './verify-launch.ts';

interface Needs extends Omit<LaunchNeeds, 'findLogin'> {
  db: Db;
  logins: Logins;
  pages: Record<PageName, PageAssets>;
}

/** With the way to write launches, shared by all of one moment. */
interface Ways extends Needs {
  findLogin: LaunchNeeds['findLogin'];
  writer: LaunchWriter;
}

const SWEEP_EVERY_MS = 60_000;

/**
 * `POST /lti/launch`: takes the platform's message and answers with the page of a new session.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-3-authentication-response
 */
export function launchRouter(given: Needs): Router {
  const router = Router();
  const needs = withWays(given);
  const sweep = sweeper(needs);
  router.get('/lti/launch', () => {
    throw new Refusal('not-a-launch');
  });
  router.post('/lti/launch', async (req, res) => {
    const post = await readPost(req, needs);
    const launch = await verifyLaunch(needs, {
      idToken: post.id_token,
      state: post.state,
      readBinding: (stateHash) => readBindingCookie(req, stateHash),
    });
    const facts = launchFacts(launch.claims, languageOf(req));
    const page = pageFor(facts);
    const token = await startSession(needs, launch, facts);
    clearBindingCookie(res, launch.login.stateHash);
    sendPage(res, needs, { page, token, facts, launch });
    needs.logger.info({ tenantId: launch.tenantId, role: facts.role, page }, 'launched');
    sweep();
  });
  return router;
}

function withWays(needs: Needs): Ways {
  return { ...needs, findLogin: (stateHash) => needs.logins.find(stateHash), writer: new LaunchWriter(needs.db) };
}

/** @throws {Refusal} when the body is no launch, or is the platform's word that there will be none. */
async function readPost(req: Request, { findLogin }: Ways): Promise<LaunchPost> {
  const post = LaunchPostSchema.safeParse(req.body);
  if (post.success) return post.data;
  const failed = PlatformErrorSchema.safeParse(req.body).data;
  if (!failed) throw new Refusal('launch-invalid', { code: 'launch-malformed' });
  const stateHash = hashOf(failed.state ?? '');
  const login = readBindingCookie(req, stateHash) === null ? null : await findLogin(stateHash);
  const signIn = /^(login|interaction|consent|account_selection)_required$/.test(failed.error);
  throw new Refusal(signIn ? 'sign-in-needed' : 'platform-error', {
    facts: { error: failed.error },
    ...(signIn && login && { restartUrl: restartUrl(login) }),
  });
}

/** @throws {Refusal} when this role may not open what it asks for. */
function pageFor({ role, deepLinking }: SessionFacts): PageName {
  if (deepLinking) {
    if (role === 'trainer' || role === 'assistant') return 'picker';
    throw new Refusal('not-a-trainer');
  }
  if (role === 'none') throw new Refusal('no-role');
  return role === 'student' ? 'student' : 'trainer';
}

async function startSession(
  { writer, logins, now }: Ways,
  launch: VerifiedLaunch,
  facts: SessionFacts,
): Promise<string> {
  const token = freshSecret();
  const startedAt = now();
  const record = {
    stateHash: launch.login.stateHash,
    tenantId: launch.tenantId,
    contextId: launch.claims[CLAIM.context]?.id ?? '',
    tokenHash: hashOf(token),
    facts,
    startedAt,
    expiresAt: new Date(startedAt.getTime() + SESSION_LIFETIME.absoluteMs),
  };
  logins.forget(record.stateHash);
  if (!(await writer.write(record))) throw new Refusal('login-over', { code: 'state-used' });
  return token;
}

interface Page {
  page: PageName;
  token: string;
  facts: SessionFacts;
  launch: VerifiedLaunch;
}

function sendPage(res: Response, needs: Needs, { page, token, facts, launch: { claims, registration } }: Page): void {
  const returnUrl = claims[CLAIM.launchPresentation]?.return_url ?? null;
  const formAction = originsOf([facts.deepLinking?.returnUrl]);
  const data = {
    page,
    token,
    language: facts.language,
    returnUrl: returnUrl !== null && (needs.allowPrivateNetworks || returnUrl.startsWith('https:')) ? returnUrl : null,
    title: titleOf(claims, facts),
  };
  res
    .set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentPolicy({
        frameAncestors: originsOf([registration.issuer, registration.authUrl, ...platformUrls(claims)]),
        formAction,
      }),
    })
    .type('html')
    .send(appPage(data, needs.pages[page]));
}

/** Addresses of the platform in a signed launch: a hosted platform frames us from the school's own host. */
function platformUrls(claims: LaunchClaims): (string | undefined)[] {
  return [
    claims[CLAIM.launchPresentation]?.return_url,
    claims[CLAIM.deepLinking]?.deep_link_return_url,
    claims[CLAIM.ags]?.lineitems,
    claims[CLAIM.nrps]?.context_memberships_url,
  ];
}

function titleOf(claims: LaunchClaims, { link }: SessionFacts): string | null {
  return cleanText(customText(claims[CLAIM.custom] ?? {}, 'mgv_title'), 255) ?? link?.title ?? null;
}

/** Deletes sessions that are over in passing, now and then, without making anybody wait. */
function sweeper({ db, logger, now }: Needs): () => void {
  let next = 0;
  return () => {
    const at = now();
    if (at.getTime() < next) return;
    next = at.getTime() + SWEEP_EVERY_MS;
    deleteExpiredSessions(db, at).catch((error: unknown) => {
      logger.warn({ err: error }, 'sessions that are over could not be deleted');
    });
  };
}
