import { afterEach, expect, it } from 'vitest';
import { getData, putData } from './platform-storage.ts';
import { answerTo, type FakePlatform, fakePlatform, PLATFORM } from './platform.fixture.ts';

let platform: FakePlatform;
afterEach(() => {
  platform.remove();
});

/** A platform that keeps what it is told to keep. */
function keeping(beside: readonly string[] = []): Map<unknown, unknown> {
  const kept = new Map<unknown, unknown>();
  platform = fakePlatform(beside);
  platform.answer = (message) => {
    const { subject, key } = message;
    if (subject === 'lti.put_data') kept.set(key, message['value']);
    return answerTo(message, { key, value: kept.get(key) });
  };
  return kept;
}

it.each([
  { target: '_parent', beside: [] },
  { target: 'post_message_forwarding', beside: ['other', 'post_message_forwarding'] },
])('lti-221 keeps and reads back through $target, addressed to the authentication endpoint', async (row) => {
  const kept = keeping(row.beside);
  const place = { target: row.target, origin: PLATFORM };
  expect(await putData(place, { key: 'mgv-1', value: 'secret' }, platform.page)).toBe(true);
  expect([...kept]).toEqual([['mgv-1', 'secret']]);
  expect(await getData(place, 'mgv-1', platform.page)).toBe('secret');
  expect(await getData(place, 'mgv-2', platform.page)).toBeNull();
  for (const { origin } of platform.told) expect(origin).toBe(PLATFORM);
});

it.each([
  { name: 'a name that no frame has', target: 'post_message_forwarding' },
  { name: 'the name of something that is no frame', target: 'name' },
  { name: 'an empty name', target: '' },
  { name: 'no name', target: null },
])('lti-225 gives up at once for $name', async ({ target }) => {
  keeping();
  const place = { target, origin: PLATFORM };
  expect(await putData(place, { key: 'k', value: 'v' }, platform.page)).toBe(false);
  expect(await getData(place, 'k', platform.page)).toBeNull();
  expect(platform.told).toEqual([]);
});

it('lti-225 gives up where the page around ours lets nobody look', async () => {
  keeping();
  const around = new Proxy(
    { postMessage: () => undefined },
    {
      get: () => {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    },
  );
  const page = { parent: around } as unknown as Window;
  expect(await putData({ target: 'x', origin: PLATFORM }, { key: 'k', value: 'v' }, page)).toBe(false);
});

it('lti-221 asks the window that opened ours, in a window', async () => {
  keeping();
  const { page } = platform;
  const opener = page.parent;
  const window = new Proxy(page, {
    get: (target, name) => {
      if (name === 'parent') return window;
      if (name === 'opener') return opener;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  expect(await putData({ target: '_parent', origin: PLATFORM }, { key: 'k', value: 'v' }, window)).toBe(true);
});

it('lti-221 gives up at once in a window that nobody opened', async () => {
  keeping();
  const page = { opener: null } as unknown as Window;
  Object.assign(page, { parent: page });
  expect(await getData({ target: '_parent', origin: PLATFORM }, 'k', page)).toBeNull();
});

it.each([
  { name: 'an error', answer: { error: { code: 'storage_exhaustion' }, value: 'v' } },
  { name: 'a value that is no text', answer: { value: { v: 1 } } },
  { name: 'an empty value', answer: { value: '' } },
])('lti-224 reads nothing from $name', async ({ answer }) => {
  platform = fakePlatform();
  platform.answer = (message) => answerTo(message, answer);
  expect(await getData({ target: '_parent', origin: PLATFORM }, 'k', platform.page)).toBeNull();
});

it('lti-223 gives up after a second of silence', async () => {
  platform = fakePlatform();
  expect(await putData({ target: '_parent', origin: PLATFORM }, { key: 'k', value: 'v' }, platform.page)).toBe(false);
  expect(platform.told).toHaveLength(1);
});
