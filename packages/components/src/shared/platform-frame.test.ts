import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { scrollToTop } from './frame-size.ts';
import { joinFrame } from './platform-frame.ts';
import { answerTo, type FakePlatform, fakePlatform, PLATFORM, send } from './platform.fixture.ts';
import { UnsavedEvent } from './unload-guard.ts';

let platform: FakePlatform;
let leave: () => void;

const capabilities = (...subjects: string[]) => ({
  supported_messages: subjects.map((subject) => ({ subject })),
});
/** What was told after the question what the platform understands. */
const told = (subject: string) => platform.told.filter(({ message }) => message['subject'] === subject);
const subjects = () => platform.told.map(({ message }) => message['subject']);

function join(): void {
  leave = joinFrame({ origin: 'https://sso.lms.example', unsaved: () => 'Nog niet bewaard.' }, platform.page);
}

beforeEach(() => {
  platform = fakePlatform();
  platform.page.document.body.style.margin = '0';
  platform.page.document.body.innerHTML = '<div style="height: 300px"></div>';
});
afterEach(() => {
  leave();
  platform.remove();
});

it('lti-220 asks once, and speaks to the origin that answered', async () => {
  platform.answer = (message) => answerTo(message, capabilities('lti.frameResize', 'lti.scrollToTop'));
  join();
  await vi.waitFor(() => {
    expect(told('lti.frameResize')).toMatchObject([{ origin: PLATFORM, message: { height: 304 } }]);
  });
  platform.page.document.body.innerHTML = '<div style="height: 450px"></div>';
  await vi.waitFor(() => {
    expect(told('lti.frameResize').at(-1)?.message).toEqual({ subject: 'lti.frameResize', height: 454 });
  });
  // It knows the one name, so it is spared the other.
  expect(subjects()).toEqual(['lti.capabilities', 'lti.frameResize', 'lti.frameResize']);
});

it.each([
  { name: 'says nothing', answer: null, origin: 'https://sso.lms.example' },
  { name: 'lists neither name', answer: capabilities('lti.put_data'), origin: PLATFORM },
])('lti-226 gives its height by both names to a platform that $name', async ({ answer, origin }) => {
  platform.answer = (message) => (answer ? answerTo(message, answer) : null);
  join();
  await vi.waitFor(() => {
    expect(platform.told.slice(1)).toEqual([
      { origin, message: { subject: 'lti.frameResize', height: 304 } },
      { origin, message: { subject: 'org.imsglobal.lti.frameResize', height: 304 } },
    ]);
  }, 3000);
});

it('lti-226 gives its height at most ten times a second', async () => {
  platform.answer = (message) => answerTo(message, capabilities('lti.frameResize'));
  join();
  const { page } = platform;
  const end = performance.now() + 1000;
  for (let height = 301; performance.now() < end; height += 1) {
    page.document.body.innerHTML = `<div style="height: ${String(height)}px"></div>`;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const count = told('lti.frameResize').length;
  expect(count).toBeGreaterThan(1);
  expect(count).toBeLessThanOrEqual(10);
});

it('lti-227 says when something is unsaved, and when it is saved', async () => {
  platform.answer = (message) => answerTo(message, capabilities());
  join();
  platform.page.dispatchEvent(new UnsavedEvent(true));
  platform.page.dispatchEvent(new UnsavedEvent(false));
  await vi.waitFor(() => {
    expect(platform.told.slice(1, 3)).toEqual([
      { origin: PLATFORM, message: { subject: 'lti.setUnloadMessage', message: 'Nog niet bewaard.' } },
      { origin: PLATFORM, message: { subject: 'lti.removeUnloadMessage' } },
    ]);
  });
});

it('asks for the top of the page to be shown', async () => {
  platform.answer = (message) => answerTo(message, capabilities());
  join();
  scrollToTop(platform.page);
  await vi.waitFor(() => {
    expect(subjects()).toContain('lti.scrollToTop');
  });
});

it.each([
  { name: 'another window', reply: { from: 'stranger' as const } },
  { name: 'the platform, unasked', reply: {} },
])('lti-228 does nothing for a message from $name', async ({ reply }) => {
  platform.answer = (message) => answerTo(message, capabilities('lti.frameResize'));
  join();
  await vi.waitFor(() => {
    expect(told('lti.frameResize')).toHaveLength(1);
  });
  const before = platform.page.document.documentElement.outerHTML;
  for (const subject of ['lti.capabilities.response', 'lti.get_data.response', 'lti.frameResize', 'mgv-unsaved']) {
    send(platform, { data: { subject, message_id: 'x', height: 9, value: '<b>' }, ...reply });
  }
  platform.page.document.body.innerHTML = '<div style="height: 333px"></div>';
  await vi.waitFor(() => {
    expect(told('lti.frameResize').at(-1)).toMatchObject({ origin: PLATFORM, message: { height: 337 } });
  });
  expect(platform.told).toHaveLength(3);
  expect(platform.page.document.documentElement.outerHTML).toBe(before.replace('300px', '333px'));
});

it('lti-107 says nothing in a window of its own', () => {
  const page = new Proxy(platform.page, {
    get: (target, name): unknown => (name === 'parent' ? page : Reflect.get(target, name)),
  });
  leave = joinFrame({ origin: PLATFORM, unsaved: () => '' }, page);
  platform.page.dispatchEvent(new UnsavedEvent(true));
  expect(platform.told).toEqual([]);
});

it('stops', async () => {
  platform.answer = (message) => answerTo(message, capabilities());
  join();
  leave();
  platform.page.dispatchEvent(new UnsavedEvent(true));
  await vi.waitFor(() => {
    expect(subjects()).toEqual(['lti.capabilities']);
  });
});
