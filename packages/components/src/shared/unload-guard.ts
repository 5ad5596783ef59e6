import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something on this page became unsaved, or everything is saved again; dispatched at the window. */
export class UnsavedEvent extends Event {
  readonly unsaved: boolean;

  constructor(unsaved: boolean) {
    super('mgv-unsaved');
    this.unsaved = unsaved;
  }
}

/** Lets the browser ask before the page goes while something on it is not saved, and tells the frame. */
export class UnloadGuard implements ReactiveController {
  readonly #unsaved: () => boolean;
  #told = false;
  #connected = false;

  constructor(host: ReactiveControllerHost, unsaved: () => boolean) {
    this.#unsaved = unsaved;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    window.addEventListener('beforeunload', this.#warn);
    window.addEventListener('mgv-is-unsaved', this.#warn);
  }

  hostUpdated(): void {
    // A save that ends after the element has gone draws it once more.
    if (this.#connected) this.#tell(this.#unsaved());
  }

  hostDisconnected(): void {
    this.#connected = false;
    window.removeEventListener('beforeunload', this.#warn);
    window.removeEventListener('mgv-is-unsaved', this.#warn);
    this.#tell(false);
  }

  #tell(unsaved: boolean): void {
    if (unsaved === this.#told) return;
    this.#told = unsaved;
    window.dispatchEvent(new UnsavedEvent(unsaved));
  }

  readonly #warn = (event: Event): void => {
    if (this.#unsaved()) event.preventDefault();
  };
}

/** Whether anything on this page is unsaved. */
export function isUnsaved(): boolean {
  return !window.dispatchEvent(new Event('mgv-is-unsaved', { cancelable: true }));
}
