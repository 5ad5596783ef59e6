import { expect, it } from 'vitest';
import { rosterAddresses } from './roster-address.ts';

const NOW = new Date('2026-03-03T10:00:00Z');
const URL_ = 'https://lms.example/members?course=5';
const HOUR = 3_600_000;
const person = { personId: 'p', name: null, role: 'student', status: 'active' } as const;
const known = (count: number, differencesUrl: string | null = null, age = HOUR) => ({
  members: Array.from({ length: count }, () => person),
  wholeAt: new Date(NOW.getTime() - age),
  differencesUrl,
});
const link = `${URL_}&rlid=link+%231&limit=100`;
const course = `${URL_}&limit=100`;
const learners = `${URL_}&rlid=link+%231&role=Learner&limit=100`;
const changes = 'https://lms.example/changes?since=9';

it.each([
  { name: 'lti-159 asks for the link, then for the course', before: null, urls: [link, course] },
  { name: 'lti-160 asks for everybody in a small course', before: known(500), urls: [link, course] },
  { name: 'lti-160 asks for the students of a large course', before: known(501), urls: [learners, link, course] },
  { name: 'lti-155 asks for changes first', before: known(3, changes), urls: [changes, link, course] },
  { name: 'lti-155 reads all of it once a day', before: known(3, changes, 24 * HOUR), urls: [link, course] },
])('$name', ({ before, urls }) => {
  const addresses = rosterAddresses({ url: URL_, linkId: 'link #1', known: before, now: NOW });
  expect(addresses.map(({ url }) => url)).toEqual(urls);
});
