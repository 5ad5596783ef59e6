import type { GradingView, SaveMark } from '@mgv/contracts';
import { ApiProblem } from '../shared/api.ts';
import type { TrainerApi } from './trainer-api.ts';
import { assignmentOf, gradingOf, idOf, listOf, rowOf, versionOf } from './trainer.fixture.ts';

/** A refusal as the service gives it. */
export function problem(status: number, code: string): ApiProblem {
  return new ApiProblem({ type: 'about:blank', title: `Geweigerd: ${code}`, status, code, reference: 'ref-1' });
}

/** A server in memory with one attempt; replace a method to let it do something else. */
export interface FakeApi extends TrainerApi {
  view: GradingView;
  /** Every change asked for, in order. */
  calls: { name: string; body?: unknown }[];
}

/** A server whose attempt is `view`. It checks what the real one checks of a save. */
export function fakeApi(view: GradingView = gradingOf()): FakeApi {
  const api: FakeApi = {
    view,
    calls: [],
    assignment: () => Promise.resolve(assignmentOf()),
    setUp: (body) => Promise.resolve(void api.calls.push({ name: 'setUp', body })),
    scenarios: () => Promise.resolve({ scenarios: [assignmentOf().scenario].flatMap((each) => each ?? []) }),
    submissions: () => Promise.resolve(listOf([rowOf(1, { name: 'Sam de Vries' }), rowOf(2, { name: null })])),
    roster: () => Promise.resolve({ members: [], readAt: null, problem: null }),
    review: () => Promise.reject(problem(404, 'not-found')),
    submission: (attemptId) => Promise.resolve({ ...api.view, attemptId }),
    save: (_, body) => {
      api.calls.push({ name: 'save', body });
      return savedBy(api, body);
    },
    release: (_, version) => {
      api.calls.push({ name: 'release', body: version });
      const versions = api.view.versions.map((each) => ({ ...each, releasedAt: '2026-03-04T10:00:00.000Z' }));
      api.view = { ...api.view, versions };
      return Promise.resolve(api.view);
    },
    releaseAll: () => {
      api.calls.push({ name: 'releaseAll' });
      return Promise.resolve({ released: 2, incomplete: 1 });
    },
    retryPassback: (body) => Promise.resolve(void api.calls.push({ name: 'retryPassback', body })),
  };
  return api;
}

async function savedBy(api: FakeApi, { basedOn, newestAttempt, ...mark }: SaveMark): Promise<GradingView> {
  const { versions, attempts } = api.view;
  if (attempts.at(-1)?.number !== newestAttempt) throw problem(409, 'newer-attempt');
  if (versions.length !== basedOn) throw problem(409, 'mark-changed');
  const version = versionOf({
    ...mark,
    id: idOf(900 + versions.length),
    version: versions.length + 1,
    releasedAt: null,
  });
  api.view = { ...api.view, versions: [...versions, version] };
  return Promise.resolve(api.view);
}
