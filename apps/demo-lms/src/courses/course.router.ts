import { type Request, Router } from 'express';
import { parse } from '@mgv/service-kit';
import { z } from 'zod';
import { addedText } from '../deep-linking/added-text.ts';
import type { Faults } from '../faults/faults.ts';
import { FRAME_PAGE_SCRIPTS } from '../frames/tool-frame.ts';
import { markText } from '../gradebook/mark-text.ts';
import { html, type Html } from '../pages/html.ts';
import { pageLanguage, type PageLanguage } from '../pages/language.ts';
import { sendPage } from '../pages/page.ts';
import { problem } from '../platform/launch.problem.ts';
import type { LaunchReports } from '../platform/launch-reports.ts';
import { readToolChecks, type ToolCheck } from '../platform/tool-checks.ts';
import type { Activity } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { Tools } from '../tools/tool.ts';
import { activityPath, coursePath, selectActivity, selectCourse } from './course.ts';
import { activityPage, type ActivityView, choosePage, coursePage, pickerPage } from './course-pages.ts';
import { launchChecksView } from './launch-checks-view.ts';
import { type Person, seesEverybody } from './people.ts';
import type { Sessions } from './session.ts';

interface Deps {
  store: StateStore;
  sessions: Sessions;
  reports: LaunchReports;
  tools: Tools;
  faults: () => Faults;
}

const AddedSchema = z.object({ added: z.coerce.number().int().min(0).max(100).optional().catch(undefined) });

/** `/courses/:courseId`: a course and its activities, each with the tool in a frame. */
export function courseRouter({ store, sessions, reports, tools, faults }: Deps): Router {
  const router = Router();
  const about = describer(store, reports);
  router.get('/courses/:courseId', (req, res) => {
    const person = sessions.selectOptionalPerson(req);
    if (!person) {
      res.redirect(303, '/');
      return;
    }
    const { state } = store;
    const course = selectCourse(state, req.params.courseId);
    const language = pageLanguage(req);
    const activities = state.activities.filter(({ courseId }) => courseId === course.id);
    const views = activities.map((activity) => about(person, activity, language));
    const others = state.courses.filter(({ id }) => id !== course.id);
    const message = addedMessage(req, language);
    const body = coursePage({ course, others, person, views, language, message });
    sendPage(res, { language, title: course.title, body, person, path: coursePath(course) });
  });
  router.get('/courses/:courseId/activities/:id', async (req, res) => {
    const person = sessions.selectPerson(req);
    const language = pageLanguage(req);
    const activity = selectActivity(store.state, req.params.id, req.params.courseId);
    const tool = tools.selectOptional(activity.clientId);
    if (!tool) throw problem('tool-inactive');
    const course = selectCourse(store.state, activity.courseId);
    const toolChecks = seesEverybody(person) ? await readToolChecks(tool.origin) : [];
    const view = about(person, activity, language, toolChecks);
    const body = activityPage(view, { course, person, tool, faults: faults() });
    const scripts = activity.newWindow ? [] : FRAME_PAGE_SCRIPTS;
    sendPage(res, { language, title: activity.title, body, person, path: activityPath(activity), scripts });
  });
  router.post('/courses/:courseId/activities/:id/shown', async (req, res) => {
    const person = sessions.selectPerson(req);
    const activity = selectActivity(store.state, req.params.id, req.params.courseId);
    const report = reports.selectOptional(activity.id);
    if (report?.userId === person.id && report.checks['id-token'] === true) {
      reports.add(report.launchId, { 'tool-page': true });
    }
    const tool = seesEverybody(person) ? tools.selectOptional(activity.clientId) : null;
    const toolChecks = tool ? await readToolChecks(tool.origin) : [];
    res.type('html').send((about(person, activity, pageLanguage(req), toolChecks).checks ?? html``).text);
  });
  return router;
}

/** Pages with the picker: `…/add` for another activity, `…/activities/:id/change` to choose again. */
export function pickerRouter({ store, sessions, tools, faults }: Omit<Deps, 'reports'>): Router {
  const router = Router();
  router.get('/courses/:courseId/add', (req, res) => {
    const person = sessions.selectEditor(req);
    const course = selectCourse(store.state, req.params.courseId);
    const language = pageLanguage(req);
    const title = language === 'nl' ? 'Activiteit toevoegen' : 'Add an activity';
    const active = tools.active();
    const tool = active.length === 1 ? active[0] : tools.selectOptional(req.query['tool']);
    const path = `${coursePath(course)}/add`;
    if (!tool) {
      sendPage(res, { language, title, body: choosePage(course, active, language, title), person, path });
      return;
    }
    const query = new URLSearchParams({ course: course.id, tool: tool.clientId }).toString();
    const body = pickerPage(title, language, { course, person, tool, faults: faults(), query });
    sendPage(res, { language, title, body, person, path, scripts: FRAME_PAGE_SCRIPTS });
  });
  router.get('/courses/:courseId/activities/:id/change', (req, res) => {
    const person = sessions.selectEditor(req);
    const activity = selectActivity(store.state, req.params.id, req.params.courseId);
    const course = selectCourse(store.state, activity.courseId);
    const tool = tools.selectOptional(activity.clientId);
    if (!tool) throw problem('tool-inactive');
    const language = pageLanguage(req);
    const title = `${activity.title} ${language === 'nl' ? 'wijzigen' : '(change)'}`;
    const query = new URLSearchParams({ activity: activity.id }).toString();
    const body = pickerPage(title, language, { course, person, tool, faults: faults(), query });
    const path = `${activityPath(activity)}/change`;
    sendPage(res, { language, title, body, person, path, scripts: FRAME_PAGE_SCRIPTS });
  });
  return router;
}

function addedMessage(req: Request, language: PageLanguage): Html | null {
  const { added } = parse(AddedSchema, req.query);
  return added === undefined ? null : html`<p role="status" class="notice">${addedText(added, language)}</p>`;
}

/** How one person sees an activity. */
function describer(store: StateStore, reports: LaunchReports) {
  return (
    person: Person,
    activity: Activity,
    language: PageLanguage,
    toolChecks: readonly ToolCheck[] = [],
  ): ActivityView => {
    const lineItem = store.state.lineItems.find(({ resourceLinkId }) => resourceLinkId === activity.id);
    const graded = person.role === 'student' && lineItem;
    return {
      activity,
      mark: graded ? markText(store.state, lineItem, person.id, language) : null,
      checks: seesEverybody(person)
        ? launchChecksView(reports.selectOptional(activity.id), language, toolChecks)
        : null,
      language,
    };
  };
}
