import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ENGINES } from '../testing/test-database.ts';
import { type Answer, testKeyPair } from '../testing/test-platform.ts';
import { testSystem } from '../testing/test-system.ts';

const keySet = (...keys: object[]): Answer => ({ status: 200, body: JSON.stringify({ keys }) });

/** Answers that are no key set. */
const BROKEN: { name: string; answer: Answer }[] = [
  { name: '500', answer: { status: 500, body: 'broken' } },
  { name: '404', answer: { status: 404, body: '' } },
  { name: 'a page', answer: { status: 200, body: '<html>Sign in</html>' } },
  { name: 'JSON without keys', answer: { status: 200, body: '{}' } },
  { name: 'keys that are no list', answer: { status: 200, body: '{"keys":{"kid":"key-1"}}' } },
  { name: 'more than 1 MB', answer: { status: 200, body: JSON.stringify({ keys: [], x: 'x'.repeat(1_100_000) }) } },
  {
    name: 'a redirect to a private address',
    answer: { status: 302, body: '', headers: { location: 'http://10.0.0.1/' } },
  },
];

/** Key sets that hold no key to trust under the kid of the token. */
const USELESS: { name: string; jwk: (good: object) => object }[] = [
  { name: 'for encryption only', jwk: (good) => ({ ...good, use: 'enc' }) },
  { name: 'for another algorithm', jwk: (good) => ({ ...good, alg: 'RS512' }) },
  { name: 'of another kind', jwk: () => ({ kty: 'oct', k: 'c2VjcmV0', kid: 'key-1' }) },
  { name: 'without an id', jwk: (good) => ({ ...good, kid: undefined }) },
  { name: 'of 1024 bits', jwk: (good) => ({ ...good, n: 'x'.repeat(171) }) },
];

describe.each(ENGINES)('keys of platforms on %s', (engine) => {
  const system = testSystem(engine);
  const asked = () => system.platform.requests.filter(({ path }) => path.startsWith('/jwks')).length;
  /** A registration whose keys nobody has asked for yet, answering as given. */
  const freshPlatform = async (name: string, answer: () => Answer): Promise<() => Promise<string | null>> => {
    const path = `/jwks-${name.replaceAll(/\W/g, '-')}-${engine}`;
    const clientId = `client-${path}`;
    system.platform.answers[path] = answer;
    await system.tool.register(system.platform.registration({ clientId, jwksUrl: `${system.platform.issuer}${path}` }));
    return async () => {
      const iat = Math.floor((Date.now() + system.later) / 1000);
      return (await system.launch({ aud: clientId, iat, exp: iat + 60 }, { client_id: clientId })).code;
    };
  };

  it('lti-067 asks once for the keys of 100 launches', async () => {
    const launch = await freshPlatform('hundred', () => keySet(system.platform.jwk()));
    const first = await Promise.all(Array.from({ length: 10 }, launch));
    for (let round = 0; round < 9; round += 1) first.push(...(await Promise.all(Array.from({ length: 10 }, launch))));
    expect(new Set(first)).toEqual(new Set([null]));
    expect(asked()).toBe(1);
  });

  it('lti-021, lti-069 asks once a minute at most, however many unknown kids come', async () => {
    expect((await system.launch()).status).toBe(200);
    system.platform.requests.length = 0;
    system.later = 61_000;
    const codes = [];
    for (let index = 0; index < 20; index += 1) {
      const browser = system.browse();
      const { state, nonce } = await browser.login();
      const header = { kid: `unknown-${String(index)}` };
      codes.push(
        (await browser.post({ state, id_token: await system.platform.sign(system.platform.claims(nonce), { header }) }))
          .code,
      );
    }
    expect(new Set(codes)).toEqual(new Set(['key-unknown']));
    expect(asked()).toBe(1);
  });

  it.each(BROKEN)('lti-070, lti-071 without keys, $name is refused with a reason', async ({ name, answer }) => {
    const launch = await freshPlatform(name, () => answer);
    expect(await launch()).toBe('keys-unavailable');
    expect(system.log.some((line) => line.includes('keys-unavailable'))).toBe(true);
  });

  it.each(BROKEN)('lti-070 with keys from before, $name does no harm', async ({ name, answer }) => {
    let given = keySet(system.platform.jwk());
    const launch = await freshPlatform(`kept-${name}`, () => given);
    expect(await launch()).toBeNull();
    given = answer;
    const before = asked();
    system.later = 301_000;
    expect(await launch()).toBeNull();
    expect(asked()).toBe(before + 1);
  });

  it.each(USELESS)('lti-034, lti-035 a key $name is not used', async ({ name, jwk }) => {
    const launch = await freshPlatform(name, () => keySet(jwk(system.platform.jwk())));
    expect(await launch()).toBe('key-unknown');
  });

  it('lti-068 takes a second key beside the first', async () => {
    const { privateKey, publicKey } = testKeyPair();
    const { platform } = system;
    const launch = await freshPlatform('two keys', () => keySet(platform.jwk(), platform.jwk(publicKey, 'key-2')));
    expect(await launch()).toBeNull();
    const clientId = `client-/jwks-two-keys-${engine}`;
    const browser = system.browse();
    const { state, nonce } = await browser.login({ client_id: clientId });
    const claims = platform.claims(nonce, { aud: clientId });
    const id_token = await platform.sign(claims, { header: { kid: 'key-2' }, key: privateKey });
    expect((await browser.post({ state, id_token })).status).toBe(200);
  });

  it.each(['/lti/jwks', '/.well-known/jwks.json'])('lti-072, lti-074 gives its own keys at %s', async (path) => {
    const answer = await fetch(`${system.tool.url}${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
      const details = createPublicKey({ key, format: 'jwk' }).asymmetricKeyDetails;
      expect(details?.modulusLength).toBeGreaterThanOrEqual(2048);
    }
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length);
  });

  it.each(['/lti/login', '/lti/launch', '/lti/jwks', '/api/assignment', '/'])(
    'lti-075 tells browsers to come by https only: %s',
    async (path) => {
      const { headers } = await fetch(`${system.tool.url}${path}`, { redirect: 'manual' });
      const seconds = /^max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1];
      expect(Number(seconds)).toBeGreaterThanOrEqual(31_536_000);
    },
  );
});
