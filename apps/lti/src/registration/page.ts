import type { Language } from '@mgv/core';
import type { Response } from 'express';
import { contentPolicy } from '../pages/content-policy.ts';
import { html, type Html } from '../pages/html.ts';

const PRODUCT = { nl: 'Motiverende gespreksvoering', en: 'Motivational interviewing' } as const;

interface Page {
  language: Language;
  title: string;
  body: readonly Html[];
  /** Name of a script under `/static`; the page works without it too. */
  script: 'close.js' | 'copy.js' | null;
}

/** A page for whoever manages an LMS. */
export function adminPage({ language, title, body, script }: Page): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/static/refusal.css" />
        <link rel="stylesheet" href="/static/registration.css" />
        ${script === null ? null : html`<script src="/static/${script}" defer></script>`}
      </head>
      <body>
        <main>
          <p class="product">${PRODUCT[language]}</p>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.markup;
}

/** Sends a page, for nobody to keep; only these origins may frame it. */
export function sendAdminPage(res: Response, page: Page, frameAncestors: readonly string[]): void {
  res
    .set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': contentPolicy({ frameAncestors }) })
    .type('html')
    .send(adminPage(page));
}

/** Steps, one after the other. */
export const steps = (lines: readonly string[]): Html =>
  html`<ol class="steps">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ol>`;

/** Names with their values. */
export const facts = (entries: readonly (readonly [string, string])[]): Html =>
  html`<dl>
    ${entries.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
