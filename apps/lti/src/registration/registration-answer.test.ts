import { expect, it } from 'vitest';
import { readAnswer, refusalReason } from './registration-answer.ts';
import { recorded } from './testing/recorded.ts';
import { WANTED_SCOPES } from './tool-description.ts';

const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const asked = ['one', 'two'];

it('lti-212, lti-213 reads the answer of Moodle: all that it knows, and a deployment', () => {
  expect(readAnswer(recorded('moodle-registration-answer'), WANTED_SCOPES.slice(0, 5))).toEqual({
    clientId: 'EmU57seHWmJnyXf',
    deploymentId: '2',
    missingScopes: [],
  });
});

it('lti-212, lti-213 reads the answer of Canvas: fewer scopes, and no deployment', () => {
  expect(readAnswer(recorded('canvas-registration-answer'), WANTED_SCOPES)).toEqual({
    clientId: '170000000000123',
    deploymentId: null,
    missingScopes: [
      'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
      'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
    ],
  });
});

it.each([
  { name: 'numbers for ids', json: { client_id: 10, [TOOL]: { deployment_id: 3 } }, clientId: '10', deploymentId: '3' },
  { name: 'no word on scopes', json: { client_id: 'c' }, clientId: 'c', deploymentId: null },
  {
    name: 'nonsense beside the client id',
    json: { client_id: 'c', scope: 7, [TOOL]: [] },
    clientId: 'c',
    deploymentId: null,
  },
  {
    name: 'an empty deployment',
    json: { client_id: 'c', [TOOL]: { deployment_id: '' } },
    clientId: 'c',
    deploymentId: null,
  },
])('takes $name', ({ json, clientId, deploymentId }) => {
  expect(readAnswer(json, asked)).toEqual({ clientId, deploymentId, missingScopes: [] });
});

it('lti-213 notices that no scope was given', () => {
  expect(readAnswer({ client_id: 'c', scope: '' }, asked)?.missingScopes).toEqual(asked);
});

it.each([
  null,
  'token',
  [],
  {},
  { client_id: '' },
  { client_id: {} },
  { client_id: 'x'.repeat(256) },
  { client_id: '\0' },
])('takes %j for no answer', (json) => {
  expect(readAnswer(json, asked)).toBeNull();
});

it.each([
  { body: 'token_already_used', reason: 'token_already_used' },
  {
    body: '{"error":"invalid_redirect_uri","error_description":"not allowed"}',
    reason: 'invalid_redirect_uri: not allowed',
  },
  { body: '{"message":"Geen toegang"}', reason: 'Geen toegang' },
  { body: '<!doctype html><p>Error', reason: null },
  { body: '', reason: null },
  { body: 'x'.repeat(201), reason: null },
  { body: '{"error":{"a":1}}', reason: null },
])('gives the reason in $body: $reason', ({ body, reason }) => {
  expect(refusalReason(body)).toBe(reason);
});
