import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask, askCapabilities } from './platform-messages.ts';
import { answerTo, type FakePlatform, fakePlatform, PLATFORM, type Reply, send } from './platform.fixture.ts';

let platform: FakePlatform;

beforeEach(() => {
  platform = fakePlatform();
});
afterEach(() => {
  platform.remove();
});

const asking = (patience = 40) =>
  ask(
    { subject: 'lti.get_data', key: 'k' },
    { to: platform.page.parent, origin: PLATFORM },
    { page: platform.page, patience },
  );

it('lti-222 takes the answer with our id, subject and origin', async () => {
  platform.answer = (message) => answerTo(message, { key: 'k', value: 'v' });
  expect(await asking()).toMatchObject({ data: { value: 'v' }, origin: PLATFORM });
  const [told] = platform.told;
  expect(told).toMatchObject({ origin: PLATFORM, message: { subject: 'lti.get_data', key: 'k' } });
  expect(told?.message['message_id']).toMatch(/^[\da-f]{32}$/);
});

interface Strange {
  name: string;
  reply: (message: Record<string, unknown>) => Reply;
}
const strange: Strange[] = [
  {
    name: 'another origin',
    reply: (message) => ({ ...answerTo(message, { value: 'x' }), origin: 'https://evil.example' }),
  },
  { name: 'another window', reply: (message) => ({ ...answerTo(message, { value: 'x' }), from: 'stranger' }) },
  { name: 'another id', reply: (message) => answerTo(message, { message_id: 'guess', value: 'x' }) },
  { name: 'no id', reply: (message) => answerTo(message, { message_id: undefined, value: 'x' }) },
  { name: 'another subject', reply: (message) => answerTo(message, { subject: 'lti.put_data.response', value: 'x' }) },
  { name: 'the question itself', reply: (message) => answerTo(message, { subject: 'lti.get_data', value: 'x' }) },
  { name: 'text', reply: () => ({ data: 'lti.get_data.response' }) },
  { name: 'nothing', reply: () => ({ data: null }) },
];

it.each(strange)('lti-222 lti-228 ignores $name, and still hears the right answer', async ({ reply }) => {
  platform.answer = (message) => {
    setTimeout(() => {
      send(platform, answerTo(message, { value: 'right' }));
    }, 5);
    return reply(message);
  };
  expect((await asking(2000))?.data['value']).toBe('right');
});

it.each(strange)('lti-223 takes $name for silence', async ({ reply }) => {
  platform.answer = reply;
  expect(await asking()).toBeNull();
});

it.each([{ error: { code: 'storage_exhaustion', message: '…' } }, { error: 'unsupported' }])(
  'lti-224 gives nothing for an answer with an error',
  async (error) => {
    platform.answer = (message) => answerTo(message, { ...error, value: 'v' });
    // It does not wait: the answer has come.
    expect(await asking(60_000)).toBeNull();
  },
);

it('lti-223 gives up after silence, and hears nothing any more', async () => {
  expect(await asking()).toBeNull();
  expect(platform.told).toHaveLength(1);
});

it('gives nothing where the message cannot be sent', async () => {
  expect(await ask({ subject: 'x' }, { to: platform.page.parent, origin: 'no origin' })).toBeNull();
});

it('lti-220 reads what the platform understands, frames and all', async () => {
  platform.answer = (message) =>
    answerTo(message, {
      supported_messages: [
        { subject: 'lti.capabilities' },
        { subject: 'lti.put_data', frame: 'post_message_forwarding' },
        'nonsense',
        { subject: 7 },
      ],
    });
  const capabilities = await askCapabilities(platform.page);
  expect(capabilities?.origin).toBe(PLATFORM);
  expect([...(capabilities?.frames ?? [])]).toEqual([
    ['lti.capabilities', null],
    ['lti.put_data', 'post_message_forwarding'],
  ]);
  expect(platform.told).toMatchObject([{ origin: '*', message: { subject: 'lti.capabilities' } }]);
});

it.each([{ supported_messages: 'all' }, {}])('lti-220 takes a list without sense for none', async (answer) => {
  platform.answer = (message) => answerTo(message, answer);
  expect(await askCapabilities(platform.page)).toBeNull();
});

it('lti-107 asks nothing outside a frame', async () => {
  const page = Object.create(null, { parent: { get: (): unknown => page } }) as Window;
  expect(await askCapabilities(page)).toBeNull();
});
