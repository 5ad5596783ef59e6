/** What the platform was told, and for which origin. */
export interface Told {
  message: Record<string, unknown>;
  origin: string;
}

/** An event as the platform, or somebody else, would send it; `null` keeps silent. */
export interface Reply {
  data: unknown;
  origin?: string;
  /** `stranger` is another window than the one that was asked. */
  from?: 'platform' | 'stranger';
}

/** A page in a frame, whose parent is a platform that answers from a function. */
export interface FakePlatform {
  page: Window;
  told: Told[];
  answer: (message: Record<string, unknown>) => Reply | null;
  remove: () => void;
}

export const PLATFORM = 'https://lms.example';

function frameIn(place: Document, name = ''): { element: HTMLIFrameElement; inside: Window & typeof globalThis } {
  const element = Object.assign(place.createElement('iframe'), { name });
  // Beside the body, which a page may empty.
  place.documentElement.append(element);
  // Same origin, and in the document.
  return { element, inside: element.contentWindow as Window & typeof globalThis };
}

/** Sends an event to the page, from the platform or from somebody else. */
export function send({ page }: FakePlatform, { data, origin = PLATFORM, from = 'platform' }: Reply): void {
  const source = from === 'platform' ? page.parent : window;
  page.dispatchEvent(new MessageEvent('message', { data, origin, source }));
}

/** Makes one; `beside` names frames of the platform's page beside ours, which take messages as its own window does. */
export function fakePlatform(beside: readonly string[] = []): FakePlatform {
  const around = frameIn(document);
  const { inside: page } = frameIn(around.inside.document);
  const platform: FakePlatform = {
    page,
    told: [],
    answer: () => null,
    remove: () => {
      around.element.remove();
    },
  };
  const listen = (to: Window): void => {
    const take = (message: Record<string, unknown>, origin: string): void => {
      if (!URL.canParse(origin) && origin !== '*') throw new SyntaxError('no origin');
      platform.told.push({ message, origin });
      const reply = platform.answer(message);
      if (!reply) return;
      const source = reply.from === 'stranger' ? window : to;
      const event = { data: reply.data, origin: reply.origin ?? PLATFORM, source };
      queueMicrotask(() => page.dispatchEvent(new MessageEvent('message', event)));
    };
    Object.defineProperty(to, 'postMessage', { value: take });
  };
  listen(around.inside);
  for (const name of beside) listen(frameIn(around.inside.document, name).inside);
  return platform;
}

/** A platform's answer to a message, with changes. */
export function answerTo(message: Record<string, unknown>, changes: Record<string, unknown> = {}): Reply {
  const subject = `${String(message['subject'])}.response`;
  return { data: { subject, message_id: message['message_id'], ...changes } };
}
