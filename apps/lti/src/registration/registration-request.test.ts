import { expect, it } from 'vitest';
import { askedScopes, registrationRequest } from './registration-request.ts';
import { recordedConfiguration } from './testing/recorded.ts';
import { toolAddresses } from './tool-addresses.ts';

const MOODLE = 'moodle-openid-configuration';
const CANVAS = 'canvas-openid-configuration';
const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const PLATFORM = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope';
const NRPS = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const LAUNCH = 'https://tool.example:8443/lti/launch';

interface Body {
  [TOOL]: { claims: string[]; messages: object[]; [field: string]: unknown };
  scope: string;
}

const requestOf = (fixture: string, { changes = {}, personData = false } = {}): Body =>
  registrationRequest({
    addresses: toolAddresses('https://tool.example:8443'),
    configuration: recordedConfiguration(fixture, changes),
    personData,
  }) as Body;
const toolOf = (...given: Parameters<typeof requestOf>) => requestOf(...given)[TOOL];

it('lti-208 registers at Moodle with exactly this', () => {
  expect(requestOf(MOODLE)).toEqual({
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['client_credentials', 'implicit'],
    initiate_login_uri: 'https://tool.example:8443/lti/login',
    redirect_uris: [LAUNCH],
    client_name: 'Motiverende gespreksvoering',
    'client_name#en': 'Motivational interviewing',
    jwks_uri: 'https://tool.example:8443/lti/jwks',
    token_endpoint_auth_method: 'private_key_jwt',
    scope: [`${AGS}/lineitem`, `${AGS}/lineitem.readonly`, `${AGS}/result.readonly`, `${AGS}/score`, NRPS].join(' '),
    [TOOL]: {
      // With its port: Moodle compares it with the target's.
      domain: 'tool.example:8443',
      description: 'Oefenen met motiverende gespreksvoering en omgaan met weerstand.',
      target_link_uri: LAUNCH,
      custom_parameters: { mgv_context_history: '$Context.id.history', mgv_link_history: '$ResourceLink.id.history' },
      claims: ['iss', 'sub'],
      messages: [
        {
          type: 'LtiDeepLinkingRequest',
          target_link_uri: LAUNCH,
          label: 'Opdracht motiverende gespreksvoering kiezen',
          placements: ['ContentArea'],
        },
        { type: 'LtiResourceLinkRequest', target_link_uri: LAUNCH },
      ],
    },
  });
});

it('lti-211 registers at Canvas with placements, visibility and privacy level', () => {
  const { claims, messages, ...tool } = toolOf(CANVAS);
  expect(claims).toEqual(['iss', 'sub', 'locale']);
  expect(messages).toEqual([
    {
      type: 'LtiDeepLinkingRequest',
      target_link_uri: LAUNCH,
      label: 'Opdracht motiverende gespreksvoering kiezen',
      placements: ['assignment_selection', 'course_assignments_menu', 'module_index_menu_modal'],
    },
    {
      type: 'LtiResourceLinkRequest',
      target_link_uri: LAUNCH,
      label: 'Motiverende gespreksvoering',
      placements: ['course_navigation'],
      'https://canvas.instructure.com/lti/course_navigation/default_enabled': false,
      'https://canvas.instructure.com/lti/visibility': 'admins',
    },
  ]);
  expect(tool).toMatchObject({
    'https://canvas.instructure.com/lti/privacy_level': 'anonymous',
    'https://canvas.instructure.com/lti/tool_id': 'mgv',
  });
});

it('lti-211 asks Canvas for no placement that it does not have', () => {
  const messages_supported = [
    { type: 'LtiResourceLinkRequest', placements: ['account_navigation'] },
    { type: 'LtiDeepLinkingRequest', placements: ['assignment_selection', 'editor_button'] },
  ];
  const changes = { [PLATFORM]: { product_family_code: 'canvas', messages_supported } };
  expect(toolOf(CANVAS, { changes }).messages).toMatchObject([
    { type: 'LtiDeepLinkingRequest', placements: ['assignment_selection'] },
  ]);
});

it('lti-211 asks Canvas for all placements when it does not say which it has', () => {
  const changes = { [PLATFORM]: { product_family_code: 'canvas' } };
  expect(toolOf(CANVAS, { changes }).messages).toMatchObject([
    { placements: ['assignment_selection', 'course_assignments_menu', 'module_index_menu_modal'] },
    { placements: ['course_navigation'] },
  ]);
});

it.each([
  { name: 'all that Canvas knows', fixture: CANVAS, changes: {}, count: 6 },
  { name: 'none where none is known', fixture: MOODLE, changes: { scopes_supported: [] }, count: 0 },
  { name: 'one where one is known', fixture: MOODLE, changes: { scopes_supported: [`${AGS}/score`, 'x'] }, count: 1 },
  { name: 'the usual ones where it does not say', fixture: MOODLE, changes: { scopes_supported: undefined }, count: 5 },
])('lti-209 asks for scopes that the platform lists: $name', ({ fixture, changes, count }) => {
  expect(askedScopes(recordedConfiguration(fixture, changes))).toHaveLength(count);
  expect(
    requestOf(fixture, { changes })
      .scope.split(' ')
      .filter((scope) => scope !== ''),
  ).toHaveLength(count);
});

it('lti-210 asks for no name and no e-mail address by default', () => {
  for (const fixture of [MOODLE, CANVAS]) {
    expect(JSON.stringify(requestOf(fixture))).not.toMatch(/"(name|given_name|family_name|email|picture)"/);
  }
});

it('lti-210 asks for them when the school wants that', () => {
  expect(toolOf(MOODLE, { personData: true }).claims).toEqual([
    'iss',
    'sub',
    'name',
    'given_name',
    'family_name',
    'email',
  ]);
  const canvas = toolOf(CANVAS, { personData: true });
  expect(canvas.claims).toContain('name');
  expect(canvas['https://canvas.instructure.com/lti/privacy_level']).toBe('public');
});

it('lti-210 asks for no claim that the platform does not know', () => {
  const changes = { claims_supported: ['sub', 'name'] };
  expect(toolOf(MOODLE, { personData: true, changes }).claims).toEqual(['iss', 'sub', 'name']);
});

it('lti-229 offers to review submissions where the platform does that', () => {
  const messages_supported = [{ type: 'LtiSubmissionReviewRequest' }, { type: 'LtiResourceLinkRequest' }];
  expect(toolOf(MOODLE, { changes: { [PLATFORM]: { messages_supported } } }).messages).toEqual([
    { type: 'LtiResourceLinkRequest', target_link_uri: LAUNCH },
    { type: 'LtiSubmissionReviewRequest', target_link_uri: LAUNCH, label: 'Poging bekijken' },
  ]);
});
