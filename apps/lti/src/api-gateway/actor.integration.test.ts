import { MAX_MENTEES } from '@mgv/contracts';
import { describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { ENGINES } from '../testing/test-database.ts';
import type { Claims } from '../testing/test-platform.ts';
import { testSystem } from '../testing/test-system.ts';
import { PUBLIC_URL } from '../testing/test-tool.ts';

const ATTEMPT = '0d3f7a52-9a1e-4c0b-8b57-2f6f3f1f9a10';
const as = (role: string): Claims => ({ [CLAIM.roles]: [`http://purl.imsglobal.org/vocab/lis/v2/membership#${role}`] });
const TRAINER = as('Instructor');
/** A submission review of this student's work. */
const reviewOf = (sub: string): Claims => ({
  [CLAIM.messageType]: 'LtiSubmissionReviewRequest',
  [CLAIM.forUser]: { user_id: sub },
  [CLAIM.ags]: { lineitem: 'https://lms.example/lineitems/1', scope: [] },
});
const target = (query: string): Claims => ({ [CLAIM.targetLinkUri]: `${PUBLIC_URL}/lti/launch${query}` });
const mentorOf = (...students: string[]): Claims => ({ ...as('Mentor'), [CLAIM.mentees]: students });

describe.each(ENGINES)('a launch for one student’s work, on %s', (engine) => {
  const system = testSystem(engine);

  it.each([
    {
      name: 'lti-229 a trainer’s review',
      claims: { ...TRAINER, ...reviewOf('student-7') },
      page: 'trainer',
      review: { lmsUserId: 'student-7', attemptId: null },
    },
    {
      name: 'lti-230 a student’s review of their own',
      claims: { sub: 'student-7', ...reviewOf('student-7') },
      page: 'student',
      review: { lmsUserId: 'student-7', attemptId: null },
    },
    {
      name: 'lti-232 a trainer’s relaunch of an attempt',
      claims: { ...TRAINER, ...target(`?attempt=${ATTEMPT}`) },
      page: 'trainer',
      review: { lmsUserId: null, attemptId: ATTEMPT },
    },
    {
      name: 'lti-232 a relaunch in capitals, with a scenario',
      claims: { ...TRAINER, ...target(`?scenario=signalen&attempt=${ATTEMPT.toUpperCase()}`) },
      page: 'trainer',
      review: { lmsUserId: null, attemptId: ATTEMPT },
    },
    {
      name: 'lti-230 a student’s relaunch of an attempt',
      claims: target(`?attempt=${ATTEMPT}`),
      page: 'student',
      review: { lmsUserId: null, attemptId: ATTEMPT },
    },
    {
      name: 'lti-098 an observer’s review of their own student',
      claims: { ...mentorOf('student-7'), ...reviewOf('student-7') },
      page: 'observer',
      review: { lmsUserId: 'student-7', attemptId: null },
    },
    { name: 'an attempt that is no id', claims: target('?attempt=7%20or%201'), page: 'student', review: null },
    {
      name: 'for_user in a plain launch',
      claims: { [CLAIM.forUser]: { user_id: 'x' } },
      page: 'student',
      review: null,
    },
  ])('$name opens the page of its role', async ({ claims, page, review }) => {
    const { data, actor } = await system.open(claims);
    expect(data).toMatchObject({ page, review: review !== null });
    expect(actor?.review).toEqual(review);
  });

  it.each([
    { name: 'a student another’s', claims: { sub: 'student-8', ...reviewOf('student-7') } },
    { name: 'an observer somebody else’s', claims: { ...mentorOf('student-8'), ...reviewOf('student-7') } },
  ])('lti-231 shows $name not', async ({ claims }) => {
    const seen = await system.launch(claims);
    expect([seen.status, seen.code]).toEqual([403, 'not-your-work']);
    expect(seen.page).toContain('Dit is het werk van iemand anders.');
    expect(seen.page).not.toContain('student-7');
  });

  it('lti-099 shows an admin without a role in the course no student’s work', async () => {
    const admin = { [CLAIM.roles]: ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator'] };
    const { data, actor } = await system.open({ ...admin, ...reviewOf('student-7') });
    expect(data.page).toBe('self-check');
    expect(actor?.role ?? 'admin').toBe('admin');
  });

  it('lti-098 tells grading whom an observer may see, and nobody else’s', async () => {
    const many = Array.from({ length: MAX_MENTEES + 5 }, (_, n) => `student-${String(n)}`);
    expect((await system.open(mentorOf(...many))).actor?.mentees).toEqual(many.slice(0, MAX_MENTEES));
    expect((await system.open(mentorOf())).actor).toMatchObject({ role: 'observer', mentees: [] });
    expect((await system.open({ ...TRAINER, [CLAIM.mentees]: ['student-7'] })).actor?.mentees).toEqual([]);
    expect((await system.open({ [CLAIM.mentees]: ['student-7'] })).actor?.mentees).toEqual([]);
  });
});
