import { expect, it } from 'vitest';
import { SessionFactsSchema } from '../session/session-facts.ts';
import { readPayload } from '../testing/payloads.ts';
import { CLAIM, LaunchClaimsSchema } from './claims.ts';
import { launchFacts } from './launch-facts.ts';

const fixture = (name: string): Record<string, unknown> => readPayload(name).claims;
const factsOf = (claims: Record<string, unknown>) => launchFacts(LaunchClaimsSchema.parse(claims), 'nl');

it.each([
  { name: 'moodle/launch-student', role: 'student', person: 'Sam Student', language: 'en' },
  { name: 'moodle/launch-teacher', role: 'trainer', person: 'Tina Teacher', language: 'en' },
  { name: 'moodle/launch-ta', role: 'trainer', language: 'en' },
  { name: 'moodle/launch-admin', role: 'trainer', language: 'en' },
  { name: 'moodle/launch-anonymous', role: 'student', person: null, language: 'en' },
  { name: 'moodle/launch-deeplinked', role: 'student', language: 'en' },
  { name: 'moodle/launch-newwindow', role: 'student', language: 'en' },
  { name: 'moodle/launch-student-unicode', role: 'student', language: 'en' },
  { name: 'moodle/launch-ungraded', role: 'student', language: 'en' },
  { name: 'moodle/launch-dynamic', role: 'student', language: 'en' },
  { name: 'canvas/launch-student', role: 'student', language: 'nl' },
  { name: 'canvas/launch-instructor', role: 'trainer', person: 'Karel Jansen', language: 'nl' },
  { name: 'canvas/launch-admin-not-enrolled', role: 'admin', language: 'nl' },
  { name: 'canvas/launch-observer', role: 'observer', language: 'nl' },
  { name: 'canvas/launch-anonymous-privacy', role: 'student', person: null, language: 'nl' },
  { name: 'canvas/launch-module-item-no-lineitem', role: 'student', language: 'nl' },
])('reads $name', ({ name, role, person, language }) => {
  const facts = factsOf(fixture(name));
  expect(SessionFactsSchema.parse(facts)).toEqual(facts);
  expect(facts).toMatchObject({ role, language, platformFamily: name.split('/')[0], deepLinking: null });
  expect(facts.link?.id).toBeTruthy();
  if (person !== undefined) expect(facts.person.name).toBe(person);
});

it('lti-100 knows the test student', () => {
  expect(factsOf(fixture('canvas/launch-student-view')).person.test).toBe(true);
});

it('reads the gradebook of a graded launch', () => {
  expect(factsOf(fixture('moodle/launch-student')).gradebook).toMatchObject({
    lineItem: 'http://moodle.example/mod/lti/services.php/2/lineitems/10/lineitem?type_id=1',
    lineItems: 'http://moodle.example/mod/lti/services.php/2/lineitems?type_id=1',
  });
  expect(factsOf(fixture('canvas/launch-module-item-no-lineitem')).gradebook?.lineItem).toBeNull();
});

it.each([
  { name: 'moodle/launch-deep-linking-request', acceptLineItem: null, targets: ['frame', 'iframe', 'window'] },
  { name: 'canvas/launch-deep-linking-assignment-selection', acceptLineItem: true, targets: ['iframe', 'window'] },
])('lti-122 reads $name', ({ name, acceptLineItem, targets }) => {
  const facts = factsOf(fixture(name));
  expect(SessionFactsSchema.parse(facts)).toEqual(facts);
  expect(facts).toMatchObject({
    role: 'trainer',
    link: null,
    deepLinking: { acceptLineItem, targets, acceptTypes: ['ltiResourceLink'] },
  });
});

it('reads the settings that the picker put in the link', () => {
  const custom = {
    mgv_scenario: 'in-twee-stappen',
    mgv_title: 'Oefenen',
    mgv_points: '7.5',
    mgv_attempts: 'unlimited',
    mgv_counts: 'best',
    mgv_results: 'after-release',
  };
  expect(factsOf({ ...fixture('moodle/launch-student'), [CLAIM.custom]: custom }).link).toMatchObject({
    scenarioId: 'in-twee-stappen',
    settings: { title: 'Oefenen', points: 7.5, attempts: null, counts: 'best', results: 'after-release' },
  });
});

it.each([
  { name: 'lti-102 variables not filled in', custom: { mgv_scenario: '$Custom.scenario', mgv_points: '$Points' } },
  { name: 'lti-102 empty and null values', custom: { mgv_scenario: '', mgv_points: null, mgv_attempts: ' ' } },
  {
    name: 'values that make no sense',
    custom: { mgv_points: '-3', mgv_attempts: '1.5', mgv_counts: 'first', mgv_scenario: 'No Such' },
  },
  { name: 'no custom at all', custom: undefined },
  { name: 'custom that is a text', custom: 'a=b' },
])('$name: takes the scenario from the address and leaves the rest open', ({ custom }) => {
  const claims = {
    ...fixture('moodle/launch-student'),
    [CLAIM.custom]: custom,
    [CLAIM.targetLinkUri]: 'https://tool.example/lti/launch?scenario=signalen',
  };
  expect(factsOf(claims).link).toMatchObject({ scenarioId: 'signalen', settings: {} });
  expect(factsOf(claims).link?.settings).toEqual({});
});

it.each([
  { name: 'lti-109 nl-NL', locale: 'nl-NL', claim: undefined, language: 'nl' },
  { name: 'lti-109 en_US', locale: 'en_US', claim: undefined, language: 'en' },
  { name: 'lti-109 unknown locale, known claim', locale: 'fr', claim: 'en', language: 'en' },
  { name: 'lti-109 nothing known', locale: 'fr', claim: 'de', language: 'nl' },
  { name: 'lti-109 nothing given', locale: undefined, claim: undefined, language: 'nl' },
])('$name is $language', ({ locale, claim, language }) => {
  const claims = { ...fixture('moodle/launch-student'), locale: claim, [CLAIM.launchPresentation]: { locale } };
  expect(factsOf(claims).language).toBe(language);
});

it.each([
  {
    name: 'lti-101 an empty family name',
    claims: { name: undefined, given_name: 'Sam', family_name: '' },
    expected: 'Sam',
  },
  {
    name: 'lti-083 no name',
    claims: { name: undefined, given_name: undefined, family_name: undefined },
    expected: null,
  },
  { name: 'lti-101 a very long name', claims: { name: 'é'.repeat(300) }, expected: 'é'.repeat(255) },
  { name: 'lti-101 an emoji on the edge', claims: { name: `${'a'.repeat(254)}💬` }, expected: 'a'.repeat(254) },
  { name: 'a name that is a number', claims: { name: 7, given_name: 'Sam', family_name: undefined }, expected: 'Sam' },
])('$name', ({ claims, expected }) => {
  expect(factsOf({ ...fixture('moodle/launch-student'), ...claims }).person.name).toBe(expected);
});
