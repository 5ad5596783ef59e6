import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../testing/minimal-tool.ts';
import { Practice } from '../testing/practice.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(async () => {
  await practice.stop();
});

describe('launch', () => {
  it('goes from login initiation to a signed id_token with the same state', async () => {
    const { login, request, action, fields } = await practice.authenticate('/lti/launch/10', '4');
    expect(login.action).toBe(`${practice.tool.url}/lti/login`);
    expect(login.fields).toMatchObject({
      iss: practice.issuer,
      client_id: 'mgv-practice',
      lti_deployment_id: '1',
      login_hint: '4',
    });
    expect(action).toBe(`${practice.tool.url}/lti/launch`);
    expect(fields['state']).toBe(request['state']);
    const claims = await practice.claimsOf(fields['id_token']);
    expect(claims).toMatchObject({
      aud: 'mgv-practice',
      sub: '4',
      nonce: request['nonce'],
      name: 'Sam de Vries',
      [`${CLAIM}roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
      [`${CLAIM}resource_link`]: { id: '10', title: 'Signalen herkennen' },
      [`${CLAIM}custom`]: { mgv_scenario: 'signalen-herkennen', mgv_points: '100' },
      [`${CLAIM}launch_presentation`]: { locale: 'nl', document_target: 'iframe' },
      [AGS]: { lineitem: practice.lineItem() },
    });
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(60);
  });

  it('redirects to the login with ?method=get', async () => {
    const answer = await fetch(`${practice.issuer}/lti/launch/10?method=get`, {
      headers: await practice.signIn('4'),
      redirect: 'manual',
    });
    const url = new URL(answer.headers.get('location') ?? '');
    expect(url.origin + url.pathname).toBe(`${practice.tool.url}/lti/login`);
    expect(url.searchParams.get('login_hint')).toBe('4');
    expect(url.searchParams.has('lti_storage_target')).toBe(false);
  });

  it('takes an authentication request once', async () => {
    const { request } = await practice.authenticate('/lti/launch/10', '4');
    const again = await fetch(`${practice.issuer}/lti/auth?${new URLSearchParams(request).toString()}`, {
      headers: await practice.signIn('4'),
    });
    expect(again.status).toBe(400);
    expect(await again.text()).not.toContain('id_token');
  });

  it.each([
    { name: 'more scope', over: { scope: 'openid email' }, error: 'invalid_scope' },
    { name: 'another login_hint', over: { login_hint: '5' }, error: 'access_denied' },
    { name: 'a short nonce', over: { nonce: 'abc' }, error: 'invalid_request' },
  ])('posts an error back for $name', async ({ over, error }) => {
    const { fields, request, action } = await practice.authenticate('/lti/launch/10', '4', over);
    expect(action).toBe(`${practice.tool.url}/lti/launch`);
    expect(fields).toMatchObject({ error, state: request['state'] });
    expect(fields).not.toHaveProperty('id_token');
  });

  it('posts login_required back from a browser without the cookie', async () => {
    const { request } = await practice.authenticationRequest('/lti/launch/10', '4');
    const answer = await fetch(`${practice.issuer}/lti/auth?${new URLSearchParams(request).toString()}`);
    expect(readForm(await answer.text()).fields).toMatchObject({ error: 'login_required', state: request['state'] });
  });

  it('answers an unregistered redirect_uri itself', async () => {
    const { status, action } = await practice.authenticate('/lti/launch/10', '4', {
      redirect_uri: 'http://other.example/',
    });
    expect(status).toBe(400);
    expect(action).toBe('');
  });

  it.each([
    {
      name: 'observer',
      person: '7',
      roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor'],
      mentees: ['4'],
    },
    {
      name: 'administrator without a place in the course',
      person: '8',
      roles: [
        'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
        'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
      ],
      mentees: undefined,
    },
  ])('says who is an $name', async ({ person, roles, mentees }) => {
    const claims = await practice.launch('/lti/launch/10', person);
    expect(claims[`${CLAIM}roles`]).toEqual(roles);
    expect(claims[`${CLAIM}role_scope_mentor`]).toEqual(mentees);
  });

  it.each([
    { name: 'the page around it', faults: {}, query: '', target: '_parent' },
    {
      name: 'a frame beside it',
      faults: { storageTarget: 'post_message_forwarding' },
      query: '',
      target: 'post_message_forwarding',
    },
    { name: 'one that stays silent', faults: { storage: 'silent' }, query: '', target: '_parent' },
    { name: 'none', faults: { storage: 'off' }, query: '', target: undefined },
    { name: 'none in a window of its own', faults: {}, query: '?window', target: undefined },
  ])('names as storage $name', async ({ faults, query, target }) => {
    await practice.behave(faults);
    const { login } = await practice.authenticationRequest(`/lti/launch/10${query}`, '4');
    expect(login.fields['lti_storage_target']).toBe(target);
    await practice.behave({});
  });

  it('puts a forwarding frame beside the tool when storage is there', async () => {
    const path = '/courses/1/activities/10';
    expect(await practice.page(path, '4')).not.toContain('name="post_message_forwarding"');
    await practice.behave({ storageTarget: 'post_message_forwarding' });
    expect(await practice.page(path, '4')).toContain('name="post_message_forwarding"');
    await practice.behave({ storageTarget: 'post_message_forwarding', storage: 'no-frame' });
    expect(await practice.page(path, '4')).not.toContain('name="post_message_forwarding"');
    await practice.behave({});
    const frame = await practice.page('/lti/storage', '4');
    expect(frame).toContain(practice.tool.url);
  });

  it.each([
    { name: 'a message', query: 'lti_msg=Klaar', texts: ['Klaar', 'Terug naar de cursus'] },
    { name: 'a failure', query: 'lti_errormsg=%3Cb%3EStuk', texts: ['&lt;b&gt;Stuk', 'De tool meldt een probleem'] },
  ])('takes people back with $name', async ({ query, texts }) => {
    const claims = await practice.launch('/lti/launch/14', '4');
    const { return_url: back } = claims[`${CLAIM}launch_presentation`] as { return_url: string };
    const page = await (await fetch(`${back}&${query}`)).text();
    for (const text of [...texts, 'href="/courses/2"']) expect(page).toContain(text);
  });

  it('shows the teacher the checks, and students none', async () => {
    await practice.authenticate('/lti/launch/12', '4');
    await fetch(`${practice.issuer}/courses/1/activities/12/shown`, {
      method: 'POST',
      headers: await practice.signIn('4'),
    });
    const teacher = await practice.page('/courses/1/activities/12', '2');
    expect(teacher).toContain('Launch-controles: 14 van 14');
    expect(await practice.page('/courses/1/activities/12', '4')).not.toContain('Launch-controles');
    await practice.authenticate('/lti/launch/12', '4', { prompt: 'login' });
    expect(await practice.page('/courses/1', '2')).toContain('Launch-controles: 11 van 14');
  });
});
