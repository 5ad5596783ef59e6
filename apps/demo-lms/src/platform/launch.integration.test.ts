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
    const answer = await fetch(`${practice.issuer}/lti/launch/10?method=get&window`, {
      headers: await practice.signIn('4'),
      redirect: 'manual',
    });
    const url = new URL(answer.headers.get('location') ?? '');
    expect(url.origin + url.pathname).toBe(`${practice.tool.url}/lti/login`);
    expect(url.searchParams.get('login_hint')).toBe('4');
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
