import { expect, it } from 'vitest';
import { isTestPerson, roleOf } from './roles.ts';

const LIS = 'http://purl.imsglobal.org/vocab/lis/v2/';
const member = (name: string): string => `${LIS}membership#${name}`;
const sub = (name: string): string => `${LIS}membership/${name}`;

it.each([
  { name: 'lti-076 instructor', roles: [member('Instructor')], role: 'trainer' },
  {
    name: 'lti-077 instructor with more roles',
    roles: [`${LIS}institution/person#Faculty`, member('Instructor'), member('Mentor')],
    role: 'trainer',
  },
  { name: 'lti-078 short Instructor', roles: ['Instructor'], role: 'trainer' },
  { name: 'lti-079 unknown role', roles: [member('Wizard')], role: 'none' },
  { name: 'lti-080 no roles', roles: [], role: 'none' },
  { name: 'lti-085 learner', roles: [member('Learner')], role: 'student' },
  { name: 'lti-086 learner who also teaches', roles: [member('Learner'), member('Instructor')], role: 'trainer' },
  { name: 'lti-087 short Learner', roles: ['Learner'], role: 'student' },
  {
    name: 'lti-096 teacher of the institution, learner here',
    roles: [`${LIS}institution/person#Instructor`, member('Learner')],
    role: 'student',
  },
  { name: 'lti-097 teaching assistant', roles: [sub('Instructor#TeachingAssistant')], role: 'assistant' },
  {
    name: 'lti-097 teaching assistant with its principal role',
    roles: [member('Instructor'), sub('Instructor#TeachingAssistant')],
    role: 'assistant',
  },
  { name: 'lti-097 grader', roles: [member('Instructor'), sub('Instructor#Grader')], role: 'assistant' },
  {
    name: 'lti-097 lecturer who also assists',
    roles: [sub('Instructor#Lecturer'), sub('Instructor#TeachingAssistant')],
    role: 'trainer',
  },
  { name: 'lti-098 mentor', roles: [member('Mentor')], role: 'observer' },
  { name: 'lti-098 mentor who learns here', roles: [member('Mentor'), member('Learner')], role: 'student' },
  {
    name: 'lti-099 administrator of the institution only',
    roles: [`${LIS}institution/person#Administrator`, `${LIS}system/person#SysAdmin`],
    role: 'admin',
  },
  {
    name: 'lti-099 administrator of the institution with an unknown role here',
    roles: [`${LIS}institution/person#Administrator`, member('Wizard')],
    role: 'none',
  },
  { name: 'lti-099 somebody who calls themselves admin', roles: ['institution/person#Administrator'], role: 'none' },
  { name: 'administrator of the course', roles: [member('Administrator')], role: 'trainer' },
  { name: 'content developer', roles: [member('ContentDeveloper')], role: 'trainer' },
  { name: 'learner by sub-role', roles: [sub('Learner#GuestLearner')], role: 'student' },
  { name: 'a look-alike address', roles: [`https://evil.example/?${member('Instructor')}`], role: 'none' },
  { name: 'something after the name', roles: [`${member('Instructor')}/x`], role: 'none' },
] as const)('$name is $role', ({ roles, role }) => {
  expect(roleOf(roles)).toBe(role);
});

it.each([
  { name: 'lti-100 LIS test user', role: `${LIS}system/person#TestUser`, test: true },
  { name: 'lti-100 LTI test user', role: 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser', test: true },
  { name: 'an ordinary user', role: `${LIS}system/person#User`, test: false },
])('$name', ({ role, test }) => {
  expect(isTestPerson([member('Learner'), role])).toBe(test);
});
