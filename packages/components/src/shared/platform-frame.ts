import { watchHeight } from './frame-size.ts';
import { askCapabilities, type Message } from './platform-messages.ts';
import { UnsavedEvent } from './unload-guard.ts';

/** Names of the message that gives the frame its height; platforms know the first, older ones the second. */
const RESIZE = ['lti.frameResize', 'org.imsglobal.lti.frameResize'] as const;

interface Surroundings {
  /** Origin of the platform's authentication endpoint: the platform's, unless the page around ours says otherwise. */
  origin: string;
  /** What the platform may ask before it leaves this page: a sentence. */
  unsaved: () => string;
}

/** Whom to tell, and by which names, once the page around ours has said what it understands, or has kept silent. */
async function meet(origin: string, page: Window): Promise<{ origin: string; resize: readonly string[] }> {
  const capabilities = await askCapabilities(page);
  if (!capabilities) return { origin, resize: RESIZE };
  const known = RESIZE.filter((subject) => capabilities.frames.has(subject));
  return {
    // A page without an origin of its own cannot be addressed by it.
    origin: capabilities.origin === 'null' ? '*' : capabilities.origin,
    // Lists are not always complete, and what a platform does not know it ignores.
    resize: known.length > 0 ? known : RESIZE,
  };
}

/**
 * Behaves well in the platform's frame: tells it our height, whether something is unsaved, and when to show the top.
 * Nothing it says is about a person, and nothing is said outside a frame. Asks once what the platform understands.
 *
 * @returns stops it.
 * @see https://www.imsglobal.org/spec/lti-pm/v0p1
 */
export function joinFrame({ origin, unsaved }: Surroundings, page: Window = window): () => void {
  if (page.parent === page) return () => undefined;
  const met = meet(origin, page);
  const tell = (message: Message): Promise<void> =>
    met.then((platform) => {
      page.parent.postMessage(message, platform.origin);
    });
  const leave = new AbortController();
  const stopWatching = watchHeight((height) => {
    void met.then(({ resize }) => {
      for (const subject of resize) void tell({ subject, height });
    });
  }, page);
  const listen = { signal: leave.signal };
  page.addEventListener('mgv-top', () => void tell({ subject: 'lti.scrollToTop' }), listen);
  page.addEventListener(
    'mgv-unsaved',
    (event) => {
      if (!(event instanceof UnsavedEvent)) return;
      void tell(
        event.unsaved
          ? { subject: 'lti.setUnloadMessage', message: unsaved() }
          : { subject: 'lti.removeUnloadMessage' },
      );
    },
    listen,
  );
  return () => {
    stopWatching();
    leave.abort();
  };
}
