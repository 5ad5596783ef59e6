import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Seen, TestBrowser } from '../testing/test-browser.ts';
import { countRows, ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { type Claims, TestPlatform, testKeyPair } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';
import { CLAIM } from './claims.ts';
import { launchChecks } from './launch-checks.ts';

const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;
const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const deepLinking = (settings: unknown): Claims => ({
  [CLAIM.messageType]: 'LtiDeepLinkingRequest',
  [CLAIM.roles]: [`${MEMBERSHIP}Instructor`],
  [CLAIM.resourceLink]: undefined,
  [CLAIM.launchPresentation]: { return_url: 'https://lms.example/course' },
  [CLAIM.deepLinking]: settings,
});
const settings = { deep_link_return_url: 'https://lms.example/return', accept_types: ['ltiResourceLink'] };

interface BadClaims {
  name: string;
  /** A function where they hold times: those count from the launch. */
  claims: Claims | (() => Claims);
  code: string;
}

/** Launches whose claims are wrong in one place. */
const BAD_CLAIMS: BadClaims[] = [
  { name: 'lti-022 version 1.2.0', claims: { [CLAIM.version]: '1.2.0' }, code: 'version-wrong' },
  { name: 'lti-022 version LTI-1p0', claims: { [CLAIM.version]: 'LTI-1p0' }, code: 'version-wrong' },
  { name: 'lti-022 version 1.3', claims: { [CLAIM.version]: '1.3' }, code: 'version-wrong' },
  { name: 'lti-022 version with a blank', claims: { [CLAIM.version]: ' 1.3.0' }, code: 'version-wrong' },
  { name: 'lti-023 no version', claims: { [CLAIM.version]: undefined }, code: 'version-wrong' },
  {
    name: 'lti-026 exp in the past',
    claims: () => ({ exp: seconds(-120), iat: seconds(-180) }),
    code: 'token-expired',
  },
  { name: 'lti-026 exp before iat', claims: () => ({ exp: seconds(-10), iat: seconds(0) }), code: 'times-reversed' },
  {
    name: 'lti-026 iat far in the future',
    claims: () => ({ iat: seconds(3600), exp: seconds(7200) }),
    code: 'token-from-the-future',
  },
  { name: 'lti-026 iat hours old', claims: () => ({ iat: seconds(-7200), exp: seconds(600) }), code: 'token-too-old' },
  { name: 'lti-026 exp as text', claims: () => ({ exp: String(seconds(60)) }), code: 'times-missing' },
  { name: 'lti-026 exp missing', claims: { exp: undefined }, code: 'times-missing' },
  { name: 'lti-026 iat missing', claims: { iat: undefined }, code: 'times-missing' },
  { name: 'lti-027 message_type missing', claims: { [CLAIM.messageType]: undefined }, code: 'message-type-missing' },
  { name: 'lti-028 roles missing', claims: { [CLAIM.roles]: undefined }, code: 'roles-missing' },
  { name: 'lti-029 deployment_id missing', claims: { [CLAIM.deploymentId]: undefined }, code: 'deployment-missing' },
  { name: 'lti-030 resource link missing', claims: { [CLAIM.resourceLink]: undefined }, code: 'resource-link-missing' },
  { name: 'lti-030 resource link without id', claims: { [CLAIM.resourceLink]: {} }, code: 'resource-link-missing' },
  {
    name: 'lti-030 resource link with empty id',
    claims: { [CLAIM.resourceLink]: { id: '' } },
    code: 'resource-link-missing',
  },
  { name: 'lti-031 sub missing', claims: { sub: undefined }, code: 'sub-missing' },
  { name: 'lti-031 sub null', claims: { sub: null }, code: 'sub-missing' },
  { name: 'lti-040 iss with a slash at its end', claims: { iss: 'http://lms.example/' }, code: 'issuer-wrong' },
  { name: 'lti-041 client of another registration', claims: { aud: 'client-9' }, code: 'audience-wrong' },
  { name: 'lti-042 aud as list without us', claims: { aud: ['a', 'b'] }, code: 'audience-wrong' },
  { name: 'lti-042 aud missing', claims: { aud: undefined }, code: 'audience-wrong' },
  { name: 'lti-042 aud as object', claims: { aud: { id: 'client-1' } }, code: 'audience-wrong' },
  {
    name: 'lti-043 aud with an untrusted one',
    claims: { aud: ['client-1', 'evil'], azp: 'client-1' },
    code: 'audience-untrusted',
  },
  { name: 'lti-044 two audiences, no azp', claims: { aud: ['client-1', 'client-1'] }, code: 'azp-wrong' },
  { name: 'lti-045 azp of another', claims: { azp: 'client-9' }, code: 'azp-wrong' },
  { name: 'lti-046 nonce missing', claims: { nonce: undefined }, code: 'nonce-wrong' },
  { name: 'lti-046 nonce empty', claims: { nonce: '' }, code: 'nonce-wrong' },
  { name: 'lti-046 nonce as object', claims: { nonce: {} }, code: 'nonce-wrong' },
  { name: 'lti-053 deployment unknown', claims: { [CLAIM.deploymentId]: '2' }, code: 'deployment-pending' },
  {
    name: 'lti-056 deployment_id of 256 characters',
    claims: { [CLAIM.deploymentId]: 'd'.repeat(256) },
    code: 'deployment-missing',
  },
  {
    name: 'lti-056 deployment_id as object',
    claims: { [CLAIM.deploymentId]: { id: '1' } },
    code: 'deployment-missing',
  },
  { name: 'lti-056 sub of 256 characters', claims: { sub: 's'.repeat(256) }, code: 'sub-missing' },
  {
    name: 'lti-056 link id of 256 characters',
    claims: { [CLAIM.resourceLink]: { id: 'l'.repeat(256) } },
    code: 'resource-link-missing',
  },
  {
    name: 'lti-056 context id of 256 characters',
    claims: { [CLAIM.context]: { id: 'c'.repeat(256) } },
    code: 'context-malformed',
  },
  { name: 'lti-056 sub with a NUL', claims: { sub: 'a\0b' }, code: 'sub-missing' },
  { name: 'lti-057 target_link_uri missing', claims: { [CLAIM.targetLinkUri]: undefined }, code: 'target-not-ours' },
  {
    name: 'lti-058 target_link_uri elsewhere',
    claims: { [CLAIM.targetLinkUri]: 'https://evil.example/lti/launch' },
    code: 'target-not-ours',
  },
  { name: 'lti-059 message_type unknown', claims: { [CLAIM.messageType]: 'LtiFoo' }, code: 'message-unsupported' },
  {
    name: 'lti-062 submission review without for_user and line item',
    claims: { [CLAIM.messageType]: 'LtiSubmissionReviewRequest' },
    code: 'review-incomplete',
  },
  { name: 'lti-060 roles as text', claims: { [CLAIM.roles]: `${MEMBERSHIP}Instructor` }, code: 'roles-missing' },
  { name: 'lti-060 roles with a number', claims: { [CLAIM.roles]: [1] }, code: 'roles-missing' },
  {
    name: 'lti-061 deep linking without settings',
    claims: deepLinking(undefined),
    code: 'deep-linking-settings-missing',
  },
  {
    name: 'lti-061 deep linking without return url',
    claims: deepLinking({ accept_types: [] }),
    code: 'deep-linking-settings-missing',
  },
  {
    name: 'lti-061 deep linking without accept_types',
    claims: deepLinking({ ...settings, accept_types: undefined }),
    code: 'deep-linking-settings-missing',
  },
  {
    name: 'lti-061 deep linking with a script as return url',
    claims: deepLinking({ ...settings, deep_link_return_url: 'javascript:1' }),
    code: 'deep-linking-settings-missing',
  },
  { name: 'lti-079 unknown role', claims: { [CLAIM.roles]: ['Wizard'] }, code: 'no-role' },
  { name: 'lti-080 empty roles', claims: { [CLAIM.roles]: [] }, code: 'no-role' },
  {
    name: 'lti-144 deep linking by a student',
    claims: { ...deepLinking(settings), [CLAIM.roles]: ['Learner'] },
    code: 'not-a-trainer',
  },
];

/** Tokens whose outside is wrong. */
const BAD_TOKENS: {
  name: string;
  token: (platform: TestPlatform, nonce: string) => string | Promise<string>;
  code: string;
}[] = [
  {
    name: 'lti-020 no kid',
    token: (p, nonce) => p.sign(p.claims(nonce), { header: { kid: undefined } }),
    code: 'kid-missing',
  },
  {
    name: 'lti-021 unknown kid',
    token: (p, nonce) => p.sign(p.claims(nonce), { header: { kid: 'other' } }),
    code: 'key-unknown',
  },
  {
    name: 'lti-024 a JWT that is no launch',
    token: (p, nonce) => p.sign({ iss: p.issuer, aud: p.clientId, nonce, iat: seconds(0), exp: seconds(60) }),
    code: 'version-wrong',
  },
  {
    name: 'lti-032 alg none',
    token: (p, nonce) => unsigned(p.claims(nonce), { alg: 'none', kid: p.kid }),
    code: 'algorithm-not-allowed',
  },
  { name: 'lti-033 HS256 with the public key', token: (p, nonce) => hmac(p, nonce), code: 'algorithm-not-allowed' },
  {
    name: 'lti-034 RS512',
    token: (p, nonce) => p.sign(p.claims(nonce), { header: { alg: 'RS512' } }),
    code: 'algorithm-not-allowed',
  },
  {
    name: 'lti-035 another key under the same kid',
    token: (p, nonce) => p.sign(p.claims(nonce), { key: testKeyPair().privateKey }),
    code: 'signature-wrong',
  },
  { name: 'lti-036 claims changed after signing', token: changed, code: 'signature-wrong' },
  { name: 'lti-037 its own key in the header', token: ownKey, code: 'signature-wrong' },
  { name: 'lti-038 not a JWT', token: () => 'hello', code: 'token-malformed' },
  { name: 'lti-038 two parts', token: () => 'e30.e30', code: 'token-malformed' },
  { name: 'lti-038 empty', token: () => '', code: 'token-malformed' },
  { name: 'lti-038 bad base64', token: () => '{}.{}.{}', code: 'token-malformed' },
  {
    name: 'lti-038 a list as claims',
    token: () => `${base64('{"alg":"RS256","kid":"k"}')}.${base64('[]')}.AAAA`,
    code: 'token-malformed',
  },
  { name: 'lti-038 over 100 kB', token: () => 'a'.repeat(100_001), code: 'token-too-large' },
  { name: 'lti-038 of 1 MB', token: () => 'a'.repeat(1_000_000), code: 'body-too-large' },
];

const base64 = (text: string): string => Buffer.from(text).toString('base64url');
const unsigned = (claims: Claims, header: object): string =>
  `${base64(JSON.stringify(header))}.${base64(JSON.stringify(claims))}.`;

function hmac(platform: TestPlatform, nonce: string): string {
  const input = unsigned(platform.claims(nonce), { alg: 'HS256', kid: platform.kid }).slice(0, -1);
  const secret = platform.publicKey.export({ type: 'spki', format: 'pem' });
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

async function changed(platform: TestPlatform, nonce: string): Promise<string> {
  const [header, , signature] = (await platform.sign(platform.claims(nonce))).split('.');
  return [header, base64(JSON.stringify(platform.claims(nonce, { sub: 'somebody-else' }))), signature].join('.');
}

function ownKey(platform: TestPlatform, nonce: string): Promise<string> {
  const { privateKey, publicKey } = testKeyPair();
  const header = {
    jwk: publicKey.export({ format: 'jwk' }),
    jku: `${platform.issuer}/stolen`,
    x5u: `${platform.issuer}/stolen`,
  };
  return platform.sign(platform.claims(nonce), { header, key: privateKey });
}

it('lists every check once', () => {
  expect(new Set(launchChecks.map(({ code }) => code)).size).toBe(launchChecks.length);
});

describe.each(ENGINES)('refused launches on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase(engine) });
    await tool.register(platform.registration());
  });
  beforeEach(() => {
    platform.reset();
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  async function expectNothingStored(): Promise<void> {
    const counts = await Promise.all(
      (['people', 'courses', 'links', 'sessions'] as const).map((name) => countRows(tool.database, name)),
    );
    expect(counts).toEqual([0, 0, 0, 0]);
  }

  function expectRefused({ status, code, page }: Seen, expected: string): void {
    expect(code).toBe(expected);
    expect(Math.floor(status / 100)).toBe(4);
    expect(page).toMatch(/<dt>Nummer<\/dt>\s*<dd>[0-9a-f]{8}<\/dd>/);
  }

  it.each(BAD_CLAIMS)('$name', async ({ claims, code }) => {
    const browser = new TestBrowser(tool, platform);
    expectRefused(
      await browser.launch(typeof claims === 'function' ? claims() : claims, { lti_deployment_id: undefined }),
      code,
    );
    await expectNothingStored();
  });

  it.each(BAD_TOKENS)('$name', async ({ token, code }) => {
    const browser = new TestBrowser(tool, platform);
    const { state, nonce } = await browser.login();
    expectRefused(await browser.post({ state, id_token: await token(platform, nonce) }), code);
    expect(platform.requests.map(({ path }) => path)).not.toContain('/stolen');
    await expectNothingStored();
  });
});
