import { DeepLinkingAnswerSchema } from '@mgv/contracts';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify, type JWTVerifyResult } from 'jose';
import { CLAIM } from '../launch/claims.ts';
import { pageData, type Seen, TestBrowser } from './test-browser.ts';
import type { Claims, TestPlatform } from './test-platform.ts';
import type { TestTool } from './test-tool.ts';

/** Where the platform of {@link testPicker} wants its answers. */
export const RETURN_URL = 'https://school.example/return?sesskey=1';

/** What a trainer does in it. */
export interface TestPicker {
  open: (settings?: object, claims?: Claims) => Promise<Seen>;
  call: (token: string, path: string, body?: unknown) => Promise<Response>;
  /** The verified answer to a choice. */
  answer: (settings: object, choice: object) => Promise<JWTVerifyResult & { returnUrl: string }>;
}

/** The picker of a tool, opened from a platform that answers as hosted Canvas does: on the school's own host. */
export function testPicker(tool: TestTool, platform: TestPlatform): TestPicker {
  const open: TestPicker['open'] = (settings = {}, claims = {}) =>
    new TestBrowser(tool, platform).launch({
      [CLAIM.messageType]: 'LtiDeepLinkingRequest',
      [CLAIM.roles]: ['Instructor'],
      [CLAIM.resourceLink]: undefined,
      [CLAIM.ags]: { lineitems: 'https://school.example/api/lti/courses/42/line_items' },
      [CLAIM.deepLinking]: { deep_link_return_url: RETURN_URL, accept_types: ['ltiResourceLink'], ...settings },
      ...claims,
    });
  const call: TestPicker['call'] = (token, path, body) =>
    fetch(`${tool.url}/api${path}`, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
  const answer: TestPicker['answer'] = async (settings: object, choice: object) => {
    const { token } = pageData((await open(settings)).page);
    const { jwt, returnUrl } = DeepLinkingAnswerSchema.parse(await (await call(token, '/deep-linking', choice)).json());
    const keySet = createLocalJWKSet((await (await fetch(`${tool.url}/lti/jwks`)).json()) as JSONWebKeySet);
    const expected = { issuer: platform.clientId, audience: platform.issuer, algorithms: ['RS256'] };
    return { returnUrl, ...(await jwtVerify(jwt, keySet, expected)) };
  };
  return { open, call, answer };
}
