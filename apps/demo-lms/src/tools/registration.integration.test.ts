import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ALL_SCOPES, assertionClaims, randomValue } from '../testing/minimal-tool.ts';
import { form, Practice } from '../testing/practice.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

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

/** Pastes a registration link; gives what the tool's page is opened with. */
async function openLink(person = '8'): Promise<{ status: number; src: URL; policy: string }> {
  const link = `${practice.tool.url}/lti/register?code=one`;
  const answer = await fetch(`${practice.issuer}/tools/registrations`, form({ link }, await practice.signIn(person)));
  const src = /data-src="([^"]*)"/.exec(await answer.text())?.[1] ?? 'http://none.example';
  const policy = answer.headers.get('content-security-policy') ?? '';
  return { status: answer.status, src: new URL(src.replaceAll('&amp;', '&')), policy };
}

const asked = (over: Record<string, unknown> = {}, configuration: Record<string, unknown> = {}) => ({
  application_type: 'web',
  response_types: ['id_token'],
  grant_types: ['implicit', 'client_credentials'],
  initiate_login_uri: `${practice.tool.url}/lti/login`,
  redirect_uris: [`${practice.tool.url}/lti/launch`],
  client_name: 'Nieuwe tool',
  jwks_uri: `${practice.tool.url}/lti/jwks`,
  token_endpoint_auth_method: 'private_key_jwt',
  scope: ALL_SCOPES,
  [TOOL_CONFIGURATION]: {
    domain: new URL(practice.tool.url).host,
    target_link_uri: `${practice.tool.url}/lti/launch`,
    claims: ['iss', 'sub'],
    custom_parameters: { history: '$Context.id.history', odd: 'a=b=c' },
    messages: [{ type: 'LtiDeepLinkingRequest', target_link_uri: `${practice.tool.url}/lti/pick` }],
    ...configuration,
  },
  ...over,
});

async function register(token: string, body: unknown): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  return fetch(`${practice.issuer}/lti/registrations`, { method: 'POST', headers, body: JSON.stringify(body) });
}

interface Registered {
  client_id: string;
  scope: string;
  [TOOL_CONFIGURATION]: { deployment_id?: string };
}

/** Registers a tool; gives the platform's answer and the token that it took. */
async function registerTool(body = asked()): Promise<{ answer: Registered; token: string }> {
  const token = (await openLink()).src.searchParams.get('registration_token') ?? '';
  const response = await register(token, body);
  expect(response.status).toBe(200);
  return { answer: (await response.json()) as Registered, token };
}

describe('registration', () => {
  it('opens the tool with our configuration and a token, and lets it in the frame', async () => {
    const { src, policy } = await openLink();
    expect(src.origin).toBe(practice.tool.url);
    expect(src.searchParams.get('code')).toBe('one');
    const configuration: unknown = await (await fetch(src.searchParams.get('openid_configuration') ?? '')).json();
    expect(configuration).toMatchObject({
      issuer: practice.issuer,
      registration_endpoint: `${practice.issuer}/lti/registrations`,
      'https://purl.imsglobal.org/spec/lti-platform-configuration': {
        variables: expect.arrayContaining(['Context.id.history', 'ResourceLink.id.history']) as unknown,
      },
    });
    expect(policy).toContain(`frame-src 'self' ${practice.tool.url};`);
  });

  it('keeps the tool waiting, until it is activated', async () => {
    const { answer } = await registerTool();
    const { client_id: clientId } = answer;
    expect(await practice.page('/tools', '8')).toContain('wacht op activering');
    const query = new URLSearchParams({ tool: clientId }).toString();
    expect(await practice.page(`/lti/deep-linking?${query}`, '2')).toContain('Deze tool staat uit');
    const early = { iss: clientId, sub: clientId };
    expect((await practice.requestToken(early)).status).toBe(401);
    expect(await practice.post(`/tools/${clientId}/activate`, '8')).toBe('/tools');
    expect((await practice.requestToken({ ...early, jti: randomValue() })).status).toBe(200);
    const { action, fields } = await practice.authenticate(`/lti/deep-linking?${query}`, '2');
    expect(action).toBe(`${practice.tool.url}/lti/launch`);
    const claims = await practice.claimsOf(fields['id_token'], clientId);
    expect(claims).toMatchObject({
      [`${CLAIM}deployment_id`]: answer[TOOL_CONFIGURATION].deployment_id,
      [`${CLAIM}target_link_uri`]: `${practice.tool.url}/lti/pick`,
      [`${CLAIM}custom`]: { history: '', odd: 'a=b=c' },
    });
    expect(claims).not.toHaveProperty('name');
    await practice.post(`/tools/${clientId}/remove`, '8');
    expect(await practice.page('/tools', '8')).not.toContain(clientId);
  });

  it('gives each tool its own activities and columns', async () => {
    const { client_id: clientId, ...answer } = (await registerTool()).answer;
    await practice.post(`/tools/${clientId}/activate`, '8');
    const path = `/lti/deep-linking?${new URLSearchParams({ tool: clientId, course: '1' }).toString()}`;
    const claims = await practice.launch(path, '2', clientId);
    const { data } = claims[`${DEEP_LINKING}deep_linking_settings`] as { data: string };
    const jwt = await practice.tool.sign({
      ...assertionClaims(practice.issuer),
      iss: clientId,
      nonce: randomValue(),
      [`${CLAIM}message_type`]: 'LtiDeepLinkingResponse',
      [`${CLAIM}version`]: '1.3.0',
      [`${CLAIM}deployment_id`]: answer[TOOL_CONFIGURATION].deployment_id,
      [`${DEEP_LINKING}data`]: data,
      [`${DEEP_LINKING}content_items`]: [
        { type: 'ltiResourceLink', title: 'Van de tweede', lineItem: { scoreMaximum: 3 } },
      ],
    });
    expect((await fetch(`${practice.issuer}/lti/deep-linking/return`, form({ JWT: jwt }))).status).toBe(200);
    const cell = (await practice.cells()).find(({ activity }) => activity === 'Van de tweede');
    expect(await practice.launch(`/lti/launch/${cell?.activityId ?? ''}`, '4', clientId)).toMatchObject({
      aud: clientId,
    });
    // The tool that is registered by hand sees nothing of it.
    const list = `${practice.issuer}/lti/courses/1/lineitems?type_id=1`;
    const accept = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
    expect(await (await practice.read(list, accept)).json()).toHaveLength(2);
    const other = await practice.read(cell?.lineItemUrl ?? '', 'application/vnd.ims.lis.v2.lineitem+json');
    expect(other.status).toBe(404);
    expect(await practice.page('/courses/1/add', '2')).toContain('Van welke tool?');
    await practice.post(`/tools/${clientId}/remove`, '8');
    expect(await practice.page('/tools', '8')).toContain(clientId);
    await practice.post(`/tools/${clientId}/deactivate`, '8');
  });

  it('takes a token once, and keeps what was registered over a restart', async () => {
    const { answer, token } = await registerTool();
    expect((await register(token, asked())).status).toBe(401);
    expect((await register('', asked())).status).toBe(401);
    await practice.restart();
    expect(await practice.page('/tools', '8')).toContain(answer.client_id);
  });

  it.each([
    { name: 'no redirect URI', body: () => asked({ redirect_uris: [] }) },
    { name: 'another application type', body: () => asked({ application_type: 'native' }) },
    { name: 'a secret instead of a key', body: () => asked({ token_endpoint_auth_method: 'client_secret_post' }) },
    { name: 'a script as address', body: () => asked({ initiate_login_uri: 'javascript:alert(1)' }) },
    { name: 'an address elsewhere', body: () => asked({ redirect_uris: ['http://other.example/'] }) },
    { name: 'a custom value that is not text', body: () => asked({}, { custom_parameters: { a: 1 } }) },
    { name: 'no tool configuration', body: () => asked({ [TOOL_CONFIGURATION]: undefined }) },
  ])('refuses $name', async ({ body }) => {
    const token = (await openLink()).src.searchParams.get('registration_token') ?? '';
    const answer = await register(token, body());
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining('invalid_') as unknown });
  });

  it.each([
    { fault: '422', status: 422 },
    { fault: '500', status: 500 },
    { fault: 'html', status: 200 },
  ])('answers a registration with $fault, and keeps nothing', async ({ fault, status }) => {
    await practice.behave({ registration: fault });
    const token = (await openLink()).src.searchParams.get('registration_token') ?? '';
    const before = await practice.page('/tools', '8');
    const answer = await register(token, asked());
    expect(answer.status).toBe(status);
    expect(await practice.page('/tools', '8')).toBe(before);
    await practice.behave({});
    expect((await register(token, asked())).status).toBe(200);
  });

  it('grants fewer scopes, in launches and tokens too', async () => {
    await practice.behave({ registration: 'fewer-scopes' });
    const { client_id: clientId, scope } = (await registerTool()).answer;
    expect(scope).not.toMatch(/scope\/lineitem( |$)/);
    await practice.post(`/tools/${clientId}/activate`, '8');
    const token = await practice.requestToken({ iss: clientId, sub: clientId });
    expect(await token.json()).toMatchObject({ scope });
    const path = `/lti/deep-linking?${new URLSearchParams({ tool: clientId }).toString()}`;
    expect(await practice.launch(path, '2', clientId)).not.toHaveProperty([
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
    ]);
    await practice.post(`/tools/${clientId}/deactivate`, '8');
  });

  it('can leave the deployment for the first launch, as Canvas does', async () => {
    await practice.behave({ registration: 'no-deployment' });
    expect((await registerTool()).answer[TOOL_CONFIGURATION]).not.toHaveProperty('deployment_id');
  });

  it.each([
    { name: 'teacher', person: '2' },
    { name: 'student', person: '4' },
    { name: 'observer', person: '7' },
  ])('is not for a $name', async ({ person }) => {
    expect((await openLink(person)).status).toBe(403);
    expect(await practice.page('/tools', person)).toContain('alleen voor de beheerder');
    expect(await practice.post('/tools/x/activate', person)).toBe('403');
  });

  it('refuses a link that is none', async () => {
    expect(await practice.post('/tools/registrations', '8', { link: 'javascript:alert(1)' })).toBe('400');
  });
});
