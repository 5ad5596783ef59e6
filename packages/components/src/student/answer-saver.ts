import type { AnswerSaved, SaveAnswer } from '@mgv/contracts';
import type { Answer } from '@mgv/core';
import { isExpired, mayRetry } from '../shared/api.ts';
import type { SaveState } from '../shared/save-state.ts';

/** Milliseconds without typing before a save. */
const QUIET = 600;
const FIRST_RETRY = 1000;
const LAST_RETRY = 30_000;

export interface AnswerSaverOptions {
  save: (step: string, body: SaveAnswer) => Promise<AnswerSaved>;
  /** Something changed: read `state`, `outdated` and `refusal` again. */
  changed: () => void;
  now?: () => number;
  setTimeout?: (run: () => void, milliseconds: number) => unknown;
  clearTimeout?: (timer: unknown) => void;
}

/**
 * Saves answers while a student types: after a moment of quiet, or at once by `flush`. What could not be saved stays
 * in memory and is tried again, ever less often, until it is; a newer answer takes an older one's place.
 */
export class AnswerSaver {
  /** `saved` once something was saved and nothing waits. */
  state: SaveState = 'none';
  /** A newer answer from another tab or device was kept instead of ours. */
  outdated = false;
  /** The last refusal that trying again will not change. */
  refusal: unknown = null;

  readonly #options: Required<AnswerSaverOptions>;
  readonly #waiting = new Map<string, SaveAnswer>();
  #timer: unknown;
  #retry = FIRST_RETRY;
  #last = 0;
  #running: Promise<void> | null = null;

  constructor(options: AnswerSaverOptions) {
    this.#options = {
      now: Date.now,
      setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
      clearTimeout: (timer) => {
        clearTimeout(timer as ReturnType<typeof setTimeout>);
      },
      ...options,
    };
  }

  /** Whether something the student typed is not with the service yet. */
  get unsaved(): boolean {
    return this.#waiting.size > 0;
  }

  /** Takes an answer to be saved soon. */
  set(step: string, answer: Answer): void {
    this.#waiting.set(step, { answer, sequence: this.sequence() });
    if (this.state === 'expired') return;
    if (this.state !== 'retrying') {
      this.#become('saving');
      this.#schedule(QUIET);
    }
  }

  /** The next sequence: now, and always more than the one before. */
  sequence(): number {
    this.#last = Math.max(this.#options.now(), this.#last + 1);
    return this.#last;
  }

  /** No longer to be saved: the answer went another way. */
  drop(step: string): void {
    this.#waiting.delete(step);
    if (!this.unsaved && this.state !== 'none') this.#become('saved');
  }

  /**
   * Saves all that waits, now.
   *
   * @returns whether everything is saved; never throws.
   */
  async flush(): Promise<boolean> {
    this.#options.clearTimeout(this.#timer);
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = null;
    });
    await this.#running;
    return !this.unsaved;
  }

  #become(state: SaveState): void {
    this.state = state;
    this.#options.changed();
  }

  #schedule(milliseconds: number): void {
    this.#options.clearTimeout(this.#timer);
    this.#timer = this.#options.setTimeout(() => void this.flush(), milliseconds);
  }

  async #saveAll(): Promise<void> {
    while (this.unsaved) {
      const [next] = this.#waiting;
      if (!next) return;
      const [step, body] = next;
      try {
        const { outdated } = await this.#options.save(step, body);
        this.#retry = FIRST_RETRY;
        this.outdated ||= outdated;
        // What was typed meanwhile still waits.
        if (this.#waiting.get(step) === body) this.#waiting.delete(step);
      } catch (error) {
        if (this.#failed(error, step, body)) return;
      }
    }
    if (this.state !== 'none' && this.state !== 'refused') this.#become('saved');
  }

  /** @returns whether to stop for now. */
  #failed(error: unknown, step: string, body: SaveAnswer): boolean {
    if (isExpired(error)) {
      this.#become('expired');
      return true;
    }
    if (!mayRetry(error)) {
      this.refusal = error;
      if (this.#waiting.get(step) === body) this.#waiting.delete(step);
      this.#become('refused');
      return false;
    }
    this.#become('retrying');
    this.#schedule(this.#retry);
    this.#retry = Math.min(this.#retry * 2, LAST_RETRY);
    return true;
  }
}
