import { coursePath } from '../courses/course.ts';
import { type Person, seesEverybody } from '../courses/people.ts';
import { html, type Html } from '../pages/html.ts';
import type { PageLanguage } from '../pages/language.ts';
import type { Course, LineItem, State } from '../storage/state.schema.ts';
import { markText, selectOptionalGrade } from './mark-text.ts';

/** A gradebook as one person sees it. */
interface Gradebook {
  state: State;
  course: Course;
  rows: readonly Person[];
  person: Person;
  language: PageLanguage;
}

/** Students by activities, with a way to what they handed in. */
export function gradebookPage(gradebook: Gradebook): Html {
  const { state, course, rows, language } = gradebook;
  const nl = language === 'nl';
  const title = nl ? 'Cijferlijst' : 'Gradebook';
  const lineItems = state.lineItems.filter(({ courseId }) => courseId === course.id);
  const lines = rows.map(
    (student) =>
      html`<tr>
        <th scope="row">${student.name}</th>
        ${lineItems.map(
          (lineItem) =>
            html`<td>
              ${markText(state, lineItem, student.id, language)} ${workLinks(gradebook, lineItem, student)}
            </td>`,
        )}
      </tr>`,
  );
  return html`<p class="crumbs"><a href="${coursePath(course)}">${course.title}</a></p>
    <h1>${title}</h1>
    <div class="scroll" role="region" aria-label="${title}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${nl ? 'Naam' : 'Name'}</th>
            ${lineItems.map(({ label }) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines}
        </tbody>
      </table>
    </div>`;
}

/** Links to the work itself, for who teaches and for the student; none before the tool said that there is any. */
function workLinks({ state, course, person, language }: Gradebook, lineItem: LineItem, student: Person): Html | null {
  const grade = selectOptionalGrade(state, lineItem.id, student.id);
  if (!grade || !(seesEverybody(person) || person.id === student.id)) return null;
  const nl = language === 'nl';
  const base = `${coursePath(course)}/gradebook/${lineItem.id}/${student.id}`;
  const whose = html`<span class="visually-hidden">: ${student.name}, ${lineItem.label}</span>`;
  const speedGrader = html`<br /><a href="${base}/submission"
      >${nl ? 'Open zoals SpeedGrader' : 'Open as SpeedGrader does'}${whose}</a
    >`;
  return html`<div class="work">
    <a href="${base}/review">${nl ? 'Bekijk inzending' : 'View submission'}${whose}</a>
    ${grade.submissionUrl !== null && lineItem.resourceLinkId !== null && speedGrader}
  </div>`;
}
