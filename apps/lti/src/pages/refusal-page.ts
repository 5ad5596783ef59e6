import { randomUUID } from 'node:crypto';
import type { Language } from '@mgv/core';
import { languageOf, type Logger, type ProblemError, toProblemError } from '@mgv/service-kit';
import type { ErrorRequestHandler } from 'express';
import { contentPolicy } from './content-policy.ts';
import { html } from './html.ts';
import { Refusal } from './refusal.ts';

const WORDS = {
  nl: { number: 'Nummer', code: 'Code', open: 'Open in een nieuw venster', product: 'Motiverende gespreksvoering' },
  en: { number: 'Number', code: 'Code', open: 'Open in a new window', product: 'Motivational interviewing' },
} as const;

/** The page that a person sees instead of the assignment: what happened, what to do, and a number to pass on. */
export function refusalPage(problem: ProblemError, language: Language, reference: string): string {
  const { title, detail } = problem.text[language];
  const words = WORDS[language];
  const facts = problem instanceof Refusal ? Object.entries(problem.facts) : [];
  const restartUrl = problem instanceof Refusal ? problem.restartUrl : null;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/static/refusal.css" />
      </head>
      <body>
        <main>
          <p class="product">${words.product}</p>
          <h1>${title}</h1>
          <p>${detail}</p>
          ${restartUrl === null ? null : html`<p><a class="action" href="${restartUrl}" target="_blank" rel="noopener">${words.open}</a></p>`}
          <dl>
            ${facts.map(
              ([name, value]) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
            <div>
              <dt>${words.number}</dt>
              <dd>${reference}</dd>
            </div>
            <div>
              <dt>${words.code}</dt>
              <dd>${problem.code}</dd>
            </div>
          </dl>
        </main>
      </body>
    </html> `.markup;
}

/** Answers every rejection below it as a page, and logs it under the number on the page. */
export function refusalHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const problem = toProblemError(error);
    const reference = randomUUID().slice(0, 8);
    const facts = problem instanceof Refusal ? problem.facts : {};
    const line = { reference, code: problem.code, path: req.path, ...facts };
    if (problem.text.status >= 500) logger.error({ ...line, err: problem.cause ?? problem }, 'launch failed');
    else logger.info(line, 'launch refused');
    if (problem.text.status === 503) res.set('Retry-After', '10');
    res
      .status(problem.text.status)
      .set('Cache-Control', 'no-store')
      // A page without anything to press in secret may be shown in any frame: the reader has to see what is wrong.
      .set('Content-Security-Policy', contentPolicy({ frameAncestors: ['http:', 'https:'] }))
      .type('html')
      .send(refusalPage(problem, languageOf(req), reference));
  };
}
