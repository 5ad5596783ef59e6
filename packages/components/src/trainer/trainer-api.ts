import type {
  AssignmentView,
  GradingView,
  ReleasedAll,
  Review,
  Roster,
  SaveMark,
  ScenarioList,
  SetUpAssignment,
  SubmissionList,
} from '@mgv/contracts';
import type { Api } from '../shared/api.ts';

/** What the trainer page asks of the server; every method rejects as {@link Api} does. */
export interface TrainerApi {
  assignment: () => Promise<AssignmentView>;
  setUp: (assignment: SetUpAssignment) => Promise<void>;
  scenarios: () => Promise<ScenarioList>;
  submissions: () => Promise<SubmissionList>;
  /** Who is in the course, as far as the platform says. */
  roster: () => Promise<Roster>;
  /** The work that the launch asked to see. */
  review: () => Promise<Review>;
  submission: (attemptId: string) => Promise<GradingView>;
  /** Saves a new version and gives the attempt as it is then. */
  save: (attemptId: string, mark: SaveMark) => Promise<GradingView>;
  release: (attemptId: string, version: number) => Promise<GradingView>;
  releaseAll: () => Promise<ReleasedAll>;
  retryPassback: (passbackId: string) => Promise<void>;
}

/** The trainer's part of `/api`. */
export function createTrainerApi(api: Api): TrainerApi {
  return {
    assignment: () => api.get('/assignment'),
    setUp: (assignment) => api.put('/assignment', assignment),
    scenarios: () => api.get('/scenarios'),
    submissions: () => api.get('/submissions'),
    roster: () => api.get('/roster'),
    review: () => api.get('/review'),
    submission: (attemptId) => api.get(`/submissions/${attemptId}`),
    save: (attemptId, mark) => api.post(`/submissions/${attemptId}/marks`, mark),
    release: (attemptId, version) => api.post(`/submissions/${attemptId}/release`, { version }),
    releaseAll: () => api.post('/releases'),
    retryPassback: (passbackId) => api.post(`/passbacks/${passbackId}/retry`),
  };
}
