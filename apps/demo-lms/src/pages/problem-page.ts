import { logProblem, type Logger, problemHandler, toProblemError } from '@mgv/service-kit';
import type { ErrorRequestHandler } from 'express';
import { html } from './html.ts';
import { pageLanguage } from './language.ts';
import { sendPage } from './page.ts';

/** Answers every rejection: programs (`/api`, the LTI services) get problem+json, people a page in their language. */
export function problemPages(logger: Logger): ErrorRequestHandler {
  const forPrograms = problemHandler(logger);
  return (error: unknown, req, res, next) => {
    if (
      /^\/(api|health|lti\/(token|jwks|registrations|notice-handlers|courses\/\w+\/(lineitems|memberships)))(\/|$)/.test(
        req.path,
      ) ||
      res.headersSent
    ) {
      forPrograms(error, req, res, next);
      return;
    }
    const problem = toProblemError(error);
    const reference = logProblem(logger, req, problem);
    const language = pageLanguage(req);
    const { title, detail } = problem.text[language];
    const body = html`<h1>${title}</h1>
      <p>${detail}</p>
      <p>
        <a class="button" target="_top" href="/courses/1">${language === 'nl' ? 'Naar de cursus' : 'To the course'}</a>
      </p>
      <p class="quiet">${language === 'nl' ? 'Nummer' : 'Number'}: ${reference}</p>`;
    sendPage(res, { language, title, body }, problem.text.status);
  };
}
