import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { trainerKey, type TrainerKey } from './trainer-keys.ts';

/** Listens for the trainer's shortcuts as long as its host is on the page. */
export class KeyController implements ReactiveController {
  readonly #options: { wanted: () => boolean; press: (key: TrainerKey) => void };

  /**
   * @param options.wanted - Whether shortcuts work at this moment.
   * @param options.press - Does what a key asks for.
   */
  constructor(host: ReactiveControllerHost, options: { wanted: () => boolean; press: (key: TrainerKey) => void }) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#listen);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#listen);
  }

  readonly #listen = (event: KeyboardEvent): void => {
    const key = trainerKey(event);
    if (!key || !this.#options.wanted()) return;
    event.preventDefault();
    this.#options.press(key);
  };
}
