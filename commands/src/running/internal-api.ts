import { ProblemSchema } from '@mgv/contracts';
import { serviceAuthorization } from '@mgv/service-kit/settings';
import type { z } from 'zod';
import { CommandError, type Settings } from './settings.ts';

interface Call<Schema extends z.ZodType> {
  service: 'lti' | 'grading';
  path: string;
  answer: Schema;
  /** Makes it a POST. */
  body?: unknown;
}

/** Calls the running services over their internal API. */
export type InternalApi = <Schema extends z.ZodType>(call: Call<Schema>) => Promise<z.infer<Schema>>;

const NOT_RUNNING = 'start them with "npm run serve" (or "npm start") and try again';

/**
 * The internal API of an installation.
 *
 * @throws {CommandError} from each call, in plain words: no service runs, another key, a refusal with its faults.
 */
export function internalApi(settings: Settings): InternalApi {
  return async ({ service, path, answer, body }) => {
    const base = service === 'lti' ? settings.ltiUrl : settings.gradingUrl;
    if (settings.serviceKey === null)
      throw new CommandError(`No service has run with ${settings.dataDir} yet: ${NOT_RUNNING}.`);
    const response = await fetch(`${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...serviceAuthorization(settings.serviceKey),
        'Content-Type': 'application/json',
        'Accept-Language': 'en',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    }).catch((cause: unknown) => {
      throw new CommandError(`No service answers at ${base}: ${NOT_RUNNING}.`, { cause });
    });
    const text = await response.text();
    if (!response.ok) throw refusal(response.status, text, base);
    return answer.parse(JSON.parse(text));
  };
}

function refusal(status: number, text: string, base: string): CommandError {
  const problem = ProblemSchema.safeParse(safeJson(text));
  if (!problem.success) return new CommandError(`${base} answered ${String(status)}.`);
  const { code, title, detail, faults = [], reference } = problem.data;
  if (code === 'not-found') {
    return new CommandError(
      `${base} does not know this service key: use the DATA_DIR or SERVICE_KEY that the running services use.`,
    );
  }
  const lines = faults.map(({ path, message }) => `  ${path}: ${message}`);
  return new CommandError([`${title} ${detail ?? ''} (${code}, reference ${reference})`, ...lines].join('\n'));
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
