import type { AssignmentSettings, AttemptSummary, AttemptView, Preview, PreviewRequest } from '@mgv/contracts';
import type { Answer, Answers, ScenarioSummary } from '@mgv/core';
import type { Api } from '../shared/api.ts';

/** Asks what a student with these answers would see. */
export type AskPreview = (request: PreviewRequest) => Promise<Preview>;

interface Options {
  scenario: ScenarioSummary;
  settings: AssignmentSettings;
  ask: AskPreview;
  now?: () => Date;
}

/** An attempt in a preview, with what the service knows of a real one. */
interface Attempt {
  id: string;
  answers: Answers;
  locked: string[];
  startedAt: string;
  handedInAt: string | null;
}

/**
 * Stands in for the service behind a student's page: attempts live in this page alone, and the server is asked what a
 * student with their answers would see. Nothing is kept when the page goes.
 */
export class PreviewService implements Api {
  readonly #options: Required<Options>;
  readonly #attempts: Attempt[] = [];

  constructor(options: Options) {
    this.#options = { now: () => new Date(), ...options };
  }

  get = async <Answered>(path: string): Promise<Answered> => {
    const answer: unknown = path === '/assignment' ? this.#assignment() : await this.#view(this.#at(path));
    return answer as Answered;
  };

  put = <Answered>(path: string, body: unknown): Promise<Answered> => {
    const saved: unknown = this.#save(path, body);
    return Promise.resolve(saved as Answered);
  };

  post = async <Answered>(path: string, body?: unknown): Promise<Answered> => {
    const answer: unknown = await this.#do(path, body);
    return answer as Answered;
  };

  async #do(path: string, body: unknown): Promise<unknown> {
    if (path === '/attempts') return this.#view(this.#start());
    const attempt = this.#at(path);
    if (path.endsWith('/hand-in')) {
      attempt.handedInAt = this.#options.now().toISOString();
      return this.#view(attempt);
    }
    this.#save(path, body);
    const step = stepIn(path);
    attempt.locked = [...attempt.locked, step];
    const { scenario, feedback } = await this.#ask(attempt);
    return { scenario, feedback: feedback[step] };
  }

  #assignment(): unknown {
    const { scenario, settings } = this.#options;
    const limit = settings.attempts;
    return {
      role: 'student',
      scenario,
      settings,
      attempts: this.#attempts.map((attempt) => this.#summary(attempt)),
      attemptsLeft: limit === null ? null : Math.max(0, limit - this.#attempts.length),
      gradebook: 'absent',
    };
  }

  #summary({ id, startedAt, handedInAt }: Attempt): AttemptSummary {
    const number = this.#attempts.findIndex((attempt) => attempt.id === id) + 1;
    const state = handedInAt === null ? 'open' : 'handed-in';
    const { maximum } = this.#options.scenario;
    return { id, number, state, startedAt, handedInAt, points: null, maximum, counts: false };
  }

  /** A new attempt, or the one that is open. */
  #start(): Attempt {
    const open = this.#attempts.find(({ handedInAt }) => handedInAt === null);
    if (open) return open;
    const startedAt = this.#options.now().toISOString();
    const attempt = { id: `preview-${String(this.#attempts.length + 1)}`, answers: {}, locked: [], startedAt };
    this.#attempts.push({ ...attempt, handedInAt: null });
    return this.#at(`/attempts/${attempt.id}`);
  }

  #at(path: string): Attempt {
    const [, , id] = path.split('/');
    const attempt = this.#attempts.find((each) => each.id === id);
    if (!attempt) throw new Error(`the preview has nothing at ${path}`);
    return attempt;
  }

  #save(path: string, body: unknown): { savedAt: string; outdated: boolean } {
    const attempt = this.#at(path);
    // From our own student page.
    const { answer } = body as { answer: Answer };
    attempt.answers = { ...attempt.answers, [stepIn(path)]: answer };
    return { savedAt: this.#options.now().toISOString(), outdated: false };
  }

  #ask({ answers, locked, handedInAt }: Attempt): Promise<Preview> {
    const { scenario, settings, ask } = this.#options;
    return ask({
      scenarioId: scenario.id,
      results: settings.results,
      answers,
      locked,
      handedIn: handedInAt !== null,
    });
  }

  async #view(attempt: Attempt): Promise<AttemptView> {
    const { number, state } = this.#summary(attempt);
    const { id, answers, locked, startedAt, handedInAt } = attempt;
    const { settings } = this.#options;
    const seen = await this.#ask(attempt);
    return { id, number, state, settings, ...seen, answers, locked, startedAt, savedAt: null, handedInAt, mark: null };
  }
}

/** The step of `/attempts/:id/answers/:stepId`. */
const stepIn = (path: string): string => decodeURIComponent(path.split('/')[4] ?? '');
