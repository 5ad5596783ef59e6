import fc from 'fast-check';
import { changed, changes, oddText, oddValue } from './odd-values.ts';

/** A request as it goes over the line. */
export interface FuzzRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

/** A form: names may come more than once. */
export type Form = [string, string][];

const FORM = 'application/x-www-form-urlencoded';
const CONTENT_TYPES = [
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  `${FORM}; charset=utf-16`,
  `${FORM}; charset=klingon`,
  'application/json; charset=utf-7',
  'application/problem+json',
  ';;;',
];
const NAMES = [
  'iss',
  'login_hint',
  'target_link_uri',
  'client_id',
  'lti_deployment_id',
  'lti_message_hint',
  'lti_storage_target',
  'state',
  'id_token',
  'binding',
  'error',
  'error_description',
  'code',
  'choice',
  'openid_configuration',
  'registration_token',
  'frame',
  '__proto__',
  'constructor[prototype]',
];
const ENCODINGS = ['gzip', 'deflate', 'br', 'identity', 'x-unknown'];

const header = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});

/** Headers that a strange client may send with anything. */
const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  fc.record({
    cookie: fc.oneof(
      header,
      header.map((value) => `mgv-login-${value}=${value}; ${value}`),
    ),
  }),
  fc.record({ 'accept-language': fc.oneof(header, fc.constantFrom('*', 'en;q=x', ',,,', 'nl-NL,en;q=0.1')) }),
  fc.record({
    authorization: fc.oneof(
      header,
      header.map((value) => `Bearer ${value}`),
    ),
  }),
  fc.record({ 'content-encoding': fc.constantFrom(...ENCODINGS) }),
  fc.record({ 'x-forwarded-for': header, 'x-forwarded-proto': header, forwarded: header }),
  fc.record({ 'x-large': fc.constantFrom(2_000, 12_000).map((length) => 'h'.repeat(length)) }),
  fc.record({ 'sec-fetch-site': header, origin: header, referer: header }),
);

const pair = fc.tuple(fc.oneof(fc.constantFrom(...NAMES), oddText), oddText);
const renamed = (name: string): fc.Arbitrary<string> => fc.constantFrom(name, `${name}[]`, `${name}[a]`, ` ${name}`);

/** A good form with some of its fields gone odd, doubled, renamed or left out, and others added. */
export function nearForm(good: Form): fc.Arbitrary<Form> {
  const field = ([name, value]: [string, string]): fc.Arbitrary<Form> =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constant<Form>([[name, value]]) },
      oddText.map((odd): Form => [[name, odd]]),
      oddText.map((odd): Form => [
        [name, value],
        [name, odd],
      ]),
      renamed(name).map((other): Form => [[other, value]]),
      fc.constant<Form>([]),
    );
  return fc
    .tuple(
      fc.tuple(...good.map(field)),
      fc.oneof({ weight: 3, arbitrary: fc.constant<Form>([]) }, fc.array(pair, { maxLength: 4 })),
    )
    .map(([fields, added]) => [...fields.flat(), ...added]);
}

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

/** A form as text: mostly well encoded, sometimes broken. */
export function encoded(form: Form): fc.Arbitrary<string> {
  const text = form.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return fc.oneof(
    { weight: 10, arbitrary: fc.constant(text) },
    fc.nat(text.length).map((at) => `${text.slice(0, at)}%${text.slice(at)}`),
    fc.nat(text.length).map((at) => text.slice(0, at)),
    fc.constantFrom(`${text}&&&=&%E0%A4%A=%`, `${text}${'&a=b'.repeat(60)}`, `{"form":"${text}"}`),
  );
}

/** A form sent to `path`, in the address or in the body. */
export function formRequest(
  path: string,
  form: fc.Arbitrary<Form>,
  methods = ['GET', 'POST'],
): fc.Arbitrary<FuzzRequest> {
  return fc
    .tuple(
      form.chain(encoded),
      fc.constantFrom(...methods),
      fc.oneof({ weight: 8, arbitrary: fc.constant(FORM) }, fc.constantFrom(...CONTENT_TYPES)),
      oddHeaders,
    )
    .map(([text, method, type, headers]) =>
      method === 'POST'
        ? { method, path, headers: { 'content-type': type, ...headers }, body: text }
        : { method, path: `${path}?${text.slice(0, 8000)}`, headers, body: null },
    );
}

/** JSON sent to `path`: a good body with changes, or anything else. */
export function jsonRequest(path: string, good: object, headers: Record<string, string>): fc.Arbitrary<FuzzRequest> {
  const body = fc.oneof(
    { weight: 6, arbitrary: changes.map((made) => JSON.stringify(changed(good, made))) },
    { weight: 2, arbitrary: oddValue.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: oddText },
    { weight: 1, arbitrary: fc.nat(60).map((at) => JSON.stringify(good).slice(0, at)) },
  );
  const type = fc.oneof({ weight: 8, arbitrary: fc.constant('application/json') }, fc.constantFrom(...CONTENT_TYPES));
  return fc.tuple(body, type, oddHeaders).map(([text, kind, odd]) => ({
    method: 'POST',
    path,
    headers: { ...headers, 'content-type': kind, ...odd },
    body: text,
  }));
}

const PATHS = [
  '/',
  '/lti/',
  '/lti/login',
  '/lti/launch',
  '/lti/register',
  '/lti/resume',
  '/lti/settings',
  '/lti/canvas.json',
];
const MORE = [
  '/lti/jwks',
  '/assets/',
  '/static/refusal.css',
  '/api/',
  '/api/assignment',
  '/internal/platforms',
  '/health',
];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];
const TAILS = [
  '',
  '/',
  '//',
  '/..',
  '/%2e%2e/internal',
  '/%',
  '/%zz',
  '/%00',
  '?',
  '?a[]=1&a=2&a[b]=3',
  ';x',
  '/é'.normalize(),
];

/** Any method at any address, also addresses that are none. */
export const anyRequest: fc.Arbitrary<FuzzRequest> = fc
  .tuple(
    fc.constantFrom(...METHODS),
    fc.constantFrom(...PATHS, ...MORE),
    fc.constantFrom(...TAILS),
    oddHeaders,
    oddText,
  )
  .map(([method, path, tail, headers, text]) => ({
    method,
    path: encodeURI(`${path}${tail}`).replaceAll('%25', '%'),
    headers,
    body: method === 'GET' || method === 'HEAD' ? null : text,
  }));

const FLIPS = fc.array(fc.tuple(fc.nat(), fc.constantFrom('A', 'e', '-', '_', '.', '=', '+', '/', ' ', '\n', 'é')), {
  minLength: 1,
  maxLength: 3,
});

/** A token with some signs changed, parts left out or swapped, or another header; never signed anew. */
export function nearToken(token: string): fc.Arbitrary<string> {
  const [head = '', body = '', signature = ''] = token.split('.');
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return fc.oneof(
    FLIPS.map((flips) => {
      const signs = Array.from(token);
      for (const [at, sign] of flips) signs[at % signs.length] = sign;
      return signs.join('');
    }),
    fc.nat(token.length).map((at) => token.slice(0, at)),
    fc.constantFrom(token, `${head}.${body}.`, `.${body}.${signature}`, `${head}..${signature}`, `${token}.x`, '..'),
    oddValue.map((value) => `${part(value)}.${body}.${signature}`),
    oddValue.map((value) => `${head}.${part(value)}.${signature}`),
    fc
      .record({
        alg: fc.oneof(fc.constant('RS256'), oddValue),
        kid: fc.oneof(fc.constant('key-1'), oddValue),
        crit: oddValue,
      })
      .map((odd) => `${part(odd)}.${body}.${signature}`),
    oddText,
  );
}
