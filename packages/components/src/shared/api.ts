import type { Problem } from '@mgv/contracts';

/** The service refused, and says why as problem+json (RFC 9457). */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  /** A plain sentence for a person. */
  readonly title: string;
  /** What to do next. */
  readonly detail: string;
  /** Also in the service's log. */
  readonly reference: string;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail ?? '';
    this.reference = problem.reference;
  }
}

/** No answer came: no network, the service is down, or it took longer than the time-out. */
export class NetworkFailure extends Error {
  constructor(cause: unknown) {
    super('No answer from the service', { cause });
    this.name = 'NetworkFailure';
  }
}

/** Whether this session has ended: only a new launch from the course helps. */
export function isExpired(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401;
}

/** Whether asking again may help: no answer, an overloaded service, or a fault of the service itself. */
export function mayRetry(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return true;
  return error.status >= 500 || error.status === 408 || error.status === 429;
}

/** Calls to `/api`. Answers come from our own service by the schemas of @mgv/contracts, so they are not parsed again. */
export interface Api {
  get: <Answer>(path: string) => Promise<Answer>;
  put: <Answer>(path: string, body: unknown) => Promise<Answer>;
  post: <Answer>(path: string, body?: unknown) => Promise<Answer>;
}

export interface ApiOptions {
  /** The session's bearer token. */
  token: string;
  fetch?: typeof globalThis.fetch;
  /** Language of the answers' sentences. */
  language?: () => string;
  /** Milliseconds before an answer is given up. */
  timeout?: number;
  /** Sessions need no cookies. */
  credentials?: RequestCredentials;
  /** Milliseconds to wait before reading again, once for each. */
  pauses?: readonly number[];
}

/** Whether nothing more than a moment was lost: no network just now, or a service that is being replaced. */
function isPassing(error: unknown): boolean {
  return error instanceof NetworkFailure || (error instanceof ApiProblem && [502, 503, 504].includes(error.status));
}

/** Reading changes nothing, so a read that failed quickly is done again before anybody is bothered with it. */
async function patiently<Answer>(read: () => Promise<Answer>, pauses: readonly number[]): Promise<Answer> {
  for (const pause of pauses) {
    const begun = performance.now();
    try {
      return await read();
    } catch (error) {
      if (!isPassing(error) || performance.now() - begun > 5000) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return read();
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const given: unknown = await response.json().catch(() => null);
  const problem = typeof given === 'object' && given !== null ? (given as Partial<Problem>) : {};
  return new ApiProblem({
    type: 'about:blank',
    title: '',
    code: 'unknown',
    reference: '',
    ...problem,
    status: response.status,
  });
}

/**
 * A client for `/api`.
 *
 * Its calls throw {@link ApiProblem} for a refusal and {@link NetworkFailure} where no answer came.
 */
export function createApi({
  token,
  fetch = globalThis.fetch.bind(globalThis),
  language,
  timeout = 20_000,
  credentials = 'omit',
  pauses = [400, 1500],
}: ApiOptions): Api {
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    let response: Response;
    try {
      response = await fetch(`/api${path}`, {
        method,
        headers: {
          accept: 'application/json, application/problem+json',
          authorization: `Bearer ${token}`,
          ...(language && { 'accept-language': language() }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        credentials,
        cache: 'no-store',
        // Lets the last save go on while the page closes; browsers allow it up to 64 kB.
        keepalive: method === 'PUT',
        signal: AbortSignal.timeout(timeout),
      });
    } catch (error) {
      throw new NetworkFailure(error);
    }
    if (!response.ok) throw await problemOf(response);
    if (response.status === 204) return undefined as Answer;
    try {
      return (await response.json()) as Answer;
    } catch (error) {
      throw new NetworkFailure(error);
    }
  };
  return {
    get: (path) => patiently(() => call('GET', path), pauses),
    put: (path, body) => call('PUT', path, body),
    post: (path, body) => call('POST', path, body),
  };
}
