import type { Faults } from '../faults/faults.ts';
import { toolFrame } from '../frames/tool-frame.ts';
import { html, type Html } from '../pages/html.ts';
import { formatDay, type PageLanguage } from '../pages/language.ts';
import type { Activity, Course, Period } from '../storage/state.schema.ts';
import type { Tool } from '../tools/tool.ts';
import { activityPath, coursePath } from './course.ts';
import { mayEdit, type Person } from './people.ts';

/** An activity as one person sees it. */
export interface ActivityView {
  activity: Activity;
  /** The student's own mark; `null` for who teaches, and where nothing is graded. */
  mark: Html | null;
  /** For who teaches. */
  checks: Html | null;
  language: PageLanguage;
}

/** A course as one person sees it. */
export interface CourseView {
  course: Course;
  /** The other courses, to take activities from. */
  others: readonly Course[];
  person: Person;
  views: readonly ActivityView[];
  language: PageLanguage;
  message: Html | null;
}

/** A course with its activities. */
export function coursePage({ course, others, person, views, language, message }: CourseView): Html {
  const nl = language === 'nl';
  const path = coursePath(course);
  const items = views.map(
    ({ activity, mark, checks }) =>
      html`<li class="card">
        <h2><a href="${activityPath(activity)}">${activity.title}</a></h2>
        ${activity.text === '' ? null : html`<p>${activity.text}</p>`} ${dates(activity, language)}
        ${mark && html`<p class="mark">${nl ? 'Je cijfer' : 'Your mark'}: ${mark}</p>`} ${checks}
      </li>`,
  );
  const add = html`<a class="button" href="${path}/add">${nl ? 'Activiteit toevoegen' : 'Add an activity'}</a>`;
  const grades = html`<a class="button plain" href="${path}/gradebook">${nl ? 'Cijferlijst' : 'Gradebook'}</a>`;
  const editing = mayEdit(person);
  return html`<p class="crumbs"><a href="/courses">${nl ? 'Cursussen' : 'Courses'}</a></p>
    <h1>${course.title}</h1>
    ${message}
    <p class="actions">${editing && add} ${grades}</p>
    <ul class="activities">
      ${items}
    </ul>
    ${editing && copyForms(path, others, nl)}`;
}

function copyForms(path: string, others: readonly Course[], nl: boolean): Html {
  const options = others.map(({ id, title }) => html`<option value="${id}">${title}</option>`);
  return html`<section class="card">
    <h2>${nl ? 'Kopiëren' : 'Copying'}</h2>
    <p class="quiet">
      ${
        nl
          ? 'Activiteiten en hun kolommen gaan mee, cijfers van studenten niet.'
          : 'Activities and their columns come along, marks of students do not.'
      }
    </p>
    <div class="forms">
      <form method="post" action="${path}/copy">
        <button class="button plain">${nl ? 'Cursus kopiëren' : 'Copy the course'}</button>
      </form>
      <form method="post" action="${path}/import">
        <label for="from">${nl ? 'Activiteiten overnemen uit' : 'Take activities from'}</label>
        <select id="from" name="from">
          ${options}
        </select>
        <button class="button plain">${nl ? 'Overnemen' : 'Take over'}</button>
      </form>
    </div>
  </section>`;
}

/** 'Open van … tot …' and 'Inleveren vóór …', as far as they are set. */
function dates({ available, submission }: Activity, language: PageLanguage): Html | null {
  const nl = language === 'nl';
  const span = ({ start, end }: Period): string =>
    [
      start !== null && `${nl ? 'vanaf' : 'from'} ${formatDay(start, language)}`,
      end !== null && `${nl ? 'tot' : 'until'} ${formatDay(end, language)}`,
    ]
      .filter((part) => part !== false)
      .join(' ');
  const lines = [
    available && `Open ${span(available)}`,
    submission && `${nl ? 'Inleveren' : 'Hand in'} ${span(submission)}`,
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : html`<p class="quiet">${lines.join(' · ')}</p>`;
}

/** What the pages around a tool need to know. */
interface Around {
  course: Course;
  person: Person;
  tool: Tool;
  faults: Faults;
}

/** An activity with the tool in a frame, or behind a button that opens a window. */
export function activityPage({ activity, mark, checks, language }: ActivityView, around: Around): Html {
  const { course, person, tool, faults } = around;
  const nl = language === 'nl';
  const path = activityPath(activity);
  const launch = `/lti/launch/${activity.id}`;
  const { title, newWindow } = activity;
  const button = html`<p>
    <a class="button" href="${launch}?window" target="_blank"
      >${nl ? 'Openen in nieuw venster' : 'Open in a new window'}</a
    >
  </p>`;
  return html`<p class="crumbs"><a href="${coursePath(course)}">${course.title}</a></p>
    <h1>${title}</h1>
    <div class="bar">
      ${mark && html`<p class="mark">${nl ? 'Je cijfer' : 'Your mark'}: ${mark}</p>`} ${dates(activity, language)}
      ${
        !newWindow &&
        html`<p>
          <a href="${launch}?window" target="_blank">${nl ? 'Open in nieuw venster' : 'Open in a new window'}</a>
        </p>`
      }
    </div>
    ${newWindow ? button : toolFrame({ title, src: launch, origin: tool.origin, faults, shown: `${path}/shown`, close: coursePath(course) })}
    <noscript
      ><p><a href="${launch}?window">${nl ? 'Open de activiteit' : 'Open the activity'}</a></p></noscript
    >
    ${checks && html`<div data-checks>${checks}</div>`} ${mayEdit(person) && activityForms(activity, nl)}`;
}

function activityForms(activity: Activity, nl: boolean): Html {
  const path = activityPath(activity);
  const { newWindow } = activity;
  const window = newWindow
    ? nl
      ? 'Openen in de pagina'
      : 'Open in the page'
    : nl
      ? 'Voortaan openen in nieuw venster'
      : 'From now on open in a new window';
  return html`<div class="actions forms">
    <a class="button plain" href="${path}/change">${nl ? 'Wijzigen' : 'Change'}</a>
    <form method="post" action="${path}/copy">
      <button class="button plain">${nl ? 'Dupliceren' : 'Duplicate'}</button>
    </form>
    <form method="post" action="${path}/window">
      <button class="button plain" name="newWindow" value="${newWindow ? '0' : '1'}">${window}</button>
    </form>
  </div>`;
}

/** The picker of a tool in a frame. */
export function pickerPage(title: string, language: PageLanguage, around: Around & { query: string }): Html {
  const { course, tool, faults, query } = around;
  const src = `/lti/deep-linking?${query}`;
  const whole = language === 'nl' ? 'Open op de hele pagina' : 'Open on the whole page';
  return html`<p class="crumbs"><a href="${coursePath(course)}">${course.title}</a></p>
    <h1>${title}</h1>
    <div class="bar">
      <p><a href="${src}&window">${whole}</a></p>
    </div>
    ${toolFrame({ title, src, origin: tool.origin, faults, close: coursePath(course) })}`;
}

/** Which tool to add an activity of; for when there are several. */
export function choosePage(course: Course, tools: readonly Tool[], language: PageLanguage, title: string): Html {
  const path = `${coursePath(course)}/add`;
  return html`<p class="crumbs"><a href="${coursePath(course)}">${course.title}</a></p>
    <h1>${title}</h1>
    <p>${language === 'nl' ? 'Van welke tool?' : 'Of which tool?'}</p>
    <ul class="activities">
      ${tools.map(
        ({ clientId, deploymentId, name, origin }) =>
          html`<li class="card">
            <h2><a href="${path}?${new URLSearchParams({ tool: clientId }).toString()}">${name}</a></h2>
            <p class="quiet">${origin} · deployment ${deploymentId}</p>
          </li>`,
      )}
    </ul>`;
}
