import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchPayloads } from '../payloads.ts';
import { type FuzzAnswer, faultOf } from './fuzz-client.ts';
import { type FuzzScene, sendLaunch, sendRegistration, startScene } from './fuzz-scene.ts';
import { anyRequest, formRequest, type FuzzRequest, jsonRequest, nearForm, nearToken } from './odd-requests.ts';
import { type Change, changes } from './odd-values.ts';

/** Requests to send; `FUZZ_RUNS` asks for more. */
const REQUESTS = Number(process.env['FUZZ_RUNS'] ?? 20_000);
/** The same requests each time, unless more are asked for, or `FUZZ_SEED` says which. */
const SEED = Number(process.env['FUZZ_SEED'] ?? (process.env['FUZZ_RUNS'] === undefined ? 20_261_122 : Date.now()));
/** Requests under way at the same time. */
const TOGETHER = 10;
/** Most heap at the end, after a collection, as a share of the heap after a tenth of the requests. */
const MOST_GROWTH = 1.3;
const MINUTES = 60_000;

type Case =
  | { kind: 'request'; request: FuzzRequest }
  | { kind: 'launch'; payload: string; made: Change[] }
  | { kind: 'registration'; request: FuzzRequest; made: Change[] };

const CHOICE = {
  assignments: [
    {
      scenarioId: 'signalen',
      settings: { title: 'Signalen', points: 10, attempts: 1, counts: 'last', results: 'per-step' },
      dates: { opensAt: null, dueAt: null, closesAt: null },
    },
  ],
};

let scene: FuzzScene;
let sent = 0;
const seen = new Map<string, number>();

beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

/** Heap in use once everything that can go is gone, in bytes. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

function cases({ login, launch, cookie, student, picker, registration }: FuzzScene): fc.Arbitrary<Case> {
  const asRequest = (request: FuzzRequest): Case => ({ kind: 'request', request });
  const [[, state] = ['', ''], [, token] = ['', '']] = launch;
  const tokenForm = fc.tuple(
    nearToken(token),
    fc.oneof({ weight: 3, arbitrary: fc.constant(state) }, nearToken(state)),
  );
  const withCookie = ({ headers, ...request }: FuzzRequest): FuzzRequest => ({
    ...request,
    headers: { cookie, ...headers },
  });
  const bearer = (of: string) => ({ authorization: `Bearer ${of}` });
  // Launches and registrations cost most by far: a signature each, and another program to ask.
  return fc.oneof(
    { weight: 10, arbitrary: formRequest('/lti/login', nearForm(login)).map(asRequest) },
    { weight: 4, arbitrary: formRequest('/lti/launch', nearForm(launch), ['POST']).map(withCookie).map(asRequest) },
    {
      weight: 8,
      arbitrary: formRequest(
        '/lti/launch',
        tokenForm.map(([id_token, given]) => [
          ['state', given],
          ['id_token', id_token],
        ]),
        ['POST'],
      )
        .map(withCookie)
        .map(asRequest),
    },
    { weight: 6, arbitrary: jsonRequest('/api/deep-linking', CHOICE, bearer(picker)).map(asRequest) },
    { weight: 2, arbitrary: jsonRequest('/api/attempts', {}, bearer(student)).map(asRequest) },
    { weight: 2, arbitrary: jsonRequest('/lti/notices', { notices: [{ jwt: token }] }, {}).map(asRequest) },
    { weight: 4, arbitrary: anyRequest.map(asRequest) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('registration' as const),
        request: formRequest('/lti/register', nearForm(registration)),
        made: changes,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('launch' as const),
        payload: fc.constantFrom(...launchPayloads()),
        made: changes,
      }),
    },
  );
}

function send(one: Case): Promise<FuzzAnswer> {
  if (one.kind === 'launch') return sendLaunch(scene, one.payload, one.made);
  if (one.kind === 'registration') return sendRegistration(scene, one.request, one.made);
  return scene.client.send(one.request);
}

it(
  `answers ${String(REQUESTS)} odd requests calmly, and keeps nothing of them`,
  { timeout: 60 * MINUTES },
  async () => {
    let before = Number.POSITIVE_INFINITY;
    const batch = fc.array(cases(scene), { minLength: TOGETHER, maxLength: TOGETHER });
    const property = fc.asyncProperty(batch, async (together) => {
      const answers = await Promise.all(together.map(send));
      const faults = answers.map((answer) => faultOf(answer));
      expect(faults.filter((fault) => fault !== null)).toEqual([]);
      for (const { status } of answers) seen.set(String(status), (seen.get(String(status)) ?? 0) + 1);
      sent += together.length;
      if (sent >= REQUESTS / 10 && before === Number.POSITIVE_INFINITY) before = heap();
    });
    await fc.assert(property, { seed: SEED, numRuns: Math.ceil(REQUESTS / TOGETHER) });
    expect(sent).toBeGreaterThanOrEqual(REQUESTS);
    expect(heap() / before).toBeLessThan(MOST_GROWTH);
    // The odd ones did not all stop at the door: some got in, some were sent on, some were refused for each kind of reason.
    expect([...seen.keys()].sort()).toEqual(expect.arrayContaining(['200', '302', '400', '401', '403', '404']));
    await scene.system.open();
  },
);

it.each(['/lti/login', '/lti/launch', '/lti/register', '/lti/notices', '/api/deep-linking', '/api/attempts'])(
  'refuses a body of 2 MB at %s',
  async (path) => {
    const json = /notices|api/.test(path);
    const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
    const headers = { 'content-type': type, authorization: `Bearer ${scene.picker}` };
    const body = json ? JSON.stringify({ a: 'a'.repeat(2_000_000) }) : `id_token=${'a'.repeat(2_000_000)}`;
    expect((await scene.client.send({ method: 'POST', path, headers, body })).status).toBe(413);
  },
);

/** What is not HTTP, or hardly. */
const RAW: { name: string; bytes: string | Buffer }[] = [
  { name: 'headers of 64 kB', bytes: `GET /lti/login HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(65_536)}\r\n\r\n` },
  { name: 'a thousand headers', bytes: `GET /lti/login HTTP/1.1\r\nHost: x\r\n${'X-A: 1\r\n'.repeat(1000)}\r\n` },
  { name: 'an address of 64 kB', bytes: `GET /lti/login?iss=${'a'.repeat(65_536)} HTTP/1.1\r\nHost: x\r\n\r\n` },
  { name: 'no host', bytes: 'GET /lti/login HTTP/1.1\r\n\r\n' },
  { name: 'control signs in a header', bytes: 'GET /lti/login HTTP/1.1\r\nHost: x\r\nX-A: a\u0000b\u0007\r\n\r\n' },
  { name: 'a line break in the address', bytes: 'GET /lti/login?iss=a\nb HTTP/1.1\r\nHost: x\r\n\r\n' },
  {
    name: 'two lengths',
    bytes: 'POST /lti/launch HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  },
  {
    name: 'a length and chunks',
    bytes: 'POST /lti/launch HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  },
  { name: 'broken chunks', bytes: 'POST /lti/launch HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n' },
  {
    name: 'a body that stops half-way',
    bytes: 'POST /lti/launch HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nstate=',
  },
  { name: 'no HTTP at all', bytes: Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0xff, 0xfe]) },
  { name: 'another version', bytes: 'GET / HTTP/9.9\r\n\r\n' },
  {
    name: 'a proxy request',
    bytes: 'GET http://evil.example/lti/jwks HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
  },
];

it.each(RAW)('survives $name', async ({ bytes }) => {
  const answer = await scene.client.raw(Buffer.from(bytes));
  expect(answer === '' || /^HTTP\/1\.1 [234]\d\d /.test(answer)).toBe(true);
  expect((await scene.system.launch()).status).toBe(200);
});
