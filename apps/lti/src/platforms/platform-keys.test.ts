import { type OutboundAnswer, OutboundError } from '@mgv/service-kit';
import { beforeEach, expect, it } from 'vitest';
import { testKeyPair } from '../testing/test-platform.ts';
import { PlatformKeys } from './platform-keys.ts';

const URL = 'https://lms.example/jwks';
const { publicKey } = testKeyPair();
const jwk = (kid: string, changes: object = {}): object => ({
  ...publicKey.export({ format: 'jwk' }),
  kid,
  ...changes,
});
const answer = (keys: unknown, headers: Record<string, string> = {}): OutboundAnswer => ({
  status: 200,
  statusText: 'OK',
  headers,
  body: JSON.stringify({ keys }),
});

let time = 0;
let asked = 0;
let next: () => OutboundAnswer;
let keys: PlatformKeys;

beforeEach(() => {
  time = 1_800_000_000_000;
  asked = 0;
  next = () => answer([jwk('k1')]);
  keys = new PlatformKeys({
    now: () => new Date(time),
    fetch: () => {
      asked += 1;
      return Promise.resolve().then(next);
    },
  });
});
const pass = (seconds: number): void => {
  time += seconds * 1000;
};
const found = async (kid: string): Promise<string> => {
  const key = await keys.find(URL, kid);
  return typeof key === 'string' ? key : 'key';
};

it('lti-067 asks once for 100 launches at the same time, and for 100 after', async () => {
  expect(new Set(await Promise.all(Array.from({ length: 100 }, () => found('k1'))))).toEqual(new Set(['key']));
  for (let launch = 0; launch < 100; launch += 1) await found('k1');
  expect(asked).toBe(1);
});

it.each([
  { name: 'none: 5 minutes', header: undefined, kept: 299, over: 301 },
  { name: 'too short: 5 minutes', header: 'max-age=1', kept: 299, over: 301 },
  { name: 'an hour', header: 'public, max-age=3600', kept: 3599, over: 3601 },
  { name: 'too long: a day', header: 'max-age=99999999', kept: 86_399, over: 86_401 },
])('lti-067 keeps keys by max-age: $name', async ({ header, kept, over }) => {
  next = () => answer([jwk('k1')], header === undefined ? {} : { 'cache-control': header });
  await found('k1');
  pass(kept);
  await found('k1');
  expect(asked).toBe(1);
  pass(over - kept);
  await found('k1');
  expect(asked).toBe(2);
});

it('lti-068 finds a new key at the next minute', async () => {
  await found('k1');
  next = () => answer([jwk('k1'), jwk('k2')]);
  expect(await found('k2')).toBe('unknown');
  pass(61);
  expect(await found('k2')).toBe('key');
});

it('lti-069 asks at most once a minute for unknown keys', async () => {
  await found('k1');
  for (let second = 0; second < 120; second += 1) {
    pass(1);
    expect(await found(`made-up-${String(second)}`)).toBe('unknown');
  }
  expect(asked).toBe(3);
});

it.each([
  { name: 'status 500', answer: (): OutboundAnswer => ({ ...answer([]), status: 500 }) },
  { name: 'HTML', answer: (): OutboundAnswer => ({ ...answer([]), body: '<html>' }) },
  { name: 'no keys', answer: (): OutboundAnswer => ({ ...answer([]), body: '{}' }) },
  { name: 'keys that are no list', answer: (): OutboundAnswer => answer('k1') },
  {
    name: 'a time-out',
    answer: (): OutboundAnswer => {
      throw new OutboundError('timed-out', 'no answer');
    },
  },
])('lti-070 keeps working with the keys it has: $name', async ({ answer: broken }) => {
  const good = next;
  next = broken;
  expect(await found('k1')).toBe('unavailable');
  next = good;
  pass(6);
  expect(await found('k1')).toBe('key');
  next = broken;
  pass(100_000);
  expect(await found('k1')).toBe('key');
});

it.each([
  { name: 'an EC key', keys: [{ kty: 'EC', kid: 'k1', crv: 'P-256', x: 'x', y: 'y' }] },
  { name: 'an encryption key', keys: [jwk('k1', { use: 'enc' })] },
  { name: 'a key for another algorithm', keys: [jwk('k1', { alg: 'RS512' })] },
  { name: 'a broken key', keys: [{ kty: 'RSA', kid: 'k1', n: '', e: '' }, null, 7] },
])('does not take $name', async ({ keys: published }) => {
  next = () => answer(published);
  expect(await found('k1')).toBe('unknown');
});
