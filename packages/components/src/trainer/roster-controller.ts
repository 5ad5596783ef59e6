import type { Roster } from '@mgv/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds before the roster is asked for again; the service asks the platform no more often. */
const EVERY = 60_000;

/** The roster beside the list: the list never waits for it, and does without it. */
export class RosterController implements ReactiveController {
  /** The newest that came; `null` before the first. */
  roster: Roster | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #ask: () => Promise<Roster>;
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking = false;

  constructor(host: ReactiveControllerHost, ask: () => Promise<Roster>) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostConnected(): void {
    this.#askedAt = Number.NEGATIVE_INFINITY;
  }

  /** Whether the service is still reading it, so that it is worth asking again soon. */
  get reading(): boolean {
    return this.roster?.problem === 'still-reading';
  }

  /** Asks for it when it is time. A failure changes nothing: the next round may do better. */
  async refresh(): Promise<void> {
    const none = this.roster !== null && this.roster.readAt === null && this.roster.problem === null;
    const due = this.reading || performance.now() - this.#askedAt >= EVERY;
    if (this.#asking || none || !due) return;
    this.#asking = true;
    this.#askedAt = performance.now();
    try {
      this.roster = await this.#ask();
      this.#host.requestUpdate();
    } catch {
      // The list says what it knows without it.
    } finally {
      this.#asking = false;
    }
  }
}
