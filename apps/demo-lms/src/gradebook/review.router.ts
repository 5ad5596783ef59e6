import { type Request, Router } from 'express';
import { ProblemError } from '@mgv/service-kit';
import { coursePath, selectActivity, selectCourse } from '../courses/course.ts';
import { type Person, seesEverybody, selectOptionalPerson } from '../courses/people.ts';
import type { Sessions } from '../courses/session.ts';
import type { Faults } from '../faults/faults.ts';
import { FRAME_PAGE_SCRIPTS, toolFrame } from '../frames/tool-frame.ts';
import { html } from '../pages/html.ts';
import { pageLanguage } from '../pages/language.ts';
import { sendPage } from '../pages/page.ts';
import type { BeginLaunch } from '../platform/begin-launch.ts';
import { problem } from '../platform/launch.problem.ts';
import type { Activity, Course, LineItem } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { Tool, Tools } from '../tools/tool.ts';
import { selectOptionalGrade } from './mark-text.ts';

interface Deps {
  store: StateStore;
  sessions: Sessions;
  tools: Tools;
  beginLaunch: BeginLaunch;
  faults: () => Faults;
}

/** One student's work for one column, and who wants to see it. */
interface Work {
  course: Course;
  person: Person;
  lineItem: LineItem;
  student: Person;
  activity: Activity | null;
  tool: Tool;
}

const CELL = '/courses/:courseId/gradebook/:lineItemId/:userId';

/**
 * A student's work from the gradebook. `…/review` is a submission review; `…/submission` opens the address that came
 * with the score, as Canvas's SpeedGrader does. Both are pages with a frame; `/lti` before the address is the launch.
 *
 * @see https://www.imsglobal.org/spec/lti-sr/v1p0
 */
export function reviewRouter(deps: Deps): Router {
  const { store, beginLaunch, faults } = deps;
  const router = Router();
  router.get([`${CELL}/review`, `${CELL}/submission`], (req, res) => {
    const { course, lineItem, student, person, tool } = workOf(deps, req);
    const language = pageLanguage(req);
    const title = `${student.name}, ${lineItem.label}`;
    const frame = toolFrame({ title, src: `/lti${req.path}`, origin: tool.origin, faults: faults() });
    const back = `${coursePath(course)}/gradebook`;
    const body = html`<p class="crumbs"><a href="${back}">${language === 'nl' ? 'Cijferlijst' : 'Gradebook'}</a></p>
      <h1>${title}</h1>
      ${frame}`;
    sendPage(res, { language, title, body, person, path: req.path, scripts: FRAME_PAGE_SCRIPTS });
  });
  router.get(`/lti${CELL}/review`, (req, res) => {
    const { course, person, tool, activity, lineItem, student: forPerson } = workOf(deps, req);
    const targetUri = tool.reviewUrl;
    const message = { type: 'submission-review', activity, lineItem, forPerson, targetUri } as const;
    beginLaunch(req, res, { tool, course, person, message });
  });
  router.get(`/lti${CELL}/submission`, (req, res) => {
    const { course, person, tool, activity, lineItem, student } = workOf(deps, req);
    const targetUri = selectOptionalGrade(store.state, lineItem.id, student.id)?.submissionUrl ?? null;
    if (!activity || targetUri === null || new URL(targetUri).origin !== tool.origin)
      throw ProblemError.common('not-found');
    beginLaunch(req, res, { tool, course, person, message: { type: 'resource-link', activity, targetUri } });
  });
  return router;
}

/** @throws {ProblemError} `sign-in-first`, `not-found`, `forbidden` for the work of somebody else, `tool-inactive`. */
function workOf({ store, sessions, tools }: Deps, req: Request): Work {
  const person = sessions.selectPerson(req);
  const course = selectCourse(store.state, req.params['courseId']);
  const lineItem = store.state.lineItems.find(({ id }) => id === req.params['lineItemId']);
  const student = selectOptionalPerson(String(req.params['userId']));
  if (lineItem?.courseId !== course.id || student?.role !== 'student') throw ProblemError.common('not-found');
  if (!seesEverybody(person) && person.id !== student.id) throw ProblemError.common('forbidden');
  const tool = tools.selectOptional(lineItem.clientId);
  if (!tool) throw problem('tool-inactive');
  const activity = lineItem.resourceLinkId === null ? null : selectActivity(store.state, lineItem.resourceLinkId);
  return { course, person, lineItem, student, activity, tool };
}
