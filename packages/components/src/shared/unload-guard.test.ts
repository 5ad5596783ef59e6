import { LitElement } from 'lit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isUnsaved, UnloadGuard, UnsavedEvent } from './unload-guard.ts';

class Guarded extends LitElement {
  unsaved = false;

  constructor() {
    super();
    new UnloadGuard(this, () => this.unsaved);
  }

  async become(unsaved: boolean): Promise<void> {
    this.unsaved = unsaved;
    this.requestUpdate();
    await this.updateComplete;
  }
}
customElements.define('test-guarded', Guarded);

let heard: boolean[];
let element: Guarded;
const hear = (event: Event): void => {
  if (event instanceof UnsavedEvent) heard.push(event.unsaved);
};
const asksBeforeLeaving = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

beforeEach(() => {
  heard = [];
  window.addEventListener('mgv-unsaved', hear);
  element = new Guarded();
  document.body.append(element);
});
afterEach(() => {
  window.removeEventListener('mgv-unsaved', hear);
  element.remove();
});

it('lti-227 tells once when something is unsaved, and once when it is saved', async () => {
  await element.become(false);
  for (const unsaved of [true, true, false, false, true]) await element.become(unsaved);
  expect(heard).toEqual([true, false, true]);
});

it('lti-227 asks before leaving while something is unsaved', async () => {
  expect([asksBeforeLeaving(), isUnsaved()]).toEqual([false, false]);
  await element.become(true);
  expect([asksBeforeLeaving(), isUnsaved()]).toEqual([true, true]);
});

it('lti-227 tells that nothing is unsaved when it goes', async () => {
  await element.become(true);
  element.remove();
  await element.become(true);
  expect(heard).toEqual([true, false]);
  expect([asksBeforeLeaving(), isUnsaved()]).toEqual([false, false]);
});
