import {
  type Actor,
  AnswerSavedSchema,
  AssignmentViewSchema,
  AttemptViewSchema,
  GradingViewSchema,
  PassbackListSchema,
  PassbackViewSchema,
  ReleasedAllSchema,
  RetriedSchema,
  StepLockedSchema,
  SubmissionListSchema,
} from '@mgv/contracts';
import { createLogger } from '@mgv/service-kit';
import { z } from 'zod';
import { type GradingOptions, startGrading } from '../app.ts';
import { SERVICE_KEY, signed } from './people.ts';
import { TEST_SOURCE } from './scenarios.ts';
import type { TestDatabase } from './test-database.ts';

/** An answer of the service, with its body parsed as its contract says. */
export interface Reply<Body> {
  status: number;
  body: Body;
}
type Call = (actor: Actor, method: string, path: string, body?: unknown) => Promise<Reply<unknown>>;
const CodeSchema = z.object({ code: z.string() });

/** What people do with the service; every answer must be what its contract says. */
function asPeople(call: Call) {
  const typed =
    <S extends z.ZodType>(schema: S) =>
    async (actor: Actor, method: string, path: string, body?: unknown): Promise<z.infer<S>> => {
      const reply = await call(actor, method, path, body);
      if (reply.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
      return schema.parse(reply.body);
    };
  const attempt = typed(AttemptViewSchema);
  const submission = typed(GradingViewSchema);
  const answerPath = (id: string, step: string) => `/api/attempts/${id}/answers/${step}`;
  return {
    open: (who: Actor) => typed(AssignmentViewSchema)(who, 'GET', '/api/assignment'),
    setUp: (who: Actor, body: unknown) => typed(AssignmentViewSchema)(who, 'PUT', '/api/assignment', body),
    start: (who: Actor) => attempt(who, 'POST', '/api/attempts'),
    read: (who: Actor, id: string) => attempt(who, 'GET', `/api/attempts/${id}`),
    handIn: (who: Actor, id: string) => attempt(who, 'POST', `/api/attempts/${id}/hand-in`),
    save: (who: Actor, id: string, step: string, body: unknown) =>
      typed(AnswerSavedSchema)(who, 'PUT', answerPath(id, step), body),
    lock: (who: Actor, id: string, step: string, body: unknown) =>
      typed(StepLockedSchema)(who, 'POST', `${answerPath(id, step)}/lock`, body),
    list: (who: Actor) => typed(SubmissionListSchema)(who, 'GET', '/api/submissions'),
    inspect: (who: Actor, id: string) => submission(who, 'GET', `/api/submissions/${id}`),
    grade: (who: Actor, id: string, body: unknown) => submission(who, 'POST', `/api/submissions/${id}/marks`, body),
    release: (who: Actor, id: string, version: number) =>
      submission(who, 'POST', `/api/submissions/${id}/release`, { version }),
    releaseAll: (who: Actor) => typed(ReleasedAllSchema)(who, 'POST', '/api/releases'),
    retry: (who: Actor, id: string) => typed(PassbackViewSchema)(who, 'POST', `/api/passbacks/${id}/retry`),
    /** The status and code of a refusal: `409 answer-locked`. */
    refusal: async (who: Actor, method: string, path: string, body?: unknown): Promise<string> => {
      const reply = await call(who, method, path, body);
      return `${String(reply.status)} ${CodeSchema.parse(reply.body).code}`;
    },
  };
}

function makeClient(url: string, now: () => Date) {
  const raw = async (path: string, init: RequestInit): Promise<Reply<unknown>> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, body };
  };
  const call: Call = async (actor, method, path, body) => {
    const headers = { ...(await signed(actor, now())), 'Content-Type': 'application/json' };
    return raw(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  };
  const headers = { Authorization: `Bearer ${SERVICE_KEY}`, 'Content-Type': 'application/json' };
  return {
    raw,
    call,
    ...asPeople(call),
    passbacks: async (query = '') =>
      PassbackListSchema.parse((await raw(`/internal/passbacks${query}`, { headers })).body).passbacks,
    retryAll: async () => {
      const init = { method: 'POST', headers, body: JSON.stringify({ ids: null }) };
      return RetriedSchema.parse((await raw('/internal/passbacks/retry', init)).body).retried;
    },
  };
}
/** What people and programs do with a service. */
export type Client = ReturnType<typeof makeClient>;

/** A client of the service at `url`. */
export function clientOf(url: string, now: () => Date): Client {
  return makeClient(url, now);
}

/** A running service with what people do with it. */
export interface TestGrading extends Client {
  /** Milliseconds by which a test has moved the clock. */
  clock: { offset: number };
  now: () => Date;
  close: () => Promise<void>;
}

/** Starts the service on a free port with a clock that a test can move, and quick retries. */
export async function startTestGrading(
  database: TestDatabase,
  ltiUrl: string,
  change: Partial<GradingOptions> = {},
): Promise<TestGrading> {
  const clock = { offset: 0 };
  const now = (): Date => new Date(Date.now() + clock.offset);
  const service = await startGrading({
    host: '127.0.0.1',
    port: 0,
    dataDir: database.dataDir,
    databaseUrl: database.databaseUrl,
    ltiUrl,
    serviceKey: SERVICE_KEY,
    allowPrivateNetworks: true,
    source: TEST_SOURCE,
    logger: createLogger('grading', process.env['TEST_LOG_LEVEL'] ?? 'silent'),
    now,
    backOff: { base: 20, cap: 100, giveUpAfter: 172_800_000, random: () => 0.5 },
    sweepEvery: 200,
    ...change,
  });
  const client = clientOf(`http://127.0.0.1:${String(service.port)}`, now);
  return { clock, now, close: service.close, ...client };
}
