import type { StoragePageData } from '@mgv/contracts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page as screen } from 'vitest/browser';
import { postForm } from '../shared/post-form.ts';
import { keepRestart } from '../shared/restart.ts';
import { answerTo, type FakePlatform, fakePlatform, PLATFORM } from '../shared/platform.fixture.ts';
import { runStoragePage, type WaysOut } from './storage-page.ts';

let platform: FakePlatform;
let address: string;
let left: unknown[];
const out: WaysOut = {
  go: (url) => left.push(url),
  post: (action, fields) => left.push({ action, fields }),
};

beforeEach(() => {
  platform = fakePlatform();
  address = location.href;
  left = [];
  sessionStorage.clear();
});
afterEach(() => {
  platform.remove();
  history.replaceState(null, '', address);
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const frame = { target: '_parent', origin: PLATFORM };
const next = `${PLATFORM}/auth?state=s`;
const put = { mode: 'put', key: 'mgv-1', value: 'secret', next, otherwise: '/lti/login?mgv_probe=1' } as const;
const form = { id_token: 'a.b.c', state: 's' };
const get = { mode: 'get', key: 'mgv-1', action: '/lti/launch', form } as const;
const data = (change: Partial<StoragePageData>): StoragePageData => ({
  page: 'storage',
  language: 'nl',
  frame,
  storage: put,
  ...change,
});
const posted = (binding: string) => [{ action: '/lti/launch', fields: { ...form, binding } }];

it.each([
  { name: 'to the platform when it was kept', answer: {}, to: put.next },
  {
    name: 'without when the platform refuses',
    answer: { error: { code: 'storage_exhaustion' } },
    to: put.otherwise,
  },
])('lti-112 goes on $name', async ({ answer, to }) => {
  platform.answer = (message) => answerTo(message, answer);
  await runStoragePage(data({}), platform.page, out);
  expect(platform.told).toMatchObject([
    { origin: PLATFORM, message: { subject: 'lti.put_data', key: 'mgv-1', value: 'secret' } },
  ]);
  expect(left).toEqual([to]);
});

it('lti-112 gives back what the platform kept', async () => {
  platform.answer = (message) => answerTo(message, { value: 'secret' });
  await runStoragePage(data({ storage: get }), platform.page, out);
  expect(left).toEqual(posted('secret'));
});

it.each([
  { name: 'lti-223 silence', answer: () => null },
  { name: 'lti-224 an error', answer: (message: Record<string, unknown>) => answerTo(message, { error: 'x' }) },
])('lti-112 goes on without after $name', async ({ answer }) => {
  platform.answer = answer;
  const running = runStoragePage(data({ storage: get }), platform.page, out);
  await expect.element(screen.getByText('De opdracht wordt geopend.')).toBeVisible();
  await running;
  expect(left).toEqual(posted(''));
});

it.each([
  { name: 'lti-225 a frame that is missing', change: { frame: { ...frame, target: 'post_message_forwarding' } } },
  { name: 'no frame named', change: { frame: null } },
])('lti-112 goes on without $name', async ({ change }) => {
  await runStoragePage(data(change), platform.page, out);
  await runStoragePage(data({ ...change, storage: get }), platform.page, out);
  expect([left, platform.told]).toEqual([[put.otherwise, ...posted('')], []]);
});

it('goes on after a reload with what the page before it kept, in its language', async () => {
  const restart = { action: '/lti/login', fields: { iss: PLATFORM } };
  keepRestart({ restart, resume: { url: '/lti/resume', ticket: 'sealed' }, language: 'nl' });
  await runStoragePage(data({ storage: { mode: 'resume' }, frame: null, language: 'en' }), window, out);
  expect(left).toEqual([{ action: '/lti/resume', fields: { ticket: 'sealed' } }]);
  expect(document.documentElement.lang).toBe('nl');
});

it('posts a form with what it was given', () => {
  const posted = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
    expect([this.method, new URL(this.action).pathname]).toEqual(['post', '/lti/launch']);
    expect([...new FormData(this)]).toEqual([
      ['state', 's'],
      ['binding', ''],
    ]);
  });
  postForm('/lti/launch', { state: 's', binding: '' });
  expect(posted).toHaveBeenCalledOnce();
});

it.each([
  { language: 'nl' as const, words: 'Open de opdracht opnieuw vanuit de cursus.' },
  { language: 'en' as const, words: 'Open the assignment again from the course.' },
])('lti-112 says so when there is nothing to begin again ($language)', async ({ language, words }) => {
  await runStoragePage(data({ storage: { mode: 'resume' }, frame: null, language }), window, out);
  expect(left).toEqual([]);
  await expect.element(screen.getByRole('status')).toHaveTextContent(words);
});
