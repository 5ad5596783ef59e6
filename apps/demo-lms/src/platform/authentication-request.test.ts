import { expect, it } from 'vitest';
import { bitsOf, checkAuthenticationRequest, type Expected } from './authentication-request.ts';

const good = {
  scope: 'openid',
  response_type: 'id_token',
  response_mode: 'form_post',
  prompt: 'none',
  client_id: 'mgv-practice',
  redirect_uri: 'http://tool.example/lti/launch',
  login_hint: '4',
  lti_message_hint: '{"launch":"x"}',
  state: 'Jx0aYq3mVbT7cK9pLw2RzA',
  nonce: '8f14e45fceea167a5a36dedd4bea2543',
};
const expected: Expected = {
  clientId: 'mgv-practice',
  redirectUris: ['http://tool.example/lti/launch'],
  loginHint: '4',
  signedInId: '4',
  seen: () => false,
};

it('takes a request that is exactly right', () => {
  const verdict = checkAuthenticationRequest(good, expected);
  expect(verdict.error).toBeNull();
  expect(Object.values(verdict.checks)).not.toContain(false);
});

it.each([
  { name: 'another client', over: { client_id: 'x' }, error: 'unauthorized_client', failed: 'client-id' },
  { name: 'no client', over: { client_id: undefined }, error: 'unauthorized_client', failed: 'client-id' },
  { name: 'more scope', over: { scope: 'openid profile' }, error: 'invalid_scope', failed: 'scope' },
  { name: 'another response type', over: { response_type: 'code' }, error: 'invalid_request', failed: 'response-type' },
  { name: 'no response mode', over: { response_mode: undefined }, error: 'invalid_request', failed: 'response-mode' },
  { name: 'no prompt', over: { prompt: undefined }, error: 'invalid_request', failed: 'prompt' },
  { name: 'prompt login', over: { prompt: 'login' }, error: 'invalid_request', failed: 'prompt' },
  { name: 'a short state', over: { state: 'abc' }, error: 'invalid_request', failed: 'state' },
  { name: 'no state', over: { state: undefined }, error: 'invalid_request', failed: 'state' },
  { name: 'no nonce', over: { nonce: undefined }, error: 'invalid_request', failed: 'nonce' },
  { name: 'a nonce of 124 bits', over: { nonce: good.nonce.slice(1) }, error: 'invalid_request', failed: 'nonce' },
  { name: 'the state as nonce', over: { nonce: good.state }, error: 'invalid_request', failed: 'nonce' },
  {
    name: 'a query behind redirect_uri',
    over: { redirect_uri: `${good.redirect_uri}?a=1` },
    error: 'page',
    failed: 'redirect-uri',
  },
  { name: 'no redirect_uri', over: { redirect_uri: undefined }, error: 'page', failed: 'redirect-uri' },
  { name: 'the login hint of somebody else', over: { login_hint: '5' }, error: 'access_denied', failed: 'login-hint' },
])('refuses $name', ({ over, error, failed }) => {
  expect(checkAuthenticationRequest({ ...good, ...over }, expected)).toMatchObject({ error, failed });
});

it.each([
  { name: 'an unknown message hint', over: { loginHint: null }, error: 'page', failed: 'message-hint' },
  {
    name: 'a browser where nobody is signed in',
    over: { signedInId: null },
    error: 'login_required',
    failed: 'person',
  },
  { name: 'a browser of somebody else', over: { signedInId: '5' }, error: 'access_denied', failed: 'person' },
  {
    name: 'a state that came by before',
    over: { seen: (text: string) => text === good.state },
    error: 'invalid_request',
    failed: 'state',
  },
  {
    name: 'a nonce that came by before',
    over: { seen: (text: string) => text === good.nonce },
    error: 'invalid_request',
    failed: 'nonce',
  },
])('refuses $name', ({ over, error, failed }) => {
  expect(checkAuthenticationRequest(good, { ...expected, ...over })).toMatchObject({ error, failed });
});

it.each([
  { name: 'hexadecimal', text: good.nonce, bits: 128 },
  { name: 'a UUID', text: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', bits: 128 },
  { name: 'base64url', text: good.state, bits: 132 },
])('bitsOf $name', ({ text, bits }) => {
  expect(bitsOf(text)).toBe(bits);
});
