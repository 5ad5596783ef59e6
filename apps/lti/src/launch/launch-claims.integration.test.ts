import { describe, expect, it } from 'vitest';
import { ENGINES } from '../testing/test-database.ts';
import type { Claims } from '../testing/test-platform.ts';
import { testSystem } from '../testing/test-system.ts';
import { CLAIM } from './claims.ts';

const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;
const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';
const INSTRUCTOR = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor';

interface Refused {
  name: string;
  claims: Claims;
  code: string;
}

/** Without each of the claims that a launch must have. */
const REQUIRED: Refused[] = [
  { name: 'iss', claims: { iss: undefined }, code: 'issuer-wrong' },
  { name: 'aud', claims: { aud: undefined }, code: 'audience-wrong' },
  { name: 'exp', claims: { exp: undefined }, code: 'times-missing' },
  { name: 'iat', claims: { iat: undefined }, code: 'times-missing' },
  { name: 'nonce', claims: { nonce: undefined }, code: 'nonce-wrong' },
  { name: 'sub', claims: { sub: undefined }, code: 'sub-missing' },
  { name: 'message_type', claims: { [CLAIM.messageType]: undefined }, code: 'message-type-missing' },
  { name: 'version', claims: { [CLAIM.version]: undefined }, code: 'version-wrong' },
  { name: 'deployment_id', claims: { [CLAIM.deploymentId]: undefined }, code: 'deployment-missing' },
  { name: 'target_link_uri', claims: { [CLAIM.targetLinkUri]: undefined }, code: 'target-not-ours' },
  { name: 'resource_link', claims: { [CLAIM.resourceLink]: undefined }, code: 'resource-link-missing' },
  { name: 'roles', claims: { [CLAIM.roles]: undefined }, code: 'roles-missing' },
];

/** By the clock of the test, not of the file. */
const TIMES: (Omit<Refused, 'claims'> & { claims: () => Claims })[] = [
  { name: 'exp 61 s ago', claims: () => ({ exp: seconds(-61), iat: seconds(-120) }), code: 'token-expired' },
  {
    name: 'iat 3 minutes ahead',
    claims: () => ({ iat: seconds(180), exp: seconds(240) }),
    code: 'token-from-the-future',
  },
  { name: 'exp equal to iat', claims: () => ({ iat: seconds(0), exp: seconds(0) }), code: 'times-reversed' },
  { name: 'iat as text', claims: () => ({ iat: String(seconds(0)) }), code: 'times-missing' },
  { name: 'exp as list', claims: () => ({ exp: [seconds(60)] }), code: 'times-missing' },
  { name: 'exp as null', claims: () => ({ exp: null }), code: 'times-missing' },
  { name: 'exp below zero', claims: () => ({ exp: -1 }), code: 'times-missing' },
  {
    name: 'iat an hour and more ago',
    claims: () => ({ iat: seconds(-3700), exp: seconds(60) }),
    code: 'token-too-old',
  },
];

/** Issuers that look like the right one. */
const LOOKALIKES: { name: string; of: (issuer: string) => string }[] = [
  { name: 'a slash at its end', of: (issuer) => `${issuer}/` },
  { name: 'other case', of: (issuer) => issuer.toUpperCase() },
  { name: 'a blank before it', of: (issuer) => ` ${issuer}` },
  { name: 'a blank after it', of: (issuer) => `${issuer} ` },
  { name: 'a look-alike digit', of: (issuer) => issuer.replace('1', 'l') },
  { name: 'full-width digits', of: (issuer) => issuer.replace('127', '\uff11\uff12\uff17') },
  { name: 'https for http', of: (issuer) => issuer.replace('http:', 'https:') },
];

const long = (length: number): string => 'x'.repeat(length);

/** Ids that have a longest length of 255, each with its claim and its refusal. */
const LIMITED: { name: string; claims: (id: string) => Claims; code: string }[] = [
  { name: 'sub', claims: (id) => ({ sub: id }), code: 'sub-missing' },
  { name: 'resource_link.id', claims: (id) => ({ [CLAIM.resourceLink]: { id } }), code: 'resource-link-missing' },
  { name: 'context.id', claims: (id) => ({ [CLAIM.context]: { id } }), code: 'context-malformed' },
  {
    name: 'tool_platform.guid',
    claims: (guid) => ({ [CLAIM.toolPlatform]: { guid } }),
    code: 'tool-platform-malformed',
  },
];

const REVIEW = {
  [CLAIM.messageType]: 'LtiSubmissionReviewRequest',
  [CLAIM.roles]: [INSTRUCTOR],
  [CLAIM.ags]: {
    lineitem: 'https://lms.example/items/1',
    scope: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
  },
  [`${LTI}for_user`]: { user_id: 'student-7' },
};

const REVIEWS: { name: string; claims: Claims }[] = [
  { name: 'the AGS claim', claims: { [CLAIM.ags]: undefined } },
  { name: 'a line item', claims: { [CLAIM.ags]: { lineitems: 'https://lms.example/items', scope: [] } } },
  { name: 'for_user', claims: { [`${LTI}for_user`]: undefined } },
  { name: 'for_user.user_id', claims: { [`${LTI}for_user`]: { name: 'Sam' } } },
];

describe.each(ENGINES)('claims on %s', (engine) => {
  const system = testSystem(engine);
  const refused = async (claims: Claims): Promise<unknown> => {
    const { status, code } = await system.launch(claims, { lti_deployment_id: undefined });
    expect(Math.floor(status / 100)).toBe(4);
    return code;
  };

  it.each(REQUIRED)('lti-025 $name is missing', async ({ claims, code }) => {
    expect(await refused(claims)).toBe(code);
  });

  it.each(REQUIRED.filter(({ name }) => name !== 'iss'))('lti-025 $name is null', async ({ claims, code }) => {
    const nulls = Object.fromEntries(Object.keys(claims).map((name) => [name, null]));
    expect(await refused(nulls)).toBe(code);
  });

  it.each(TIMES)('lti-026 $name', async ({ claims, code }) => {
    expect(await refused(claims())).toBe(code);
  });

  it('lti-026 forgives clocks that differ by less than a minute', async () => {
    const { status } = await system.launch({ iat: seconds(50), exp: seconds(110) });
    expect(status).toBe(200);
    expect((await system.launch({ iat: seconds(-100), exp: seconds(-50) })).status).toBe(200);
  });

  it.each(['', null, 7, ['student-1'], { id: 1 }])('lti-031 an anonymous launch is refused: sub %j', async (sub) => {
    expect(await refused({ sub })).toBe('sub-missing');
  });

  it.each(['https://strange.example', '', 7, null, ['x']])('lti-039 unknown issuer %j', async (iss) => {
    expect(await refused({ iss })).toBe('issuer-wrong');
  });

  it.each(LOOKALIKES)('lti-040 $name', async ({ of }) => {
    expect(await refused({ iss: of(system.platform.issuer) })).toBe('issuer-wrong');
  });

  it('lti-041 issuer of one registration with the client id of another', async () => {
    await system.tool.register(
      system.platform.registration({ issuer: 'https://other.example', clientId: 'client-other' }),
    );
    expect(await refused({ aud: 'client-other' })).toBe('audience-wrong');
    expect(await refused({ iss: 'https://other.example' })).toBe('issuer-wrong');
  });

  it.each(LIMITED)('lti-056 $name: 255 characters fit, 256 do not', async ({ claims, code }) => {
    expect((await system.launch(claims(long(255)))).status).toBe(200);
    expect(await refused(claims(long(256)))).toBe(code);
  });

  it('lti-056 deployment_id: 255 characters fit, 256 do not', async () => {
    await system.tool.register(system.platform.registration({ deploymentIds: [long(255)] }));
    const at = (id: string) => system.launch({ [CLAIM.deploymentId]: id }, { lti_deployment_id: undefined });
    expect((await at(long(255))).status).toBe(200);
    expect((await at(long(256))).code).toBe('deployment-missing');
  });

  it('lti-058 follows the signed target_link_uri where it is ours, also when the login named another', async () => {
    const target = 'https://tool.example/lti/launch?scenario=';
    const { actor } = await system.open(
      { [CLAIM.targetLinkUri]: `${target}signed` },
      { target_link_uri: `${target}login` },
    );
    expect(actor?.link.scenarioId).toBe('signed');
    expect(await refused({ [CLAIM.targetLinkUri]: 'https://tool.example.evil.example/lti/launch' })).toBe(
      'target-not-ours',
    );
  });

  it.each(['LtiFoo', 'ltiResourceLinkRequest', 'LtiStartProctoring', ''])('lti-059 message type %j', async (type) => {
    const { status, code, page } = await system.launch({ [CLAIM.messageType]: type });
    expect([status, code]).toEqual([400, 'message-unsupported']);
    expect(page).toContain('LtiResourceLinkRequest');
  });

  it.each([[7], [null], [{}], { 0: 'Learner' }, 'Learner', 7])('lti-060 roles as %j', async (roles) => {
    expect(await refused({ [CLAIM.roles]: roles })).toBe('roles-missing');
  });

  it.each(REVIEWS)('lti-062 a submission review without $name', async ({ claims }) => {
    expect((await system.launch(REVIEW)).status).toBe(200);
    expect(await refused({ ...REVIEW, ...claims })).toBe('review-incomplete');
  });

  it('lti-238 offers no asset processing, and leaves claims about it alone', async () => {
    const claims = { 'https://purl.imsglobal.org/spec/lti/claim/assetreport': { scope: ['x'], report_url: 'x' } };
    expect((await system.launch(claims)).status).toBe(200);
    for (const type of ['LtiAssetProcessorSettingsRequest', 'LtiReportReviewRequest']) {
      expect(await refused({ ...claims, [CLAIM.messageType]: type })).toBe('message-unsupported');
    }
    const offered = await (await fetch(`${system.tool.url}/lti/canvas.json`)).text();
    expect(offered).toContain('LtiDeepLinkingRequest');
    expect(offered).not.toMatch(/asset/i);
  });

  it('lti-095 claims that nobody knows are left alone', async () => {
    const strange = { 'https://lms.example/claim/x': { deep: [{ list: [null, 1e9, '💬'] }] }, acr: 'x', jti: 'y' };
    expect((await system.launch(strange)).status).toBe(200);
  });
});
