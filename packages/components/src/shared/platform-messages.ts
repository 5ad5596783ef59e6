/** How long an answer of the platform may take, in milliseconds. @see https://www.imsglobal.org/spec/lti-cs-oidc/v0p1 */
export const PATIENCE = 1000;

/** What is said; `message_id` is added to a question. */
export interface Message {
  subject: string;
  [name: string]: unknown;
}

/** Whom it is said to. `*` as origin is for messages that hold nothing of anybody. */
export interface Addressee {
  to: Window;
  origin: string;
}

/** An answer that was checked, with the origin it came from. */
export interface Answer {
  data: Readonly<Record<string, unknown>>;
  origin: string;
}

interface Waiting {
  page?: Window;
  /** Milliseconds. */
  patience?: number;
}

/** Whether an unknown value has fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** 128 bits as hexadecimal; `crypto.randomUUID` is missing on a school network without https. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Asks the platform something by `postMessage`. An answer counts only when it comes from the window that was asked, from
 * the origin that was addressed, with our `message_id` and the subject's `.response`; everything else is ignored.
 *
 * @returns `null` after silence, for an answer with `error`, and where the message could not be sent.
 * @see https://www.imsglobal.org/spec/lti-pm/v0p1
 */
export function ask(
  message: Message,
  { to, origin }: Addressee,
  { page = window, patience = PATIENCE }: Waiting = {},
): Promise<Answer | null> {
  const id = freshId();
  const answerIn = ({ source, origin: from, data }: MessageEvent<unknown>): Answer | null => {
    if (source !== to || (origin !== '*' && from !== origin) || !isRecord(data)) return null;
    const isAnswer = data['message_id'] === id && data['subject'] === `${message.subject}.response`;
    return isAnswer ? { data, origin: from } : null;
  };
  return new Promise((resolve) => {
    const end = (answer: Answer | null): void => {
      clearTimeout(timer);
      page.removeEventListener('message', hear);
      resolve(answer);
    };
    const hear = (event: MessageEvent<unknown>): void => {
      const answer = answerIn(event);
      if (answer) end((answer.data['error'] ?? null) === null ? answer : null);
    };
    const timer = setTimeout(end, patience, null);
    page.addEventListener('message', hear);
    try {
      to.postMessage({ ...message, message_id: id }, origin);
    } catch {
      // A window that is gone, or an origin that is none.
      end(null);
    }
  });
}

/** What the platform says it can do: frame names by subject, `null` for the window we are in. */
export interface Capabilities {
  /** Where the answer came from: the page around ours. */
  origin: string;
  frames: ReadonlyMap<string, string | null>;
}

/** Asks the page around ours what it understands; `null` outside a frame, or when it does not say. */
export async function askCapabilities(page: Window = window): Promise<Capabilities | null> {
  if (page.parent === page) return null;
  const answer = await ask({ subject: 'lti.capabilities' }, { to: page.parent, origin: '*' }, { page });
  const listed: unknown = answer?.data['supported_messages'];
  if (!answer || !Array.isArray(listed)) return null;
  const frames = listed
    .filter(isRecord)
    .flatMap(({ subject, frame }): [string, string | null][] =>
      typeof subject === 'string' ? [[subject, typeof frame === 'string' ? frame : null]] : [],
    );
  return { origin: answer.origin, frames: new Map(frames) };
}
