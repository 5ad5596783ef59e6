import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomValue } from '../testing/minimal-tool.ts';
import { form, Practice } from '../testing/practice.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(async () => {
  await practice.stop();
});

describe('deep linking', () => {
  async function response(
    over: Record<string, unknown> = {},
    path = '/lti/deep-linking',
  ): Promise<Record<string, unknown>> {
    const claims = await practice.launch(path, '2');
    expect(claims[`${CLAIM}message_type`]).toBe('LtiDeepLinkingRequest');
    const settings = claims[`${DEEP_LINKING}deep_linking_settings`] as Record<string, unknown>;
    expect(settings['deep_link_return_url']).toBe(`${practice.issuer}/lti/deep-linking/return`);
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: 'mgv-practice',
      aud: practice.issuer,
      iat: now - 5,
      exp: now + 300,
      nonce: randomValue(),
      [`${CLAIM}message_type`]: 'LtiDeepLinkingResponse',
      [`${CLAIM}version`]: '1.3.0',
      [`${CLAIM}deployment_id`]: '1',
      [`${DEEP_LINKING}data`]: settings['data'],
      [`${DEEP_LINKING}content_items`]: [
        {
          type: 'ltiResourceLink',
          title: 'Luisteren & <samenvatten>',
          url: `${practice.tool.url}/lti/launch?scenario=luisteren`,
          custom: { mgv_scenario: 'luisteren' },
          lineItem: { label: 'Luisteren', scoreMaximum: 24, resourceId: 'luisteren', tag: 'mgv' },
        },
      ],
      ...over,
    };
  }
  const hand = async (claims: Record<string, unknown>): Promise<Response> =>
    fetch(`${practice.issuer}/lti/deep-linking/return`, form({ JWT: await practice.tool.sign(claims) }));

  it('adds the activity and its column, once', async () => {
    const claims = await response();
    const answer = await hand(claims);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('1 activiteit toegevoegd');
    expect(await practice.page('/courses/1?added=1', '2')).toContain('Luisteren &amp; &lt;samenvatten&gt;');
    expect(await practice.cell('4', 'Luisteren')).toMatchObject({ score: null, maximum: 24 });
    expect((await hand(claims)).status).toBe(400);
    expect((await hand({ ...claims, nonce: randomValue() })).status).toBe(400);
  });

  it('adds nothing for an empty list', async () => {
    const answer = await hand(await response({ [`${DEEP_LINKING}content_items`]: [] }));
    expect(await answer.text()).toContain('Er is niets toegevoegd');
    expect(await practice.page('/courses/1?added=0', '2')).toContain('Er is niets toegevoegd');
  });

  const item = (index: number, over: Record<string, unknown> = {}): Record<string, unknown> => ({
    type: 'ltiResourceLink',
    title: `Opdracht ${String(index)}`,
    url: `${practice.tool.url}/lti/launch?scenario=luisteren`,
    custom: { mgv_scenario: 'luisteren', nummer: String(index) },
    lineItem: { scoreMaximum: 10, resourceId: `r${String(index)}`, tag: 'mgv' },
    ...over,
  });
  const items = (...given: Record<string, unknown>[]): Record<string, unknown> => ({
    [`${DEEP_LINKING}content_items`]: given,
  });

  it('adds 25 at once, each with its column', async () => {
    const answer = await hand(await response(items(...Array.from({ length: 25 }, (_, index) => item(index)))));
    expect(await answer.text()).toContain('25 activiteiten toegevoegd');
    const added = (await practice.cells()).filter(
      ({ activity, userId }) => activity.startsWith('Opdracht ') && userId === '4',
    );
    expect(added).toHaveLength(25);
  });

  it('shows the dates, and hands them over', async () => {
    const dates = {
      title: 'Met een datum',
      available: { startDateTime: '2026-03-02T09:00:00+01:00' },
      submission: { endDateTime: '2026-03-09T09:00:00Z' },
      custom: { due: '$ResourceLink.submission.endDateTime', until: '$ResourceLink.available.endDateTime' },
    };
    await hand(await response(items(item(1, dates))));
    const page = await practice.page('/courses/1', '4');
    expect(page).toMatch(/Open vanaf 2 maart 2026/);
    expect(page).toMatch(/Inleveren tot 9 maart 2026/);
    const cell = await practice.cell('4', 'Met een datum');
    expect(await practice.launch(`/lti/launch/${cell?.activityId ?? ''}`, '4')).toMatchObject({
      [`${CLAIM}custom`]: { due: '2026-03-09T09:00:00Z', until: '$ResourceLink.available.endDateTime' },
    });
  });

  it('opens the picker again with what an activity holds, and changes it', async () => {
    const path = '/lti/deep-linking?activity=12';
    const claims = await practice.launch(path, '2');
    expect(claims).toMatchObject({
      [`${CLAIM}custom`]: { mgv_scenario: 'in-twee-stappen' },
      [`${DEEP_LINKING}deep_linking_settings`]: { accept_multiple: false },
    });
    expect((await hand(await response(items(item(1), item(2)), path))).status).toBe(400);
    const answer = await hand(await response(items(item(1, { title: 'Anders' })), path));
    expect(await answer.text()).toContain('De activiteit is gewijzigd');
    expect(await practice.launch('/lti/launch/12', '4')).toMatchObject({
      [`${CLAIM}resource_link`]: { id: '12', title: 'Anders' },
      [`${CLAIM}custom`]: { mgv_scenario: 'luisteren' },
    });
    expect(await practice.cell('4', 'Anders')).toMatchObject({ maximum: 10, lineItemUrl: practice.lineItem('', '13') });
  });

  it.each([
    {
      name: 'false',
      faults: { acceptMultiple: false, acceptLineItem: false },
      given: { accept_multiple: false, accept_lineitem: false },
    },
    { name: 'absent', faults: { acceptMultiple: 'absent', acceptLineItem: 'absent' }, given: {} },
    {
      name: 'another',
      faults: { acceptTypes: ['link'], acceptTargets: ['window'] },
      given: { accept_types: ['link'], accept_presentation_document_targets: ['window'] },
    },
  ])('says what it takes: $name', async ({ faults, given }) => {
    await practice.behave(faults);
    const claims = await practice.launch('/lti/deep-linking', '2');
    await practice.behave({});
    const settings = claims[`${DEEP_LINKING}deep_linking_settings`] as Record<string, unknown>;
    expect(settings).toMatchObject(given);
    if (!('accept_multiple' in given) && !('accept_types' in given)) {
      expect(Object.keys(settings)).not.toContain('accept_multiple');
      expect(Object.keys(settings)).not.toContain('accept_lineitem');
    }
  });

  it('takes one activity, without a column, where it said so', async () => {
    await practice.behave({ acceptMultiple: false, acceptLineItem: false });
    expect((await hand(await response(items(item(1), item(2))))).status).toBe(400);
    expect((await hand(await response(items(item(1, { title: 'Zonder cijfer' }))))).status).toBe(200);
    await practice.behave({});
    expect(await practice.page('/courses/1', '2')).toContain('Zonder cijfer');
    expect(await practice.cell('4', 'Zonder cijfer')).toBeUndefined();
  });

  it('goes to the course that the picker was opened in', async () => {
    await hand(await response(items(item(1, { title: 'Elders' })), '/lti/deep-linking?course=2'));
    expect(await practice.page('/courses/2', '2')).toContain('Elders');
    expect(await practice.page('/courses/1', '2')).not.toContain('Elders');
  });

  it.each([
    { name: 'a failure', claim: 'errormsg', title: 'De tool meldt een probleem' },
    { name: 'a message', claim: 'msg', title: 'Er is niets toegevoegd' },
  ])('shows $name of the tool', async ({ claim, title }) => {
    const answer = await hand(await response({ ...items(), [`${DEEP_LINKING}${claim}`]: 'Geen <plek>' }));
    const page = await answer.text();
    expect(page).toContain(title);
    expect(page).toContain('Geen &lt;plek&gt;');
    expect(page).not.toContain('leave-frame.js');
  });

  it.each([
    { name: 'another audience', over: { aud: 'http://lms.example' } },
    { name: 'another client', over: { iss: 'x' } },
    { name: 'no exp', over: { exp: undefined } },
    { name: 'iat ahead', over: { iat: Math.floor(Date.now() / 1000) + 60 } },
    { name: 'another deployment', over: { [`${CLAIM}deployment_id`]: '2' } },
    { name: 'other data', over: { [`${DEEP_LINKING}data`]: 'x' } },
    { name: 'another message', over: { [`${CLAIM}message_type`]: 'LtiResourceLinkRequest' } },
    {
      name: 'an address elsewhere',
      over: { [`${DEEP_LINKING}content_items`]: [{ type: 'ltiResourceLink', url: 'http://other.example/' }] },
    },
  ])('refuses $name', async ({ over }) => {
    const before = await (await fetch(`${practice.issuer}/api/gradebook`)).json();
    const answer = await hand(await response(over));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Er is niets toegevoegd');
    expect(await (await fetch(`${practice.issuer}/api/gradebook`)).json()).toEqual(before);
  });

  it.each([
    { name: 'student', person: '4' },
    { name: 'teaching assistant', person: '3' },
  ])('is not for a $name', async ({ person }) => {
    const answer = await fetch(`${practice.issuer}/lti/deep-linking`, { headers: await practice.signIn(person) });
    expect(answer.status).toBe(403);
  });
});
