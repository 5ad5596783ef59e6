import { type Request, Router } from 'express';
import { parse, ProblemError } from '@mgv/service-kit';
import { z } from 'zod';
import { markText } from '../gradebook/mark-text.ts';
import { html, type Html } from '../pages/html.ts';
import { pageLanguage, type PageLanguage } from '../pages/language.ts';
import { sendPage } from '../pages/page.ts';
import { addedText } from '../platform/deep-linking.router.ts';
import type { LaunchReports } from '../platform/launch-reports.ts';
import type { Platform } from '../platform/platform.ts';
import type { StateStore } from '../storage/state-store.ts';
import { launchChecksView } from './launch-checks-view.ts';
import { activityPage, type ActivityView, addPage, coursePage } from './course-pages.ts';
import { COURSE, type Person } from './people.ts';
import type { Sessions } from './session.ts';

interface Deps {
  platform: Platform;
  store: StateStore;
  sessions: Sessions;
  reports: LaunchReports;
}

const AddedSchema = z.object({ added: z.coerce.number().int().min(0).max(100).optional().catch(undefined) });

/** `/courses/1`: the course, its activities (each with the tool in a frame), and adding one. */
export function courseRouter({ platform, store, sessions, reports }: Deps): Router {
  const router = Router();
  const about = describer(store, reports);
  router.get('/courses/1', (req, res) => {
    const person = sessions.selectOptionalPerson(req);
    if (!person) {
      res.redirect(303, '/');
      return;
    }
    const language = pageLanguage(req);
    const views = store.state.activities.map(({ id }) => about(person, id, language));
    const body = coursePage(person, views, language, addedMessage(req, language));
    sendPage(res, { language, title: COURSE.title, body, person, path: '/courses/1' });
  });
  router.get('/courses/1/activities/:id', (req, res) => {
    const person = sessions.selectPerson(req);
    const language = pageLanguage(req);
    const view = about(person, req.params.id, language);
    const { title, id } = view.activity;
    const path = `/courses/1/activities/${id}`;
    const body = activityPage(view, platform.tool.origin);
    sendPage(res, { language, title, body, person, path, scripts: ['activity.js'] });
  });
  router.post('/courses/1/activities/:id/shown', (req, res) => {
    const person = sessions.selectPerson(req);
    const report = reports.selectOptional(req.params.id);
    if (report?.userId === person.id && report.checks['id-token'] === true) {
      reports.add(report.launchId, { 'tool-page': true });
    }
    res.type('html').send((about(person, req.params.id, pageLanguage(req)).checks ?? html``).text);
  });
  router.get('/courses/1/add', (req, res) => {
    const person = sessions.selectTeacher(req);
    const language = pageLanguage(req);
    const title = language === 'nl' ? 'Activiteit toevoegen' : 'Add an activity';
    const body = addPage(language, title, platform.tool.origin);
    sendPage(res, { language, title, body, person, path: '/courses/1/add' });
  });
  return router;
}

function addedMessage(req: Request, language: PageLanguage): Html | null {
  const { added } = parse(AddedSchema, req.query);
  return added === undefined ? null : html`<p role="status" class="notice">${addedText(added, language)}</p>`;
}

/** How one person sees an activity; throws `not-found`. */
function describer(store: StateStore, reports: LaunchReports) {
  return (person: Person, id: string, language: PageLanguage): ActivityView => {
    const activity = store.state.activities.find((one) => one.id === id);
    if (!activity) throw ProblemError.common('not-found');
    const lineItem = store.state.lineItems.find(({ resourceLinkId }) => resourceLinkId === id);
    const teaching = person.role !== 'student';
    return {
      activity,
      mark: !teaching && lineItem ? markText(store.state, lineItem, person.id, language) : null,
      checks: teaching ? launchChecksView(reports.selectOptional(id), language) : null,
      language,
    };
  };
}
