import { afterEach, expect, it } from 'vitest';
import { answerTo, type FakePlatform, fakePlatform, PLATFORM } from '../shared/platform.fixture.ts';
import { checkBrowser, growsAlong } from './frame-check.ts';

let platform: FakePlatform;
afterEach(() => {
  platform.remove();
});

const supported = (...messages: object[]) => ({ supported_messages: messages });
const cookie = () => Promise.resolve(false);

/** A platform that keeps, in the frames named. */
function keeping(beside: string[], capabilities: object | null): void {
  platform = fakePlatform(beside);
  const kept = new Map<unknown, unknown>();
  platform.answer = (message) => {
    const { subject, key, value } = message;
    if (subject === 'lti.capabilities') return capabilities && answerTo(message, { ...capabilities });
    if (subject === 'lti.put_data') kept.set(key, value);
    return answerTo(message, { key, value: kept.get(key) });
  };
}

it.each([
  { name: 'the frame that its login named', target: 'store', beside: ['store'], capabilities: null, storage: 'kept' },
  {
    name: 'lti-220 the frame that the platform lists',
    target: null,
    beside: ['listed'],
    capabilities: supported({ subject: 'lti.put_data', frame: 'listed' }),
    storage: 'kept',
  },
  {
    name: 'lti-220 the platform’s own window, where it lists no frame',
    target: null,
    beside: [],
    capabilities: supported({ subject: 'lti.put_data' }),
    storage: 'kept',
  },
  {
    name: 'lti-225 a frame that is missing',
    target: 'store',
    beside: [],
    capabilities: null,
    storage: 'failed',
  },
  {
    name: 'nothing',
    target: null,
    beside: [],
    capabilities: supported({ subject: 'lti.frameResize' }),
    storage: 'not-offered',
  },
])('tries storage in $name', async ({ target, beside, capabilities, storage }) => {
  keeping(beside, capabilities);
  expect(await checkBrowser({ target, origin: PLATFORM }, cookie, platform.page)).toEqual({
    cookie: false,
    framed: true,
    answers: capabilities !== null,
    storage,
  });
});

it('lti-226 sees whether the frame grows along', async () => {
  platform = fakePlatform();
  const { page } = platform;
  const frame = page.frameElement as HTMLElement;
  page.document.body.innerHTML = '<div style="height: 400px"></div>';
  expect(await growsAlong(page, 50)).toBe(false);
  const growing = growsAlong(page, 5000);
  frame.style.height = '600px';
  expect(await growing).toBe(true);
});
