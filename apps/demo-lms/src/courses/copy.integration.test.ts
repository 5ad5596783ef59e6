import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nextScore, Practice } from '../testing/practice.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(async () => {
  await practice.stop();
});
beforeEach(async () => {
  await practice.behave({});
});

/** Ids of a course's activities, in order. */
async function activitiesOf(coursePath: string): Promise<string[]> {
  const page = await practice.page(coursePath, '2');
  return [...page.matchAll(/<h2><a href="\/courses\/\w+\/activities\/(\w+)"/g)].map(([, id = '']) => id);
}

const custom = (claims: Record<string, unknown>): Record<string, string> =>
  claims[`${CLAIM}custom`] as Record<string, string>;

describe('copies', () => {
  it('copies a course: new ids, the same content, no marks', async () => {
    await practice.postScore(nextScore());
    const path = await practice.post('/courses/1/copy', '2');
    const courseId = path.replace('/courses/', '');
    expect(await practice.page(path, '2')).toContain('Gesprekken voeren 1 (kopie)');
    const [first = ''] = await activitiesOf(path);
    expect(first).not.toBe('10');
    const before = await practice.launch('/lti/launch/10', '4');
    const after = await practice.launch(`/lti/launch/${first}`, '4');
    expect(custom(after)).toMatchObject({
      mgv_scenario: 'signalen-herkennen',
      mgv_context_history: '1',
      mgv_link_history: '10',
    });
    expect(custom(before)).toMatchObject({ mgv_context_history: '', mgv_link_history: '' });
    expect(after[`${CLAIM}context`]).toMatchObject({ id: courseId });
    expect(after[`${CLAIM}target_link_uri`]).toBe(before[`${CLAIM}target_link_uri`]);
    const { lineitem: lineItem, lineitems: lineItems } = after[AGS] as Record<string, string>;
    expect(lineItem).not.toBe(practice.lineItem());
    const listed = await practice.read(lineItems ?? '', 'application/vnd.ims.lis.v2.lineitemcontainer+json');
    expect(await listed.json()).toMatchObject([
      { id: lineItem, resourceLinkId: first, resourceId: 'signalen-herkennen', tag: 'mgv' },
      { resourceId: 'in-twee-stappen' },
    ]);
    expect((await practice.cells()).filter((cell) => cell.courseId === courseId && cell.score !== null)).toEqual([]);
  });

  it('names every source of a copy of a copy, the latest first', async () => {
    const once = await practice.post('/courses/1/copy', '8');
    const twice = await practice.post(`${once}/copy`, '8');
    const [link = ''] = await activitiesOf(twice);
    const [middle = ''] = await activitiesOf(once);
    expect(custom(await practice.launch(`/lti/launch/${link}`, '4'))).toMatchObject({
      mgv_context_history: `${once.replace('/courses/', '')},1`,
      mgv_link_history: `${middle},10`,
    });
  });

  it('duplicates an activity within its course', async () => {
    const path = await practice.post('/courses/1/activities/12/copy', '2');
    const id = path.slice(path.lastIndexOf('/') + 1);
    expect(custom(await practice.launch(`/lti/launch/${id}`, '4'))).toMatchObject({
      mgv_scenario: 'in-twee-stappen',
      mgv_context_history: '',
      mgv_link_history: '12',
    });
  });

  it('brings activities into a course that is there', async () => {
    const target = await practice.post('/courses/2/copy', '2');
    const before = await activitiesOf(target);
    await practice.post(`${target}/import`, '2', { from: '1' });
    const [link = ''] = (await activitiesOf(target)).filter((id) => !before.includes(id));
    expect(custom(await practice.launch(`/lti/launch/${link}`, '4'))).toMatchObject({
      mgv_context_history: '1,2',
      mgv_link_history: '10',
    });
    expect(await practice.post('/courses/1/import', '2', { from: '1' })).toBe('400');
  });

  it.each([
    { fault: 'contextHistory', name: 'mgv_context_history', text: '$Context.id.history' },
    { fault: 'linkHistory', name: 'mgv_link_history', text: '$ResourceLink.id.history' },
  ])('leaves $text as it is where that is not known', async ({ fault, name, text }) => {
    await practice.behave({ [fault]: false });
    expect(custom(await practice.launch('/lti/launch/10', '4'))[name]).toBe(text);
  });

  it.each([
    { name: 'student', person: '4' },
    { name: 'teaching assistant', person: '3' },
    { name: 'observer', person: '7' },
  ])('is not for a $name', async ({ person }) => {
    expect(await practice.post('/courses/1/copy', person)).toBe('403');
  });

  it('opens an activity in a window when it is set so', async () => {
    const path = await practice.post('/courses/2/activities/14/window', '2', { newWindow: '1' });
    expect(await practice.page(path, '4')).not.toContain('<iframe');
    expect(await practice.launch('/lti/launch/14?window', '4')).toMatchObject({
      [`${CLAIM}launch_presentation`]: { document_target: 'window' },
    });
  });
});
