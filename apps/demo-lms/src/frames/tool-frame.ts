import type { Faults } from '../faults/faults.ts';
import { html, type Html } from '../pages/html.ts';

/** A frame to put the tool in. */
export interface ToolFrame {
  title: string;
  /** Where the frame begins: an address of ours that sends it to the tool, or one of the tool. */
  src: string;
  /** The tool's origin: messages from elsewhere are not heard. */
  origin: string;
  faults: Faults;
  /** Told by a POST when the tool's page stands in the frame. */
  shown?: string;
  /** Where the page goes when the tool asks to close the frame. */
  close?: string;
}

/** Scripts that a page with a {@link toolFrame} needs. */
export const FRAME_PAGE_SCRIPTS: readonly string[] = ['storage.js', 'frame.js'];

/** The tool in a frame, with a frame for platform storage beside it where that is how storage is offered. */
export function toolFrame({ title, src, origin, faults, shown, close }: ToolFrame): Html {
  const { storage, storageTarget } = faults;
  const forwarding = storageTarget !== '_parent' && storage !== 'off' && storage !== 'no-frame';
  return html`${
      forwarding &&
      html`<iframe
        name="${storageTarget}"
        data-src="/lti/storage"
        title="Opslag voor de tool"
        tabindex="-1"
        hidden
      ></iframe>`
    }<iframe
      title="${title}"
      data-tool="${origin}"
      data-src="${src}"
      data-storage="${storage === 'no-frame' && storageTarget === '_parent' ? 'silent' : storage}"
      data-target="${storageTarget}"
      ${shown === undefined ? null : html`data-shown="${shown}"`}
      ${close === undefined ? null : html`data-close="${close}"`}
      allow="${allowance(origin)}"
    ></iframe>`;
}

/** What the page in the frame may use, as an LMS usually allows. */
const allowance = (origin: string): string => `microphone ${origin}; camera ${origin}; fullscreen ${origin}`;
