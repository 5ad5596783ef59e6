import type { AnswerSaved, AssignmentView, AttemptView, Review, SaveAnswer, StepLocked } from '@mgv/contracts';
import type { Api } from '../shared/api.ts';

/** What a student's page asks of the service. Every call throws as {@link Api} does. */
export interface StudentApi {
  assignment: () => Promise<AssignmentView>;
  /** The work that the launch asked to see. */
  review: () => Promise<Review>;
  /** Starts a new attempt, or gives back the open one. */
  start: () => Promise<AttemptView>;
  attempt: (id: string) => Promise<AttemptView>;
  save: (attempt: string, step: string, body: SaveAnswer) => Promise<AnswerSaved>;
  lock: (attempt: string, step: string, body: SaveAnswer) => Promise<StepLocked>;
  handIn: (attempt: string) => Promise<AttemptView>;
}

/** The student's calls over `api`. */
export function studentApi(api: Api): StudentApi {
  const answer = (attempt: string, step: string): string =>
    `/attempts/${encodeURIComponent(attempt)}/answers/${encodeURIComponent(step)}`;
  return {
    assignment: () => api.get('/assignment'),
    review: () => api.get('/review'),
    start: () => api.post('/attempts'),
    attempt: (id) => api.get(`/attempts/${encodeURIComponent(id)}`),
    save: (attempt, step, body) => api.put(answer(attempt, step), body),
    lock: (attempt, step, body) => api.post(`${answer(attempt, step)}/lock`, body),
    handIn: (id) => api.post(`/attempts/${encodeURIComponent(id)}/hand-in`),
  };
}
