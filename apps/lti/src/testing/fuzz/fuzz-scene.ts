import { randomUUID } from 'node:crypto';
import { CLAIM } from '../../launch/claims.ts';
import { readPayload } from '../payloads.ts';
import { ENGINES } from '../test-database.ts';
import type { Claims } from '../test-platform.ts';
import { TestSystem } from '../test-system.ts';
import { type FuzzAnswer, FuzzClient } from './fuzz-client.ts';
import type { Form, FuzzRequest } from './odd-requests.ts';
import { type Change, changed } from './odd-values.ts';

const INSTRUCTOR = { [CLAIM.roles]: ['Instructor'] };
const picker = (issuer: string): Claims => ({
  ...INSTRUCTOR,
  [CLAIM.messageType]: 'LtiDeepLinkingRequest',
  [CLAIM.resourceLink]: undefined,
  [CLAIM.deepLinking]: { deep_link_return_url: `${issuer}/return`, accept_types: ['ltiResourceLink'] },
});
const CONFIGURATION = {
  authorization_endpoint: '/auth',
  registration_endpoint: '/registration',
  jwks_uri: '/jwks',
  token_endpoint: '/token',
  scopes_supported: ['openid', 'https://purl.imsglobal.org/spec/lti-ags/scope/score'],
  'https://purl.imsglobal.org/spec/lti-platform-configuration': {
    product_family_code: 'moodle',
    version: '4.5',
    messages_supported: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }],
  },
};

/** A running tool with everything that requests can be built from. */
export interface FuzzScene {
  system: TestSystem;
  client: FuzzClient;
  /** A good login, and a good launch of which the token is not used. */
  login: Form;
  launch: Form;
  /** Cookie of that launch. */
  cookie: string;
  /** Bearer tokens of sessions. */
  student: string;
  picker: string;
  /** A good opening of a registration link. */
  registration: Form;
  close: () => Promise<void>;
}

/** Starts the tool and opens what is needed. */
export async function startScene(): Promise<FuzzScene> {
  const system = new TestSystem();
  await system.start(ENGINES.at(-1) ?? 'pglite', {}, { quiet: true });
  const browser = system.browse();
  const { state, nonce } = await browser.login();
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const idToken = await system.platform.sign(system.platform.claims(nonce));
  const link = { name: null, days: 7, personData: false };
  const made = (await (await system.tool.internal('/registration-links', link)).json()) as { url?: string };
  const client = new FuzzClient(system.tool.url);
  return {
    system,
    client,
    login: [...browser.parameters({ lti_message_hint: '{"cmid":6}' })],
    launch: [
      ['state', state],
      ['id_token', idToken],
    ],
    cookie,
    student: (await system.open()).data.token,
    picker: (await system.open(picker(system.platform.issuer))).data.token,
    registration: [
      ['code', new URL(made.url ?? 'https://tool.example/?code=x').searchParams.get('code') ?? ''],
      ['openid_configuration', `${system.platform.issuer}/configuration`],
      ['registration_token', 'eyJ.token.x'],
    ],
    close: async () => {
      client.close();
      await system.close();
    },
  };
}

/** A real launch, well signed, with the changes made to its claims. */
export async function sendLaunch({ system }: FuzzScene, payload: string, made: readonly Change[]): Promise<FuzzAnswer> {
  const { platform } = system;
  const browser = system.browse();
  const { state, nonce } = await browser.login({ lti_deployment_id: undefined });
  const { claims } = readPayload(payload);
  const real: Claims = { ...claims, ...platform.claims(nonce), [CLAIM.messageType]: claims[CLAIM.messageType] };
  const idToken = await platform.sign({ ...changed(real, made) });
  const seen = await browser.post({ state, id_token: idToken });
  const headers = Object.fromEntries(seen.headers);
  return { status: seen.status, type: headers['content-type'] ?? '', headers, body: seen.page };
}

/** Opens a registration link for a platform whose configuration is good but for the changes. */
export async function sendRegistration(
  { system: { platform }, client }: FuzzScene,
  request: FuzzRequest,
  made: readonly Change[],
): Promise<FuzzAnswer> {
  const path = `/configuration-${randomUUID()}`;
  const configuration = {
    ...Object.fromEntries(
      Object.entries(CONFIGURATION).map(([name, value]) => [
        name,
        typeof value === 'string' ? `${platform.issuer}${value}` : value,
      ]),
    ),
    issuer: platform.issuer,
  };
  platform.answers[path] = () => ({ status: 200, body: JSON.stringify(changed(configuration, made)) });
  const moved = (text: string): string => text.replaceAll('%2Fconfiguration', `%2F${path.slice(1)}`);
  const answer = await client.send({
    ...request,
    path: moved(request.path),
    body: request.body === null ? null : moved(request.body),
  });
  Reflect.deleteProperty(platform.answers, path);
  return answer;
}
