import { expect, it } from 'vitest';
import { familyOf, readConfiguration } from './platform-configuration.ts';
import { recorded, recordedConfiguration } from './testing/recorded.ts';

const MOODLE = 'moodle-openid-configuration';
const PLATFORM = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

it('reads what Moodle says', () => {
  expect(recordedConfiguration(MOODLE)).toMatchObject({
    issuer: 'http://moodle.example',
    authUrl: 'http://moodle.example/mod/lti/auth.php',
    tokenUrl: 'http://moodle.example/mod/lti/token.php',
    tokenAudience: 'http://moodle.example/mod/lti/token.php',
    jwksUrl: 'http://moodle.example/mod/lti/certs.php',
    registrationUrl: 'http://moodle.example/mod/lti/openid-registration.php',
    productFamily: 'moodle',
    accountId: null,
  });
});

it('reads what Canvas says', () => {
  const { messages, ...canvas } = recordedConfiguration('canvas-openid-configuration');
  expect(canvas).toMatchObject({
    issuer: 'https://canvas.instructure.com',
    // Canvas names a bare host as authorization_server, and wants its token URL.
    tokenAudience: 'https://sso.canvaslms.com/login/oauth2/token',
    accountName: 'Test University',
    productFamily: 'canvas',
  });
  expect(canvas.accountId).toMatch(/:canvas-lms$/);
  expect(messages?.map(({ type }) => type)).toEqual(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']);
});

it('lti-197 takes the audience that the platform names', () => {
  const authorization_server = 'https://api.brightspace.example/auth/token';
  expect(recordedConfiguration(MOODLE, { authorization_server }).tokenAudience).toBe(authorization_server);
});

it.each([
  { name: 'no issuer', changes: { issuer: undefined }, wrong: ['issuer'] },
  { name: 'an issuer that is no address', changes: { issuer: 'moodle' }, wrong: ['issuer'] },
  { name: 'an issuer with a NUL', changes: { issuer: 'https://moodle.example/\0' }, wrong: ['issuer'] },
  {
    name: 'a script as address',
    changes: { authorization_endpoint: 'javascript:alert(1)' },
    wrong: ['authorization_endpoint'],
  },
  {
    name: 'lists for texts',
    changes: { jwks_uri: ['https://a.example'], token_endpoint: {} },
    wrong: ['token_endpoint', 'jwks_uri'],
  },
  { name: 'no registration endpoint', changes: { registration_endpoint: null }, wrong: ['registration_endpoint'] },
  {
    name: 'no RS256',
    changes: { id_token_signing_alg_values_supported: ['HS256'] },
    wrong: ['id_token_signing_alg_values_supported'],
  },
])('refuses a configuration with $name', ({ changes, wrong }) => {
  expect(readConfiguration({ ...recorded(MOODLE), ...changes })).toEqual({ wrong });
});

it.each([null, 'text', 7, [], '<!doctype html>'])('refuses %j as configuration', (json) => {
  expect(readConfiguration(json)).toHaveProperty('wrong');
});

it.each([
  { name: 'nothing about itself', changes: { [PLATFORM]: undefined } },
  { name: 'nonsense about itself', changes: { [PLATFORM]: 'x', scopes_supported: 7, claims_supported: [{}] } },
  { name: 'half nonsense', changes: { [PLATFORM]: { product_family_code: [], messages_supported: 'all' } } },
])('does without: $name', ({ changes }) => {
  expect(recordedConfiguration(MOODLE, changes)).toMatchObject({ messages: null, productFamily: null });
});

it('leaves out messages that are none', () => {
  const messages_supported = [7, { type: 'LtiResourceLinkRequest', placements: 'all' }, { placements: [] }];
  expect(recordedConfiguration(MOODLE, { [PLATFORM]: { messages_supported } }).messages).toEqual([
    { type: 'LtiResourceLinkRequest', placements: null },
  ]);
});

it.each([
  ['moodle', 'moodle'],
  ['canvas', 'canvas'],
  ['desire2learn', 'brightspace'],
  ['blackboardlearn', 'blackboard'],
  ['sakai', 'other'],
  [null, 'other'],
])('%s is of the family %s', (code, family) => {
  expect(familyOf(code)).toBe(family);
});
