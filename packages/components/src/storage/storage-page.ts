import type { StoragePageData } from '@mgv/contracts';
import { getData, putData } from '../shared/platform-storage.ts';
import { postForm } from '../shared/post-form.ts';
import { keptPage } from '../shared/restart.ts';
import '../shared/tokens.css';
import './storage-page.css';

const WORDS = {
  nl: {
    wait: 'De opdracht wordt geopend.',
    again: 'Open de opdracht opnieuw vanuit de cursus.',
  },
  en: {
    wait: 'The assignment is being opened.',
    again: 'Open the assignment again from the course.',
  },
} as const;

/** The ways out of this page; others in tests. */
export interface WaysOut {
  /** Goes to an address, in place of this page in the history. */
  go: (url: string) => void;
  post: (action: string, fields: Readonly<Record<string, string>>) => void;
}

const browser: WaysOut = {
  go: (url) => {
    location.replace(url);
  },
  post: postForm,
};

/** One line, read out when it comes. */
function say(words: string): void {
  const line = Object.assign(document.createElement('p'), { className: 'waiting', textContent: words });
  line.setAttribute('role', 'status');
  document.body.replaceChildren(line);
}

/** Goes on with the session of the page that was reloaded. */
function resume(given: StoragePageData['language'], page: Window, { post }: WaysOut): void {
  const kept = keptPage(page);
  const language = kept?.language ?? given;
  document.documentElement.lang = language;
  say(kept ? WORDS[language].wait : WORDS[language].again);
  if (kept) post('/lti/resume', { ticket: kept.ticket });
}

/**
 * Speaks with the platform's storage between login and launch, and goes on whatever it answers: the service then sees
 * whether a cookie will do, or offers to open in a new window.
 *
 * @see https://www.imsglobal.org/spec/lti-cs-oidc/v0p1
 */
export async function runStoragePage(
  { language, frame, storage }: StoragePageData,
  page: Window = window,
  out: WaysOut = browser,
): Promise<void> {
  if (storage.mode === 'resume') {
    resume(language, page, out);
    return;
  }
  say(WORDS[language].wait);
  if (storage.mode === 'put') {
    const kept = frame !== null && (await putData(frame, storage, page));
    out.go(kept ? storage.next : storage.otherwise);
  } else {
    const binding = frame ? await getData(frame, storage.key, page) : null;
    out.post(storage.action, { ...storage.form, binding: binding ?? '' });
  }
}
