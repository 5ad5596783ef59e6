import { randomUUID } from 'node:crypto';
import { type Language, LANGUAGES } from '@mgv/core';
import type { Problem } from '@mgv/contracts';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from './logger.ts';

/** What one kind of problem says to a person: what happened, and what to do next. */
export interface ProblemText {
  status: number;
  nl: { title: string; detail: string };
  en: { title: string; detail: string };
}

/** Problems every service can have. Areas add their own with {@link ProblemError.of}. */
const COMMON = {
  'invalid-request': {
    status: 400,
    nl: {
      title: 'Deze aanvraag klopt niet.',
      detail: 'Er is niets opgeslagen. Laad de pagina opnieuw en probeer het nog eens.',
    },
    en: { title: 'This request is not valid.', detail: 'Nothing was saved. Reload the page and try again.' },
  },
  'not-found': {
    status: 404,
    nl: { title: 'Dit bestaat niet.', detail: 'Ga terug naar de cursus en open de opdracht opnieuw.' },
    en: { title: 'This does not exist.', detail: 'Go back to the course and open the assignment again.' },
  },
  'body-too-large': {
    status: 413,
    nl: { title: 'Dit is te groot.', detail: 'Er is niets opgeslagen. Kort je tekst in en probeer het nog eens.' },
    en: { title: 'This is too large.', detail: 'Nothing was saved. Shorten your text and try again.' },
  },
  unavailable: {
    status: 503,
    nl: {
      title: 'De dienst is even niet bereikbaar.',
      detail: 'Je werk tot nu toe is bewaard. Probeer het over een minuut nog eens.',
    },
    en: {
      title: 'The service is unavailable for a moment.',
      detail: 'Your work so far is safe. Try again in a minute.',
    },
  },
  'internal-error': {
    status: 500,
    nl: {
      title: 'Er ging iets mis bij ons.',
      detail: 'Je werk tot nu toe is bewaard. Probeer het nog eens; blijft het misgaan, geef dan het nummer door.',
    },
    en: {
      title: 'Something went wrong on our side.',
      detail: 'Your work so far is safe. Try again; if it keeps failing, pass on the number.',
    },
  },
  unauthorised: {
    status: 401,
    nl: { title: 'Je bent niet (meer) aangemeld.', detail: 'Open de opdracht opnieuw vanuit de cursus.' },
    en: { title: 'You are not signed in (any more).', detail: 'Open the assignment again from the course.' },
  },
  forbidden: {
    status: 403,
    nl: { title: 'Dit mag je hier niet.', detail: 'Vraag je trainer of de beheerder van de cursus om hulp.' },
    en: { title: 'You may not do this here.', detail: 'Ask your trainer or the course administrator for help.' },
  },
} as const satisfies Record<string, ProblemText>;

export type CommonProblem = keyof typeof COMMON;

/** One thing wrong with a refused body. */
export interface Fault {
  path: string;
  message: string;
}

interface ProblemOptions {
  cause?: unknown;
  faults?: Fault[];
}

/** A refusal that a client may see; thrown anywhere below a router, answered by {@link problemHandler}. */
export class ProblemError extends Error {
  readonly code: string;
  readonly text: ProblemText;
  readonly faults: Fault[] | undefined;

  constructor(code: string, text: ProblemText, options: ProblemOptions = {}) {
    super(`${code}: ${text.en.title}`, { cause: options.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.text = text;
    this.faults = options.faults;
  }

  /** A common problem by its code. */
  static common(code: CommonProblem, options?: ProblemOptions): ProblemError {
    return new ProblemError(code, COMMON[code], options);
  }

  /**
   * A maker of an area's problems: `const problem = ProblemError.of({ 'mark-changed': {…} })`, then
   * `throw problem('mark-changed')`.
   */
  static of<Code extends string>(
    texts: Record<Code, ProblemText>,
  ): (code: Code, options?: ProblemOptions) => ProblemError {
    return (code, options) => new ProblemError(code, texts[code], options);
  }
}

/** The first of our languages in `Accept-Language`; Dutch when there is none. */
export function languageOf(req: Request): Language {
  const accepted = req.acceptsLanguages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === accepted) ?? 'nl';
}

const DATABASE_AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
]);

/** Whether an error, or one of its causes, means that a database or another service cannot be reached now. */
export function isUnavailable(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && DATABASE_AWAY.has(at.code)) return true;
    if (/Connection terminated|timeout exceeded when trying to connect/.test(at.message)) return true;
    if (at instanceof AggregateError && at.errors.some((inner) => isUnavailable(inner))) return true;
  }
  return false;
}

/** Turns whatever was thrown into a problem, hiding what is not meant for clients. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return ProblemError.common('body-too-large', { cause: error });
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return ProblemError.common('invalid-request', { cause: error });
  }
  return ProblemError.common(isUnavailable(error) ? 'unavailable' : 'internal-error', { cause: error });
}

/** The problem as RFC 9457 says it, in one language. */
export function problemBody(error: ProblemError, language: Language, reference: string): Problem {
  return {
    type: `urn:mgv:problem:${error.code}`,
    ...error.text[language],
    status: error.text.status,
    code: error.code,
    reference,
    ...(error.faults && { faults: error.faults }),
  };
}

/** Logs a failed request under a fresh reference: errors of ours with their cause, refusals with the code alone. */
export function logProblem(logger: Logger, req: Request, problem: ProblemError): string {
  const reference = randomUUID().slice(0, 8);
  const facts = { reference, code: problem.code, method: req.method, path: req.path };
  if (problem.text.status >= 500) logger.error({ ...facts, err: problem.cause ?? problem }, 'request failed');
  else logger.info(facts, 'request refused');
  return reference;
}

/** Answers every rejection below it with problem+json; the last handler of an app. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req: Request, res: Response, next) => {
    const problem = toProblemError(error);
    const reference = logProblem(logger, req, problem);
    if (res.headersSent) {
      next(error);
      return;
    }
    if (problem.text.status === 503) res.set('Retry-After', '10');
    res
      .status(problem.text.status)
      .set('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(problem, languageOf(req), reference)));
  };
}

/** Refuses a path that nothing else took. */
export const notFound: RequestHandler = () => {
  throw ProblemError.common('not-found');
};
