import { expect, it } from 'vitest';
import { parseMembersPage } from './members-page.ts';

const member = (change: object): object => ({ user_id: '5', roles: ['Learner'], ...change });
const read = (...members: unknown[]) => parseMembersPage(JSON.stringify({ id: 'x', members }), undefined).members;
const LIS = 'http://purl.imsglobal.org/vocab/lis/v2/';

it.each([
  { name: 'lti-156 no status is active', change: {}, status: 'active' },
  { name: 'lti-156 Active', change: { status: 'Active' }, status: 'active' },
  { name: 'lti-156 Inactive', change: { status: 'Inactive' }, status: 'inactive' },
  { name: 'lti-156 an unknown status is active', change: { status: 'Dreaming' }, status: 'active' },
  { name: 'lti-155 Deleted has left', change: { status: 'Deleted' }, status: 'left' },
])('$name', ({ change, status }) => {
  expect(read(member(change))).toMatchObject([{ status }]);
});

it.each([
  { name: 'lti-158 short Learner', roles: ['Learner'], role: 'student' },
  { name: 'lti-158 short Instructor', roles: ['Instructor'], role: 'trainer' },
  { name: 'lti-158 full Learner', roles: [`${LIS}membership#Learner`], role: 'student' },
  { name: 'lti-158 short and full mixed', roles: ['Instructor', `${LIS}person#Administrator`], role: 'trainer' },
  { name: 'lti-158 assistant', roles: [`${LIS}membership/Instructor#TeachingAssistant`], role: 'assistant' },
  { name: 'lti-158 observer', roles: ['Mentor'], role: 'observer' },
  { name: 'lti-158 unknown roles', roles: ['Wizard'], role: 'none' },
  { name: 'lti-158 roles that are none', roles: 'Learner', role: 'none' },
])('$name', ({ roles, role }) => {
  expect(read(member({ roles }))).toMatchObject([{ role }]);
});

it.each([
  { name: 'lti-157 nothing but id and roles', change: {}, expected: null },
  { name: 'lti-157 a whole name', change: { name: ' Zoë de Vries ' }, expected: 'Zoë de Vries' },
  { name: 'lti-157 a name in parts', change: { given_name: 'Zoë', family_name: 'de Vries' }, expected: 'Zoë de Vries' },
  { name: 'lti-157 names that are empty', change: { name: '', given_name: ' ' }, expected: null },
  { name: 'lti-157 names that are no text', change: { name: 7, given_name: null }, expected: null },
])('$name', ({ change, expected }) => {
  expect(read(member(change))).toMatchObject([{ lmsUserId: '5', name: expected }]);
});

it.each([
  { name: 'no user_id', given: { roles: ['Learner'] } },
  { name: 'an empty user_id', given: member({ user_id: '' }) },
  { name: 'a user_id of 256 characters', given: member({ user_id: 'a'.repeat(256) }) },
  { name: 'a user_id that no database holds', given: member({ user_id: 'a\0b' }) },
  { name: 'a text', given: 'Sam' },
  { name: 'null', given: null },
])('leaves out one member with $name, not the others', ({ given }) => {
  expect(read(given, member({ user_id: '6' })).map(({ lmsUserId }) => lmsUserId)).toEqual(['6']);
});

it('lti-100 leaves out the test student', () => {
  const roles = [`${LIS}membership#Learner`, 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser'];
  expect(read(member({ roles }), member({ user_id: '6' }))).toMatchObject([{ lmsUserId: '6' }]);
});

it('lti-154 takes an empty page for a page', () => {
  const page = parseMembersPage('{"members":[]}', '<https://lms.example/2>; rel="next"');
  expect(page).toEqual({ members: [], next: 'https://lms.example/2', differences: null });
});

it.each(['', 'null', '[]', '{}', '{"members":{}}', '<html>', '{"members":'])('cannot read %j', (body) => {
  expect(() => parseMembersPage(body, undefined)).toThrow(expect.objectContaining({ code: 'unreadable' }) as Error);
});
