/**
 * The platform's side of the messages between a page and the tool's frame in it.
 *
 * @see https://www.imsglobal.org/spec/lti-cs-pm/v0p1
 * @see https://www.imsglobal.org/spec/lti-pm-s/v0p1
 */
export const FRAME_SCRIPTS: Record<string, string> = {
  /** Keeps what tools store in this tab, each origin apart. Shared by the page and the forwarding frame. */
  'storage.js': `const LIMIT = { entries: 100, characters: 4096 };

function answer(event, content) {
  const { subject, message_id } = event.data;
  event.source.postMessage({ subject: subject + '.response', message_id, ...content }, event.origin);
}

const failure = (code, message) => ({ error: { code, message } });

function wellFormed({ data }, origins, origin) {
  return origins.includes(origin) && typeof data === 'object' && data !== null && typeof data.subject === 'string';
}

function keep({ subject, message_id, key, value = null }, origin) {
  if (typeof message_id !== 'string' || message_id === '') return failure('bad_request', 'message_id is missing');
  if (typeof key !== 'string' || key === '') return failure('bad_request', 'key is missing');
  const prefix = 'lti ' + origin + ' ';
  if (subject === 'lti.get_data') return { key, value: sessionStorage.getItem(prefix + key) };
  if (value === null) {
    sessionStorage.removeItem(prefix + key);
    return { key, value };
  }
  if (typeof value !== 'string') return failure('bad_request', 'value is not a text');
  const entries = Object.keys(sessionStorage).filter((name) => name.startsWith(prefix) && name !== prefix + key);
  if (entries.length >= LIMIT.entries || key.length + value.length > LIMIT.characters) {
    return failure('storage_exhaustion', 'at most 100 values, of at most 4096 characters with their key');
  }
  sessionStorage.setItem(prefix + key, value);
  return { key, value };
}
`,

  /** The forwarding frame: storage and nothing else. */
  'storage-frame.js': `const { origins, mode } = document.body.dataset;
const known = JSON.parse(origins);
window.addEventListener('message', (event) => {
  if (mode === 'silent' || !wellFormed(event, known, event.origin)) return;
  const { subject } = event.data;
  if (subject !== 'lti.put_data' && subject !== 'lti.get_data') {
    if (subject.startsWith('lti.')) answer(event, failure('unsupported_subject', 'only storage here'));
  } else answer(event, mode === 'error' ? failure('unauthorized', 'storage is closed') : keep(event.data, event.origin));
});
`,

  /** The page around the frame. Opens the tool when everything listens; only then can the tool find an answer. */
  'frame.js': `const frame = document.querySelector('iframe[data-tool]');
const { tool, storage, target, close, shown } = frame.dataset;
const forwarding = document.querySelector('iframe[name="post_message_forwarding"]');
const STORAGE = ['lti.put_data', 'lti.get_data'];
const OTHERS = ['lti.capabilities', 'lti.frameResize', 'lti.setUnloadMessage', 'lti.removeUnloadMessage'];
const OLD = ['org.imsglobal.lti.frameResize', 'org.imsglobal.lti.close'];

function supported() {
  const place = target === '_parent' ? {} : { frame: target };
  return [...[...OTHERS, ...OLD].map((subject) => ({ subject })), ...STORAGE.map((subject) => ({ subject, ...place }))];
}

const askFirst = (event) => { event.preventDefault(); };

function resize(event) {
  const height = Number(event.data.height);
  if (!(height > 0)) return failure('bad_request', 'height is not a number above 0');
  frame.style.height = Math.min(Math.max(height, 100), 20000) + 'px';
  return {};
}

const HANDLERS = {
  'lti.capabilities': () => ({ supported_messages: supported() }),
  'lti.frameResize': resize,
  'org.imsglobal.lti.frameResize': resize,
  'lti.setUnloadMessage': () => { window.addEventListener('beforeunload', askFirst); return {}; },
  'lti.removeUnloadMessage': () => { window.removeEventListener('beforeunload', askFirst); return {}; },
  'org.imsglobal.lti.close': () => {
    window.removeEventListener('beforeunload', askFirst);
    if (close !== undefined) window.location.assign(close);
    return null;
  },
};

function contentFor(event) {
  const { subject } = event.data;
  if (STORAGE.includes(subject)) {
    if (storage === 'error') return failure('unauthorized', 'storage is closed');
    return target === '_parent' ? keep(event.data, event.origin) : failure('unsupported_subject', 'see lti.capabilities');
  }
  if (event.source !== frame.contentWindow) return null;
  if (Object.hasOwn(HANDLERS, subject)) return HANDLERS[subject](event);
  return subject.startsWith('lti.') ? failure('unsupported_subject', 'see lti.capabilities') : null;
}

window.addEventListener('message', (event) => {
  if (!wellFormed(event, [tool], event.origin)) return;
  const closing = event.data.subject === 'org.imsglobal.lti.close';
  if (!closing && (storage === 'off' || storage === 'silent')) return;
  const content = contentFor(event);
  if (content !== null && event.data.message_id !== undefined) answer(event, content);
});

// A page of another origin cannot be looked into, and that is all an LMS sees of the tool's page.
frame.addEventListener('load', async () => {
  let foreign = false;
  try { foreign = frame.contentDocument === null; } catch { foreign = true; }
  if (!foreign || shown === undefined) return;
  const answered = await fetch(shown, { method: 'POST' });
  const checks = document.querySelector('[data-checks]');
  if (!answered.ok || !checks) return;
  const open = checks.querySelector('details').open;
  checks.innerHTML = await answered.text();
  checks.querySelector('details').open = open;
});

function openTool() { frame.src = frame.dataset.src; }
if (forwarding) {
  forwarding.addEventListener('load', openTool, { once: true });
  forwarding.src = forwarding.dataset.src;
} else openTool();
`,
};
