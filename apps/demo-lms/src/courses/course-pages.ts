import { html, type Html } from '../pages/html.ts';
import type { PageLanguage } from '../pages/language.ts';
import type { Activity } from '../storage/state.schema.ts';
import { COURSE, type Person } from './people.ts';

/** An activity as one person sees it. */
export interface ActivityView {
  activity: Activity;
  /** The student's own mark; `null` for who teaches, and where nothing is graded. */
  mark: Html | null;
  /** For who teaches. */
  checks: Html | null;
  language: PageLanguage;
}

/** The course with its activities. */
export function coursePage(
  person: Person,
  views: readonly ActivityView[],
  language: PageLanguage,
  message: Html | null,
): Html {
  const nl = language === 'nl';
  const items = views.map(
    ({ activity, mark, checks }) =>
      html`<li class="card">
        <h2><a href="/courses/1/activities/${activity.id}">${activity.title}</a></h2>
        ${activity.text === '' ? null : html`<p>${activity.text}</p>`}
        ${mark && html`<p class="mark">${nl ? 'Je cijfer' : 'Your mark'}: ${mark}</p>`} ${checks}
      </li>`,
  );
  const add = html`<a class="button" href="/courses/1/add">${nl ? 'Activiteit toevoegen' : 'Add an activity'}</a>`;
  const grades = html`<a class="button plain" href="/courses/1/gradebook">${nl ? 'Cijferlijst' : 'Gradebook'}</a>`;
  return html`<h1>${COURSE.title}</h1>
    ${message}
    <p class="actions">${person.role === 'teacher' ? add : null} ${grades}</p>
    <ul class="activities">
      ${items}
    </ul>`;
}

/** An activity with the tool in a frame. */
export function activityPage({ activity, mark, checks, language }: ActivityView, toolOrigin: string): Html {
  const nl = language === 'nl';
  const path = `/courses/1/activities/${activity.id}`;
  const launch = `/lti/launch/${activity.id}`;
  return html`<p class="crumbs"><a href="/courses/1">${COURSE.title}</a></p>
    <h1>${activity.title}</h1>
    <div class="bar">
      ${mark && html`<p class="mark">${nl ? 'Je cijfer' : 'Your mark'}: ${mark}</p>`}
      <p><a href="${launch}?window" target="_blank">${nl ? 'Open in nieuw venster' : 'Open in a new window'}</a></p>
    </div>
    <iframe
      title="${activity.title}"
      data-src="${launch}"
      data-shown="${path}/shown"
      allow="${allowance(toolOrigin)}"
    ></iframe>
    <noscript
      ><p><a href="${launch}?window">${nl ? 'Open de activiteit' : 'Open the activity'}</a></p></noscript
    >
    ${checks && html`<div data-checks>${checks}</div>`}`;
}

/** The picker of the tool in a frame. */
export function addPage(language: PageLanguage, title: string, toolOrigin: string): Html {
  const nl = language === 'nl';
  return html`<p class="crumbs"><a href="/courses/1">${COURSE.title}</a></p>
    <h1>${title}</h1>
    <div class="bar">
      <p><a href="/lti/deep-linking?window">${nl ? 'Open op de hele pagina' : 'Open on the whole page'}</a></p>
    </div>
    <iframe title="${title}" src="/lti/deep-linking" allow="${allowance(toolOrigin)}"></iframe>`;
}

/** What the page in the frame may use, as an LMS usually allows. */
const allowance = (origin: string): string => `microphone ${origin}; camera ${origin}; fullscreen ${origin}`;
