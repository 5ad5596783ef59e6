import type { AssignmentView, AttemptView, Problem } from '@mgv/contracts';
import { choiceFeedback, scenario } from './student.fixture.ts';

interface Asked {
  method: string;
  path: string;
  body: unknown;
}

/** The service behind a student's page, as a `fetch` that answers from memory. */
export class FakeService {
  assignment: AssignmentView;
  attempt: AttemptView;
  /** `network`: no answer at all; a number: a problem with that status. */
  failing: 'network' | number | null = null;
  outdated = false;
  /** What a launch for the student's work leads to. */
  reviewed: string | null = null;
  readonly asked: Asked[] = [];

  constructor(assignment: AssignmentView, attempt: AttemptView) {
    this.assignment = assignment;
    this.attempt = attempt;
  }

  /** Requests of this method, as path and body. */
  requests(method: string): Asked[] {
    return this.asked.filter((each) => each.method === method);
  }

  readonly fetch: typeof globalThis.fetch = (input, init) => {
    const path = (input instanceof Request ? input.url : String(input)).replace('/api', '');
    const method = init?.method ?? 'GET';
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    this.asked.push({ method, path, body });
    if (this.failing === 'network') return Promise.reject(new TypeError('Failed to fetch'));
    if (this.failing !== null) return Promise.resolve(this.#problem(this.failing));
    return Promise.resolve(Response.json(this.#answer(method, path)));
  };

  #answer(method: string, path: string): unknown {
    if (path === '/assignment') return this.assignment;
    if (path === '/review') return { attemptId: this.reviewed, name: null, ordinal: 1 };
    if (path.endsWith('/hand-in')) {
      this.attempt = { ...this.attempt, state: 'handed-in', handedInAt: '2026-03-03T14:00:00.000Z' };
      return this.attempt;
    }
    if (path.endsWith('/lock')) return { feedback: choiceFeedback, scenario };
    if (method === 'PUT') return { savedAt: '2026-03-03T14:00:00.000Z', outdated: this.outdated };
    return this.attempt;
  }

  #problem(status: number): Response {
    const problem: Problem = {
      type: 'about:blank',
      title: 'Dit kan nu niet.',
      detail: 'Probeer het straks.',
      status,
      code: 'fake',
      reference: 'ref-1',
    };
    return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
  }
}
