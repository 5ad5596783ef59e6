import { describe, expect, it } from 'vitest';
import { ENGINES } from '../testing/test-database.ts';
import type { Claims } from '../testing/test-platform.ts';
import { testSystem } from '../testing/test-system.ts';
import { CLAIM } from './claims.ts';

const LIS = 'http://purl.imsglobal.org/vocab/lis/v2/';
const member = (name: string): string => `${LIS}membership#${name}`;
const person = (name: string): string => `${LIS}institution/person#${name}`;
const INSTRUCTOR = { [CLAIM.roles]: [member('Instructor')] };
const LEARNER = { [CLAIM.roles]: [member('Learner')] };
const EMAIL = { email: 'sam@school.example' };
const NAMES = { name: 'Sam de Vries', given_name: 'Sam', family_name: 'de Vries' };
const NO_CONTEXT = { [CLAIM.context]: undefined };

/** Launches that open a page: who comes, and what they get. */
const OPENS: { name: string; claims: Claims; page: string; role: string; person?: string | null }[] = [
  { name: 'lti-076 instructor', claims: INSTRUCTOR, page: 'trainer', role: 'trainer' },
  {
    name: 'lti-077 instructor with more roles',
    claims: {
      [CLAIM.roles]: [person('Faculty'), member('Instructor'), member('ContentDeveloper'), `${LIS}system/person#User`],
    },
    page: 'trainer',
    role: 'trainer',
  },
  {
    name: 'lti-078 short role Instructor',
    claims: { [CLAIM.roles]: ['Instructor'] },
    page: 'trainer',
    role: 'trainer',
  },
  {
    name: 'lti-079 instructor with an unknown role too',
    claims: { [CLAIM.roles]: [member('Instructor'), member('Wizard'), 'https://lms.example/roles#Dean'] },
    page: 'trainer',
    role: 'trainer',
  },
  {
    name: 'lti-081 instructor with e-mail only',
    claims: { ...INSTRUCTOR, ...EMAIL },
    page: 'trainer',
    role: 'trainer',
    person: null,
  },
  {
    name: 'lti-082 instructor with names only',
    claims: { ...INSTRUCTOR, ...NAMES },
    page: 'trainer',
    role: 'trainer',
    person: 'Sam de Vries',
  },
  { name: 'lti-083 instructor without a name', claims: INSTRUCTOR, page: 'trainer', role: 'trainer', person: null },
  {
    name: 'lti-084 instructor with e-mail, without a course',
    claims: { ...INSTRUCTOR, ...EMAIL, ...NO_CONTEXT },
    page: 'trainer',
    role: 'trainer',
  },
  { name: 'lti-085 student', claims: LEARNER, page: 'student', role: 'student' },
  {
    name: 'lti-086 student with more roles',
    claims: { [CLAIM.roles]: [person('Student'), member('Learner'), `${LIS}membership/Learner#NonCreditLearner`] },
    page: 'student',
    role: 'student',
  },
  {
    name: 'lti-086 student who also teaches here',
    claims: { [CLAIM.roles]: [member('Learner'), member('Instructor')] },
    page: 'trainer',
    role: 'trainer',
  },
  { name: 'lti-087 short role Learner', claims: { [CLAIM.roles]: ['Learner'] }, page: 'student', role: 'student' },
  {
    name: 'lti-088 student with an unknown role too',
    claims: { [CLAIM.roles]: [member('Learner'), member('Wizard')] },
    page: 'student',
    role: 'student',
  },
  {
    name: 'lti-090 student with e-mail only',
    claims: { ...LEARNER, ...EMAIL },
    page: 'student',
    role: 'student',
    person: null,
  },
  {
    name: 'lti-091 student with names only',
    claims: { ...LEARNER, ...NAMES },
    page: 'student',
    role: 'student',
    person: 'Sam de Vries',
  },
  { name: 'lti-092 student without a name', claims: LEARNER, page: 'student', role: 'student', person: null },
  {
    name: 'lti-093 student with e-mail, without a course',
    claims: { ...LEARNER, ...EMAIL, ...NO_CONTEXT },
    page: 'student',
    role: 'student',
  },
  {
    name: 'lti-096 teacher of the school, student in this course',
    claims: { [CLAIM.roles]: [person('Instructor'), person('Faculty'), member('Learner')] },
    page: 'student',
    role: 'student',
  },
  {
    name: 'lti-097 teaching assistant',
    claims: { [CLAIM.roles]: [member('Instructor'), `${LIS}membership/Instructor#TeachingAssistant`] },
    page: 'trainer',
    role: 'assistant',
  },
  {
    name: 'lti-098 mentor of two students',
    claims: {
      [CLAIM.roles]: [member('Mentor')],
      'https://purl.imsglobal.org/spec/lti/claim/role_scope_mentor': ['student-1', 'student-2'],
    },
    page: 'observer',
    role: 'observer',
  },
];

/** Roles that open a page without any right in the course, or no page at all. */
const NO_RIGHTS = [
  { name: 'lti-079, lti-088 unknown roles only', roles: [member('Wizard'), 'https://lms.example/roles#Dean'] },
  { name: 'lti-080, lti-089 no roles', roles: [] },
  { name: 'lti-096 teacher of the school, nothing in this course', roles: [person('Instructor')] },
  { name: 'lti-096 an odd spelling of a role', roles: [`${LIS}membership#instructor`, 'instructor', ' Learner'] },
];

describe.each(ENGINES)('who comes in on %s', (engine) => {
  const system = testSystem(engine, { deploymentIds: ['1', '2'] });

  it.each(OPENS)('$name', async ({ claims, page, role, person: shown }) => {
    const { data, actor } = await system.open(claims);
    expect(data.page).toBe(page);
    expect(actor).toMatchObject({ role, person: { lmsUserId: 'student-1', test: false } });
    if (shown !== undefined) expect(actor?.person.name).toBe(shown);
  });

  it.each(NO_RIGHTS)('$name: no right to anything', async ({ roles }) => {
    const seen = await system.launch({ [CLAIM.roles]: roles });
    expect(seen).toMatchObject({ status: 403, code: 'no-role' });
    expect(seen.page).toContain('Vraag de docent');
    expect(system.grading.actors).toEqual([]);
  });

  it('lti-099 an administrator of the institution opens, and is nobody in the course', async () => {
    const seen = await system.launch({ [CLAIM.roles]: [person('Administrator'), `${LIS}system/person#SysAdmin`] });
    expect(seen.status).toBe(200);
    const { data, actor } = await system.open({ [CLAIM.roles]: [person('Administrator')] });
    expect(data.page).toBe('self-check');
    expect(actor?.role ?? 'admin').toBe('admin');
  });

  it.each(['student-1', 'trainer-1'])('lti-100 the test student of %s is told apart', async (sub) => {
    const { data, actor } = await system.open({
      sub,
      [CLAIM.roles]: [member('Learner'), `${LIS}system/person#TestUser`],
    });
    expect(data.page).toBe('student');
    expect(actor?.person.test).toBe(true);
  });

  it.each([
    { name: 'lti-101 an empty family name', claims: { given_name: 'Madonna', family_name: '' }, shown: 'Madonna' },
    { name: 'lti-101 one word', claims: { name: 'Teller' }, shown: 'Teller' },
    { name: 'lti-101 four-byte signs', claims: { name: '𠮷野 家 🎓' }, shown: '𠮷野 家 🎓' },
    { name: 'lti-101 right to left', claims: { name: 'ياسمين' }, shown: 'ياسمين' },
    { name: 'lti-101 markup', claims: { name: '<img src=x onerror=1>' }, shown: '<img src=x onerror=1>' },
    { name: 'lti-101 very long', claims: { name: 'Ö'.repeat(5000) }, shown: 'Ö'.repeat(255) },
  ])('$name', async ({ claims, shown }) => {
    const { actor, page } = await system.open(claims);
    expect(actor?.person.name).toBe(shown);
    expect(page).not.toContain('<img');
  });

  it('lti-104 one sub in two deployments is two people', async () => {
    const one = await system.open({ sub: 'twin' });
    const two = await system.open({ sub: 'twin', [CLAIM.deploymentId]: '2' }, { lti_deployment_id: '2' });
    expect(one.actor?.person.id).not.toBe(two.actor?.person.id);
    expect(one.actor?.tenantId).not.toBe(two.actor?.tenantId);
    expect((await system.open({ sub: 'twin' })).actor?.person.id).toBe(one.actor?.person.id);
  });

  it('lti-104 one sub at two issuers is two people', async () => {
    const other = { issuer: 'https://other.example', clientId: 'client-1' };
    await system.tool.register(system.platform.registration(other));
    const one = await system.open({ sub: 'twin' });
    const two = await system.open({ sub: 'twin', iss: other.issuer }, { iss: other.issuer });
    expect(one.actor?.person.id).not.toBe(two.actor?.person.id);
  });

  it('lti-105 two tabs and a second device of one student work side by side', async () => {
    const [laptop, phone] = [system.browse(), system.browse()];
    const logins = [await laptop.login(), await laptop.login(), await phone.login()];
    const pages = [];
    for (const [index, { state, nonce }] of logins.entries()) {
      const id_token = await system.platform.sign(system.platform.claims(nonce));
      pages.push(await (index === 2 ? phone : laptop).post({ state, id_token }));
    }
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});
