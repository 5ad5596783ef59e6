import { expect, it } from 'vitest';
import { isSamePlatform, speaksFor } from './same-platform.ts';
import { recordedConfiguration } from './testing/recorded.ts';

const CANVAS = 'https://canvas.instructure.com';
const canvas = {
  issuer: CANVAS,
  authUrl: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
  jwksUrl: 'https://sso.canvaslms.com/api/lti/security/jwks',
};
const beta = {
  issuer: 'https://canvas.beta.instructure.com',
  authUrl: 'https://sso.beta.canvaslms.com/api/lti/authorize_redirect',
  jwksUrl: 'https://sso.beta.canvaslms.com/api/lti/security/jwks',
};
const blackboard = {
  issuer: 'https://blackboard.com',
  authUrl: 'https://developer.blackboard.com/api/v1/gateway/oidcauth',
  jwksUrl: 'https://developer.blackboard.com/api/v1/management/applications/x/jwks.json',
};

it.each([
  { name: 'its own host', url: 'https://lms.example/config', issuer: 'https://lms.example', speaks: true },
  {
    name: 'its own host, in a folder',
    url: 'https://lms.example/lti/c',
    issuer: 'https://lms.example/moodle',
    speaks: true,
  },
  { name: 'its own port', url: 'https://lms.example:8443/c', issuer: 'https://lms.example:8443', speaks: true },
  { name: 'another host', url: 'https://evil.example/c', issuer: 'https://lms.example', speaks: false },
  { name: 'a host below it', url: 'https://evil.lms.example/c', issuer: 'https://lms.example', speaks: false },
  { name: 'a host above it', url: 'https://example/c', issuer: 'https://lms.example', speaks: false },
  { name: 'another port', url: 'https://lms.example:8443/c', issuer: 'https://lms.example', speaks: false },
  { name: 'http for https', url: 'http://lms.example/c', issuer: 'https://lms.example', speaks: false },
  {
    name: 'a lookalike in the name',
    url: 'https://lms.example@evil.example/c',
    issuer: 'https://lms.example',
    speaks: false,
  },
  { name: 'an issuer with a query', url: 'https://lms.example/c', issuer: 'https://lms.example?x', speaks: false },
  { name: "a school's Canvas", url: 'https://school.instructure.com/api/lti/c', ...canvas, speaks: true },
  { name: 'Canvas on a host of the school', url: 'https://canvas.school.example/api/lti/c', ...canvas, speaks: true },
  { name: 'Canvas itself', url: 'https://sso.canvaslms.com/api/lti/c', ...canvas, speaks: true },
  { name: 'Canvas beta', url: 'https://school.beta.instructure.com/api/lti/c', ...beta, speaks: true },
  {
    name: 'Canvas with keys of somebody else',
    url: 'https://school.instructure.com/c',
    ...canvas,
    jwksUrl: 'https://evil.example/api/lti/security/jwks',
    speaks: false,
  },
  {
    name: 'Canvas with keys in a school of Canvas',
    url: 'https://school.instructure.com/c',
    ...canvas,
    jwksUrl: 'https://school.instructure.com/api/lti/security/jwks',
    speaks: false,
  },
  {
    name: 'Canvas with keys in a file on Canvas',
    url: 'https://school.instructure.com/c',
    ...canvas,
    jwksUrl: 'https://canvas.instructure.com/files/1/download',
    speaks: false,
  },
  {
    name: 'Canvas with a sign-in of somebody else',
    url: 'https://evil.example/c',
    ...canvas,
    authUrl: 'https://evil.example/api/lti/authorize_redirect',
    speaks: false,
  },
  {
    name: 'a lookalike of Canvas',
    url: 'https://x.example/c',
    ...canvas,
    issuer: 'https://canvas.instructure.com.evil.example',
    speaks: false,
  },
  { name: 'Blackboard', url: 'https://developer.blackboard.com/c', ...blackboard, speaks: true },
  { name: 'somebody else as Blackboard', url: 'https://evil.example/c', ...blackboard, speaks: false },
])('lti-206 $name: $speaks', ({ url, speaks, ...changes }) => {
  expect(speaksFor(url, { ...recordedConfiguration('moodle-openid-configuration'), ...changes })).toBe(speaks);
});

const from = (registrationHost: string | null, accountId: string | null = null) => ({ registrationHost, accountId });

it.each([
  {
    name: 'an issuer of its own',
    issuer: 'https://lms.example',
    known: from(null),
    fresh: from('lms.example'),
    same: true,
  },
  { name: 'one account', issuer: CANVAS, known: from('a.example', '1'), fresh: from('b.example', '1'), same: true },
  {
    name: 'another account',
    issuer: CANVAS,
    known: from('a.example', '1'),
    fresh: from('a.example', '2'),
    same: false,
  },
  { name: 'one host', issuer: CANVAS, known: from('a.example'), fresh: from('a.example', '1'), same: true },
  { name: 'another host', issuer: CANVAS, known: from('a.example'), fresh: from('b.example'), same: false },
  { name: 'added by hand', issuer: CANVAS, known: from(null), fresh: from('a.example', '1'), same: false },
])('lti-216 of one school: $name: $same', ({ issuer, known, fresh, same }) => {
  expect(isSamePlatform(issuer, known, fresh)).toBe(same);
});
