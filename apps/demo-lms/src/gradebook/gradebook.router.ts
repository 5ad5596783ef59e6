import { Router } from 'express';
import { COURSE, type Person, STUDENTS } from '../courses/people.ts';
import type { Sessions } from '../courses/session.ts';
import { html, type Html } from '../pages/html.ts';
import { pageLanguage, type PageLanguage } from '../pages/language.ts';
import { sendPage } from '../pages/page.ts';
import { lineItemUrl, type Platform } from '../platform/platform.ts';
import type { State } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import { markText, selectOptionalGrade } from './mark-text.ts';

/**
 * `GET /courses/1/gradebook`: students by activities; a student sees their own row. `GET /api/gradebook`: the same for
 * programs, with every accepted score; readable by whoever reaches this practice LMS.
 */
export function gradebookRouter(platform: Platform, store: StateStore, sessions: Sessions): Router {
  const router = Router();
  router.get('/courses/1/gradebook', (req, res) => {
    const person = sessions.selectPerson(req);
    const language = pageLanguage(req);
    const rows = person.role === 'student' ? [person] : STUDENTS;
    const title = language === 'nl' ? 'Cijferlijst' : 'Gradebook';
    const body = gradebookPage(store.state, rows, language, title);
    sendPage(res, { language, title, body, person, path: '/courses/1/gradebook' });
  });
  router.get('/api/gradebook', (_req, res) => {
    res.json(gradebookBody(platform, store.state));
  });
  return router;
}

function gradebookPage(state: State, rows: readonly Person[], language: PageLanguage, title: string): Html {
  const columns = state.lineItems.map(({ label }) => html`<th scope="col">${label}</th>`);
  const lines = rows.map(
    ({ id, name }) =>
      html`<tr>
        <th scope="row">${name}</th>
        ${state.lineItems.map((lineItem) => html`<td>${markText(state, lineItem, id, language)}</td>`)}
      </tr>`,
  );
  return html`<p class="crumbs"><a href="/courses/1">${COURSE.title}</a></p>
    <h1>${title}</h1>
    <div class="scroll" role="region" aria-label="${title}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${language === 'nl' ? 'Naam' : 'Name'}</th>
            ${columns}
          </tr>
        </thead>
        <tbody>
          ${lines}
        </tbody>
      </table>
    </div>`;
}

function gradebookBody(platform: Platform, state: State): unknown[] {
  return state.lineItems.flatMap((lineItem) =>
    STUDENTS.map(({ id, name }) => {
      const grade = selectOptionalGrade(state, lineItem.id, id);
      return {
        activity: lineItem.label,
        activityId: lineItem.resourceLinkId,
        lineItemUrl: lineItemUrl(platform, lineItem.id),
        userId: id,
        name,
        score: grade?.score ?? null,
        maximum: lineItem.scoreMaximum,
        comment: grade?.comment ?? null,
        timestamp: grade?.timestamp ?? null,
        history: grade?.history ?? [],
      };
    }),
  );
}
