import { Router } from 'express';
import { html } from '../pages/html.ts';
import { pageLanguage } from '../pages/language.ts';
import { sendPage } from '../pages/page.ts';
import type { StateStore } from '../storage/state-store.ts';
import { coursePath } from './course.ts';
import type { Sessions } from './session.ts';

/** `GET /courses`: the courses, and for the administrator the tools. */
export function coursesRouter(store: StateStore, sessions: Sessions): Router {
  const router = Router();
  router.get('/courses', (req, res) => {
    const person = sessions.selectPerson(req);
    const language = pageLanguage(req);
    const nl = language === 'nl';
    const title = nl ? 'Cursussen' : 'Courses';
    const { courses, activities } = store.state;
    const items = courses.map((course) => {
      const count = activities.filter(({ courseId }) => courseId === course.id).length;
      const what = nl ? (count === 1 ? 'activiteit' : 'activiteiten') : count === 1 ? 'activity' : 'activities';
      return html`<li class="card">
        <h2><a href="${coursePath(course)}">${course.title}</a></h2>
        <p class="quiet">${course.label} · ${count} ${what}</p>
      </li>`;
    });
    const tools = html`<p class="actions">
      <a class="button plain" href="/tools">${nl ? 'Externe tools' : 'External tools'}</a>
    </p>`;
    const body = html`<h1>${title}</h1>
      ${person.role === 'admin' && tools}
      <ul class="activities">
        ${items}
      </ul>`;
    sendPage(res, { language, title, body, person, path: '/courses' });
  });
  return router;
}
