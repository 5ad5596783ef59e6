import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextScore, Practice } from '../testing/practice.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const CELL = '/courses/1/gradebook/11/4';

let practice: Practice;
let work: string;
beforeAll(async () => {
  practice = await Practice.start();
  work = `${practice.tool.url}/lti/launch?scenario=signalen-herkennen&attempt=7a3d`;
  const submission = { new_submission: true, submission_type: 'basic_lti_launch', submission_data: work };
  await practice.postScore(nextScore({ 'https://canvas.instructure.com/lti/submission': submission }));
});
afterAll(async () => {
  await practice.stop();
});

describe('review', () => {
  it.each([
    { name: 'teacher', person: '2' },
    { name: 'teaching assistant', person: '3' },
    { name: 'student of the work', person: '4' },
  ])('asks the tool to show the work, for a $name', async ({ person }) => {
    expect(await practice.page('/courses/1/gradebook', person)).toContain(`${CELL}/review`);
    expect(await practice.page(`${CELL}/review`, person)).toContain(`data-src="/lti${CELL}/review"`);
    expect(await practice.launch(`/lti${CELL}/review`, person)).toMatchObject({
      sub: person,
      [`${CLAIM}message_type`]: 'LtiSubmissionReviewRequest',
      [`${CLAIM}for_user`]: { user_id: '4' },
      [`${CLAIM}resource_link`]: { id: '10' },
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': { lineitem: practice.lineItem() },
    });
  });

  it('opens the address that came with the score, as an ordinary launch', async () => {
    expect(await practice.page('/courses/1/gradebook', '2')).toContain('Open zoals SpeedGrader');
    const { login, fields } = await practice.authenticate(`/lti${CELL}/submission`, '2');
    expect(login.fields['target_link_uri']).toBe(work);
    expect(await practice.claimsOf(fields['id_token'])).toMatchObject({
      [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
      [`${CLAIM}target_link_uri`]: work,
      [`${CLAIM}resource_link`]: { id: '10' },
    });
  });

  it('links to no work where there is none', async () => {
    expect(await practice.page('/courses/1/gradebook', '2')).not.toContain('/gradebook/13/');
    expect(await practice.page('/lti/courses/1/gradebook/11/5/submission', '2')).toContain('Dit bestaat niet');
  });

  it('opens no address elsewhere', async () => {
    const submission = { submission_type: 'basic_lti_launch', submission_data: 'http://other.example/' };
    const over = { userId: '6', 'https://canvas.instructure.com/lti/submission': submission };
    await practice.postScore(nextScore(over));
    expect(await practice.page('/lti/courses/1/gradebook/11/6/submission', '2')).toContain('Dit bestaat niet');
  });

  it.each([
    { name: 'another student', person: '5' },
    { name: 'an observer', person: '7' },
  ])('is not for $name', async ({ person }) => {
    for (const path of [`${CELL}/review`, `/lti${CELL}/review`, `/lti${CELL}/submission`]) {
      expect(await practice.page(path, person)).toContain('Dit mag je hier niet');
    }
  });

  it.each([
    { name: 'a column of another course', path: '/courses/2/gradebook/11/4/review' },
    { name: 'a teacher', path: '/courses/1/gradebook/11/2/review' },
    { name: 'nobody', path: '/courses/1/gradebook/11/99/review' },
  ])('does not know work of $name', async ({ path }) => {
    expect(await practice.page(path, '2')).toContain('Dit bestaat niet');
  });
});
