import type { AttemptView } from '@mgv/contracts';
import type { Answer, StudentStep } from '@mgv/core';
import { isAnswered } from '@mgv/core/browser';
import { NetworkFailure } from '../shared/api.ts';
import { AnswerSaver } from './answer-saver.ts';
import type { StudentApi } from './student-api.ts';

/** An open attempt in the browser: what was answered, what is saved, what is fixed. */
export class AttemptSession {
  readonly saver: AnswerSaver;
  /** A request to lock or to hand in is on its way. */
  busy = false;
  /** Why the last lock or hand-in failed. */
  problem: unknown = null;

  readonly #api: StudentApi;
  readonly #changed: () => void;
  #attempt: AttemptView;

  /** @param changed - Called when anything here changed: draw again. */
  constructor(api: StudentApi, attempt: AttemptView, changed: () => void) {
    this.#api = api;
    this.#attempt = attempt;
    this.#changed = changed;
    this.saver = new AnswerSaver({ save: (step, body) => api.save(attempt.id, step, body), changed });
    if (attempt.savedAt !== null) this.saver.state = 'saved';
  }

  get attempt(): AttemptView {
    return this.#attempt;
  }

  get steps(): readonly StudentStep[] {
    return this.#attempt.scenario.steps;
  }

  isLocked(step: string): boolean {
    return this.#attempt.locked.includes(step);
  }

  /** Whether the student may ask for feedback at this step now. */
  mayLock(step: StudentStep): boolean {
    return (
      step.kind !== 'explanation' &&
      this.#attempt.settings.results === 'per-step' &&
      !this.isLocked(step.id) &&
      isAnswered(this.#attempt.answers[step.id])
    );
  }

  /** Takes what the student answered; it is saved by itself. */
  answer(step: string, answer: Answer): void {
    if (this.isLocked(step)) return;
    this.#attempt = { ...this.#attempt, answers: { ...this.#attempt.answers, [step]: answer } };
    this.saver.set(step, answer);
    this.#changed();
  }

  /**
   * Fixes an answer and gets its feedback.
   *
   * @returns whether it worked; else `problem` says why.
   */
  async lock(step: string): Promise<boolean> {
    const done = await this.#asking(async () => {
      const answer = this.#attempt.answers[step];
      if (!answer) return;
      const body = { answer, sequence: this.saver.sequence() };
      const { feedback, scenario } = await this.#api.lock(this.#attempt.id, step, body);
      this.#attempt = {
        ...this.#attempt,
        scenario,
        locked: [...this.#attempt.locked, step],
        feedback: { ...this.#attempt.feedback, [step]: feedback },
      };
    });
    return done;
  }

  /**
   * Hands in, once everything is saved.
   *
   * @returns whether it worked; else `problem` says why.
   */
  async handIn(): Promise<boolean> {
    return await this.#asking(async () => {
      this.#attempt = await this.#api.handIn(this.#attempt.id);
    });
  }

  async #asking(ask: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.#changed();
    try {
      if (!(await this.saver.flush())) throw new NetworkFailure('answers are not saved');
      await ask();
      return true;
    } catch (error) {
      this.problem = error;
      return false;
    } finally {
      this.busy = false;
      this.#changed();
    }
  }
}
