import type { PageData } from '@mgv/contracts';
import { languageOf } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import { type Request, type Response, Router } from 'express';
import { isFromOurPage, readBindingCookie, storageKeyOf } from '../login/binding.ts';
import type { Login, LoginStates } from '../login/login-states.ts';
import { restartFields, restartUrl } from '../login/restart.ts';
import { freshSecret, hashOf } from '../login/secrets.ts';
import { sendStoragePage } from '../login/send-storage-page.ts';
import { originsOf } from '../pages/content-policy.ts';
import type { PageAssets, PageName } from '../pages/page-assets.ts';
import { Refusal } from '../pages/refusal.ts';
import { deleteExpiredSessions, SESSION_LIFETIME } from '../session/session.repository.ts';
import type { SessionFacts } from '../session/session-facts.ts';
import type { SessionPages } from '../session/session-page.ts';
import { CLAIM, type LaunchClaims } from './claims.ts';
import { cleanText } from './clean-text.ts';
import { useCheck } from './launch-checks.ts';
import { launchFacts } from './launch-facts.ts';
import { customText } from './link-settings.ts';
import { LaunchWriter } from './launch-writer.ts';
import { type LaunchPost, LaunchPostSchema, PlatformErrorSchema } from './launch-post.ts';
import { type LaunchNeeds, type VerifiedLaunch, verifyLaunch } from './verify-launch.ts';

interface Needs extends LaunchNeeds {
  db: Db;
  states: LoginStates;
  sessionPages: SessionPages;
  pages: Record<PageName, PageAssets>;
  /** What a launch sets going; nobody waits for it. */
  launched: (tenantId: string, claims: LaunchClaims) => void;
}

/** With the way to write launches, shared by all of one moment. */
interface Ways extends Needs {
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
  const needs = { ...given, writer: new LaunchWriter(given.db) };
  const sweep = sweeper(needs);
  router.get('/lti/launch', () => {
    throw new Refusal('not-a-launch');
  });
  router.post('/lti/launch', async (req, res) => {
    const post = readPost(req, needs);
    const login = needs.states.open(post.state);
    const binding = login && (readBindingCookie(req, login) ?? postedBinding(req, post, needs));
    if (login?.storageTarget && binding === null && post.binding === undefined) {
      await askStorage(req, res, { needs, login, post });
      return;
    }
    const launch = await verifyLaunch(needs, { idToken: post.id_token, login, binding });
    const facts = launchFacts(launch.claims, languageOf(req));
    const page = pageFor(facts);
    const token = await startSession(needs, launch, facts);
    sendSession(res, needs, { page, token, facts, launch });
    needs.logger.info({ tenantId: launch.tenantId, role: facts.role, page }, 'launched');
    needs.launched(launch.tenantId, launch.claims);
    sweep();
  });
  return router;
}

/** @throws {Refusal} when the body is no launch, or is the platform's word that there will be none. */
function readPost(req: Request, { states }: Ways): LaunchPost {
  const post = LaunchPostSchema.safeParse(req.body);
  if (post.success) return post.data;
  const failed = PlatformErrorSchema.safeParse(req.body).data;
  if (!failed) throw new Refusal('launch-invalid', { code: 'launch-malformed' });
  const login = states.open(failed.state ?? '');
  const begun = login !== null && readBindingCookie(req, login) !== null;
  const signIn = /^(login|interaction|consent|account_selection)_required$/.test(failed.error);
  const address = signIn && begun ? restartUrl(login) : null;
  throw new Refusal(signIn ? 'sign-in-needed' : 'platform-error', {
    facts: { error: failed.error },
    ...(address !== null && { restartUrl: address }),
  });
}

/** What our own page read from the platform's storage; `null` when there was nothing, or another page says so. */
function postedBinding(req: Request, { binding }: LaunchPost, { publicUrl }: Ways): string | null {
  return binding !== undefined && binding !== '' && isFromOurPage(req, publicUrl) ? binding : null;
}

interface Asking {
  needs: Ways;
  login: Login;
  post: LaunchPost;
}

/** Answers a launch without its cookie: a page that reads the secret from the platform's storage and posts again. */
async function askStorage(req: Request, res: Response, { needs, login, post }: Asking): Promise<void> {
  const { registrations, pages } = needs;
  const registration = await registrations.find(login.issuer, login.clientId);
  if (!registration) throw new Refusal('platform-unknown');
  // The form is posted with where it comes from: that is how we know it for our own.
  res.set('Referrer-Policy', 'same-origin');
  const form = { id_token: post.id_token, state: post.state };
  const storage = { mode: 'get', key: storageKeyOf(login), action: '/lti/launch', form } as const;
  sendStoragePage(req, res, { assets: pages.storage, registration, login, storage });
}

/** @throws {Refusal} when this role may not open what it asks for. */
function pageFor(facts: SessionFacts): PageData['page'] {
  const { role, deepLinking } = facts;
  if (deepLinking) {
    if (role === 'trainer' || role === 'assistant' || role === 'admin') return 'picker';
    throw new Refusal('not-a-trainer');
  }
  if (role === 'none') throw new Refusal('no-role');
  if (role === 'admin') return 'self-check';
  if (asksForAnother(facts)) throw new Refusal('not-your-work');
  return role === 'student' || role === 'observer' ? role : 'trainer';
}

/** Whether somebody who may not grade asks for the work of a student who is not theirs. Attempts are judged by grading. */
function asksForAnother({ role, review, person, mentees }: SessionFacts): boolean {
  const wanted = review?.lmsUserId ?? null;
  if (wanted === null) return false;
  return (role === 'student' && wanted !== person.lmsUserId) || (role === 'observer' && !mentees.includes(wanted));
}

async function startSession({ writer, now }: Ways, launch: VerifiedLaunch, facts: SessionFacts): Promise<string> {
  const token = freshSecret();
  const startedAt = now();
  const written = await writer.write({
    loginId: launch.login.id,
    tenantId: launch.tenantId,
    contextId: launch.claims[CLAIM.context]?.id ?? '',
    tokenHash: hashOf(token),
    facts,
    startedAt,
    expiresAt: new Date(startedAt.getTime() + SESSION_LIFETIME.absoluteMs),
  });
  if (!written) throw new Refusal(useCheck.refusal, { code: useCheck.code });
  return token;
}

interface Begun {
  page: PageData['page'];
  token: string;
  facts: SessionFacts;
  launch: VerifiedLaunch;
}

function sendSession(res: Response, needs: Ways, { page, token, facts, launch }: Begun): void {
  const { claims, registration, login } = launch;
  const returnUrl = claims[CLAIM.launchPresentation]?.return_url ?? null;
  needs.sessionPages.send(res, token, {
    data: {
      page,
      language: facts.language,
      returnUrl:
        returnUrl !== null && (needs.allowPrivateNetworks || returnUrl.startsWith('https:')) ? returnUrl : null,
      title: titleOf(claims, facts),
      review: facts.review !== null,
      frame: { target: login.storageTarget, origin: new URL(registration.authUrl).origin },
      restart: restartOf(login),
    },
    frameAncestors: originsOf([registration.issuer, registration.authUrl, ...platformUrls(claims)]),
    formAction: originsOf([facts.deepLinking?.returnUrl]),
  });
}

/** How the page begins this launch again; in its frame, so with the platform's storage. */
function restartOf(login: Login): PageData['restart'] {
  const fields = restartFields(login);
  if (!fields) return null;
  const storage = login.storageTarget === null ? {} : { lti_storage_target: login.storageTarget };
  return { action: '/lti/login', fields: { ...fields, ...storage } };
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
