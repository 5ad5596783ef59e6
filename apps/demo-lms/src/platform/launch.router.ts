import { type Request, Router } from 'express';
import { parse, ProblemError } from '@mgv/service-kit';
import { z } from 'zod';
import type { Sessions } from '../courses/session.ts';
import { pageLanguage } from '../pages/language.ts';
import { messagePage, selfSubmittingPage, sendPage } from '../pages/page.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { LaunchReports } from './launch-reports.ts';
import type { DocumentTarget, Launches } from './launches.ts';
import type { Platform } from './platform.ts';

interface Deps {
  platform: Platform;
  store: StateStore;
  sessions: Sessions;
  launches: Launches;
  reports: LaunchReports;
  now: () => Date;
}

const ReturnSchema = z.object({
  lti_msg: z.string().max(1000).optional(),
  lti_errormsg: z.string().max(1000).optional(),
});

const targetOf = (req: Request): DocumentTarget => (req.query['window'] === undefined ? 'iframe' : 'window');

/**
 * Begins launches: `GET /lti/launch/:activityId` and `GET /lti/deep-linking` send the browser to the tool's login, by a
 * form that posts itself, or by a redirect with `?method=get`; `?window` says that the page is not in a frame. The tool
 * sends people back to `GET /lti/return`.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login
 */
export function launchRouter({ platform, store, sessions, launches, reports, now }: Deps): Router {
  const router = Router();
  router.get('/lti/launch/:activityId', (req, res) => {
    const person = sessions.selectPerson(req);
    const activity = store.state.activities.find(({ id }) => id === req.params.activityId);
    if (!activity) throw ProblemError.common('not-found');
    const language = pageLanguage(req);
    const { launch, messageHint } = launches.begin({ person, activity, language, target: targetOf(req) });
    reports.begin({
      activityId: activity.id,
      launchId: launch.id,
      userId: person.id,
      startedAt: now().toISOString(),
    });
    sendLogin(req, res, loginFields(platform, person.id, messageHint, platform.tool.origin + activity.path));
  });
  router.get('/lti/deep-linking', (req, res) => {
    const person = sessions.selectTeacher(req);
    const language = pageLanguage(req);
    const { messageHint } = launches.begin({ person, activity: null, language, target: targetOf(req) });
    sendLogin(req, res, loginFields(platform, person.id, messageHint, platform.tool.launchUrl));
  });
  router.get('/lti/return', (req, res) => {
    const { lti_msg: message, lti_errormsg: failure } = parse(ReturnSchema, req.query);
    const language = pageLanguage(req);
    const nl = language === 'nl';
    const detail = failure ?? message ?? '';
    const title = nl ? 'Terug naar de cursus' : 'Back to the course';
    const link = nl ? 'Naar de cursus' : 'To the course';
    sendPage(res, messagePage(language, { title, detail, link, href: '/courses/1', leaveAtOnce: detail === '' }));
  });
  const sendLogin = (req: Request, res: Parameters<typeof sendPage>[0], fields: Record<string, string>): void => {
    const action = platform.tool.loginUrl;
    if (req.query['method'] === 'get') res.redirect(`${action}?${new URLSearchParams(fields).toString()}`);
    else sendPage(res, selfSubmittingPage(pageLanguage(req), { action, fields }));
  };
  return router;
}

function loginFields(
  platform: Platform,
  loginHint: string,
  messageHint: string,
  target: string,
): Record<string, string> {
  return {
    iss: platform.issuer,
    login_hint: loginHint,
    target_link_uri: target,
    lti_message_hint: messageHint,
    client_id: platform.clientId,
    lti_deployment_id: platform.deploymentId,
  };
}
