import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something again and again while its host is on a page that somebody looks at. */
export class PollController implements ReactiveController {
  readonly #ask: () => Promise<void>;
  readonly #pause: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connected = false;

  /**
   * @param ask - One round; a rejection is left for the next round.
   * @param pause - Milliseconds to the next round, asked after each.
   */
  constructor(host: ReactiveControllerHost, ask: () => Promise<void>, pause: () => number) {
    this.#ask = ask;
    this.#pause = pause;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#look);
    this.#plan();
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  /** Starts the pause anew; call it when `pause` may have become shorter. */
  again(): void {
    this.#plan();
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (this.#connected) this.#timer = setTimeout(() => void this.#round(), this.#pause());
  }

  async #round(): Promise<void> {
    if (document.visibilityState === 'visible') await this.#ask().catch(() => undefined);
    this.#plan();
  }

  readonly #look = (): void => {
    if (document.visibilityState === 'visible') void this.#round();
  };
}
