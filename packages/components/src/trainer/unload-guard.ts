import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets the browser ask before the page goes while something on it is not saved. */
export class UnloadGuard implements ReactiveController {
  readonly #unsaved: () => boolean;

  constructor(host: ReactiveControllerHost, unsaved: () => boolean) {
    this.#unsaved = unsaved;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeunload', this.#warn);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.#warn);
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#unsaved()) event.preventDefault();
  };
}
