import { expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import type { Registration } from '../platforms/registration.ts';
import { returnsToPlatform } from './return-address.ts';

const registrationAt = (issuer: string, others: string): Registration => ({
  id: 'r',
  issuer,
  clientId: 'c',
  name: 'School',
  authUrl: `${others}/auth`,
  tokenUrl: `${others}/token`,
  tokenAudience: `${others}/token`,
  jwksUrl: `${others}/jwks`,
  kid: 'k',
  active: true,
  registrationHost: null,
  productFamily: null,
  missingScopes: [],
  tenants: new Map(),
});
const MOODLE = registrationAt('https://moodle.example', 'https://moodle.example/mod/lti');
const CANVAS = registrationAt('https://canvas.instructure.com', 'https://sso.canvaslms.com');
const BLACKBOARD = registrationAt('https://blackboard.com', 'https://developer.blackboard.com');

const SCHOOL = 'https://canvas.school.example';
const ags = { [CLAIM.ags]: { lineitems: `${SCHOOL}/api/lti/courses/42/line_items` } };

it.each([
  {
    name: 'Moodle: the host of the issuer',
    registration: MOODLE,
    claims: {},
    url: 'https://moodle.example/mod/lti/contentitem_return.php?course=2&sesskey=x',
    passes: true,
  },
  {
    name: 'the host where people sign in',
    registration: BLACKBOARD,
    claims: {},
    url: 'https://developer.blackboard.com/return',
    passes: true,
  },
  {
    name: 'Canvas: the school, where its gradebook is',
    registration: CANVAS,
    claims: ags,
    url: `${SCHOOL}/courses/42/deep_linking_response?data=x`,
    passes: true,
  },
  {
    name: 'Canvas without gradebook: the school, where its roster is',
    registration: CANVAS,
    claims: { [CLAIM.nrps]: { context_memberships_url: `${SCHOOL}/api/lti/courses/42/names_and_roles` } },
    url: `${SCHOOL}/courses/42/deep_linking_response`,
    passes: true,
  },
  {
    name: 'Canvas without services: the school, where the person goes back to',
    registration: CANVAS,
    claims: { [CLAIM.launchPresentation]: { return_url: `${SCHOOL}/courses/42` } },
    url: `${SCHOOL}/courses/42/deep_linking_response`,
    passes: true,
  },
  { name: 'another host', registration: MOODLE, claims: {}, url: 'https://evil.example/return', passes: false },
  {
    name: 'another host than the services',
    registration: CANVAS,
    claims: ags,
    url: 'https://evil.example/',
    passes: false,
  },
  {
    name: 'a host that only begins alike',
    registration: MOODLE,
    claims: {},
    url: 'https://moodle.example.evil.example/return',
    passes: false,
  },
  {
    name: 'the platform as the name of a user',
    registration: MOODLE,
    claims: {},
    url: 'https://moodle.example@evil.example/return',
    passes: false,
  },
  { name: 'another port', registration: MOODLE, claims: {}, url: 'https://moodle.example:8443/return', passes: false },
  { name: 'another scheme', registration: MOODLE, claims: {}, url: 'http://moodle.example/return', passes: false },
  {
    name: 'services that are no addresses',
    registration: MOODLE,
    claims: {
      [CLAIM.ags]: 'https://evil.example',
      [CLAIM.nrps]: { context_memberships_url: ['https://evil.example'] },
    },
    url: 'https://evil.example/return',
    passes: false,
  },
  { name: 'no registration', registration: null, claims: ags, url: `${SCHOOL}/return`, passes: false },
])('lti-145 a return address: $name → $passes', ({ registration, claims, url, passes }) => {
  const deepLinking = { deep_link_return_url: url, accept_types: ['ltiResourceLink'] };
  expect(returnsToPlatform({ registration, claims: { ...claims, [CLAIM.deepLinking]: deepLinking } })).toBe(passes);
});
