import { createServer } from 'node:http';
import { ACTOR_HEADER, ACTOR_TOKEN, type Actor, ActorSchema } from '@mgv/contracts';
import { jwtVerify } from 'jose';
import { SERVICE_KEY, type TestTool } from './test-tool.ts';

/** Grading as far as the tool sees it: takes everything, and remembers who asked. */
export interface TestGrading {
  url: string;
  /** Everybody who asked so far. */
  actors: Actor[];
  /** What it answers. */
  answer: { status: number; type: string; body: string };
  close: () => Promise<void>;
}

/** Starts one on a free port. */
export async function startTestGrading(): Promise<TestGrading> {
  const server = createServer((req, res) => {
    req.resume();
    actorFrom(req.headers[ACTOR_HEADER]).then(
      (actor) => {
        grading.actors.push(actor);
        res.writeHead(grading.answer.status, { 'content-type': grading.answer.type }).end(grading.answer.body);
      },
      (error: unknown) => res.writeHead(401).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const grading: TestGrading = {
    url: `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`,
    actors: [],
    answer: { status: 200, type: 'application/json', body: '{}' },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  return grading;
}

async function actorFrom(header: unknown): Promise<Actor> {
  const { payload } = await jwtVerify(String(header), Buffer.from(SERVICE_KEY), { ...ACTOR_TOKEN });
  return ActorSchema.parse(payload['actor']);
}

/** A request of a page, with the token of its session. */
export const callApi = (tool: TestTool, token: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${tool.url}/api${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });

/** Who a session's page is, as grading hears it; `null` when the tool lets it ask nothing. */
export async function actorOfSession(tool: TestTool, grading: TestGrading, token: string): Promise<Actor | null> {
  const before = grading.actors.length;
  await callApi(tool, token, '/assignment');
  return grading.actors.length === before ? null : (grading.actors.at(-1) ?? null);
}
