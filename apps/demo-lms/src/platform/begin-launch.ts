import type { Request, Response } from 'express';
import type { Person } from '../courses/people.ts';
import type { Faults } from '../faults/faults.ts';
import { pageLanguage } from '../pages/language.ts';
import { selfSubmittingPage, sendPage } from '../pages/page.ts';
import type { Course } from '../storage/state.schema.ts';
import type { Tool } from '../tools/tool.ts';
import type { LaunchReports } from './launch-reports.ts';
import type { DocumentTarget, Launches, LaunchMessage } from './launches.ts';
import type { Platform } from './platform.ts';

interface Deps {
  platform: Platform;
  launches: Launches;
  reports: LaunchReports;
  faults: () => Faults;
  now: () => Date;
}

/** A launch that somebody asks for. */
interface Wanted {
  tool: Tool;
  course: Course;
  person: Person;
  message: LaunchMessage;
}

/**
 * Sends the browser to the tool's login, by a form that posts itself; with `?method=get` by a redirect, for programs that
 * have no page to run scripts in.
 */
export type BeginLaunch = (req: Request, res: Response, wanted: Wanted) => void;

const targetOf = (req: Request): DocumentTarget => (req.query['window'] === undefined ? 'iframe' : 'window');

/**
 * Begins launches. `?window` says that the page is not in a frame.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login
 */
export function createBeginLaunch({ platform, launches, reports, faults, now }: Deps): BeginLaunch {
  return (req, res, { tool, course, person, message }) => {
    const language = pageLanguage(req);
    const target = targetOf(req);
    const redirects = req.query['method'] === 'get';
    const { launch, messageHint } = launches.begin({ tool, course, person, message, language, target });
    if (message.type === 'resource-link') {
      const startedAt = now().toISOString();
      reports.begin({ activityId: message.activity.id, launchId: launch.id, userId: person.id, startedAt });
    }
    const fields = {
      iss: platform.issuer,
      login_hint: person.id,
      target_link_uri: message.targetUri,
      lti_message_hint: messageHint,
      client_id: tool.clientId,
      lti_deployment_id: tool.deploymentId,
      ...(!redirects && target === 'iframe' && storageTarget(faults())),
    };
    const action = tool.loginUrl;
    if (redirects) {
      const url = new URL(action);
      for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
      res.redirect(url.href);
    } else sendPage(res, selfSubmittingPage(language, { action, fields }));
  };
}

/**
 * Only a page with a frame can keep anything for the tool in it.
 *
 * @see https://www.imsglobal.org/spec/lti-cs-oidc/v0p1#including-additional-login-initiation-parameter
 */
const storageTarget = ({ storage, storageTarget: name }: Faults): Record<string, string> =>
  storage === 'off' ? {} : { lti_storage_target: name };
