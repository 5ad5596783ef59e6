import type { Response } from 'express';
import type { Person } from '../courses/people.ts';
import { html, type Html, type Part } from './html.ts';
import type { PageLanguage } from './language.ts';

/** A page of the practice LMS. */
export interface Page {
  language: PageLanguage;
  title: string;
  body: Html;
  /** Who is signed in; shown in the header. */
  person?: Person | null;
  /** Address of this page without its query, for the language switch; absent inside frames. */
  path?: string;
  /** Names of {@link SCRIPTS} to run. */
  scripts?: readonly string[];
}

/** Shows a page. */
export function sendPage(res: Response, page: Page, status = 200): void {
  const document = html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Oefen-LMS</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/lms.css">
</head>
<body${page.path === undefined ? html` class="bare"` : null}>
${page.path === undefined ? null : header(page, page.path)}
<main>
${page.body}
</main>
${(page.scripts ?? []).map((name) => html`<script src="/assets/${name}"></script>`)}
</body>
</html>
`;
  res.status(status).type('html').send(document.text);
}

function header({ language, person }: Page, path: string): Html {
  const other = language === 'nl' ? 'en' : 'nl';
  const nl = language === 'nl';
  return html`<header>
    <a class="brand" href="${person ? '/courses' : '/'}">Oefen-LMS</a>
    <nav aria-label="${nl ? 'Jij en de taal' : 'You and the language'}">
      ${
        person
          ? html`<span class="who"
                ><span class="initial" aria-hidden="true">${person.givenName.slice(0, 1)}</span> ${person.name}</span
              >
              <a href="/">${nl ? 'Wissel van persoon' : 'Switch person'}</a>`
          : null
      }
      <a href="${path}?lang=${other}" hreflang="${other}" lang="${other}"
        >${other === 'nl' ? 'Nederlands' : 'English'}</a
      >
    </nav>
  </header>`;
}

/** A form that sends itself; a button is there for browsers without scripts. */
export function selfSubmittingPage(
  language: PageLanguage,
  form: { action: string; fields: Record<string, string> },
): Page {
  const nl = language === 'nl';
  const fields: Part = Object.entries(form.fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return {
    language,
    title: nl ? 'Even geduld' : 'One moment',
    body: html`<h1 class="quiet">${nl ? 'De activiteit wordt geopend' : 'Opening the activity'}</h1>
      <form method="post" action="${form.action}">
        ${fields}
        <noscript><button>${nl ? 'Verder' : 'Continue'}</button></noscript>
      </form>`,
    scripts: ['submit.js'],
  };
}

/** A message with a way back; inside a frame the link takes the whole window along. */
export function messagePage(
  language: PageLanguage,
  message: { title: string; detail: string; href: string; link: string; leaveAtOnce?: boolean },
): Page {
  return {
    language,
    title: message.title,
    body: html`<h1>${message.title}</h1>
      <p>${message.detail}</p>
      <p><a data-leave class="button" target="_top" href="${message.href}">${message.link}</a></p>`,
    scripts: message.leaveAtOnce ? ['leave-frame.js'] : [],
  };
}
