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
  async function response(over: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const { fields } = await practice.authenticate('/lti/deep-linking', '2');
    const claims = await practice.claimsOf(fields['id_token']);
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
