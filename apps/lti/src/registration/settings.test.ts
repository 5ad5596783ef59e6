import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settingsRouter } from './settings.router.ts';

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer(express().use(settingsRouter({ publicUrl: 'https://tool.example' })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
});
afterAll(() => {
  server.close();
});

const settings = async (language: string) => {
  const answer = await fetch(`${base}/lti/settings`, { headers: { 'accept-language': language } });
  return { page: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' };
};

it.each([
  { language: 'nl', says: 'Kopieer' },
  { language: 'en', says: 'Copy' },
])('shows each address to copy, in $language, with and without scripts', async ({ language, says }) => {
  const { page, policy } = await settings(language);
  for (const value of [
    'https://tool.example/lti/login',
    'https://tool.example/lti/launch',
    'https://tool.example/lti/jwks',
    'https://tool.example/lti/canvas.json',
    'tool.example',
  ]) {
    expect(page).toContain(`readonly value="${value}"`);
  }
  expect(page).toContain('mgv_context_history=$Context.id.history\nmgv_link_history=$ResourceLink.id.history');
  expect(page).toContain(says);
  expect(page.match(/data-copy=/g)).toHaveLength(7);
  expect(page).not.toMatch(/<script>| on\w+=|style="/);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
});

it('lti-211 gives Canvas a configuration for a developer key', async () => {
  const canvas: unknown = await (await fetch(`${base}/lti/canvas.json`)).json();
  const launch = 'https://tool.example/lti/launch';
  const picker = (placement: string) => ({
    placement,
    message_type: 'LtiDeepLinkingRequest',
    target_link_uri: launch,
    enabled: true,
  });
  expect(canvas).toMatchObject({
    oidc_initiation_url: 'https://tool.example/lti/login',
    target_link_uri: launch,
    public_jwk_url: 'https://tool.example/lti/jwks',
    custom_fields: { mgv_context_history: '$Context.id.history', mgv_link_history: '$ResourceLink.id.history' },
    extensions: [
      {
        domain: 'tool.example',
        platform: 'canvas.instructure.com',
        privacy_level: 'anonymous',
        settings: {
          placements: [
            picker('assignment_selection'),
            picker('course_assignments_menu'),
            picker('module_index_menu_modal'),
            {
              placement: 'course_navigation',
              message_type: 'LtiResourceLinkRequest',
              default: 'disabled',
              visibility: 'admins',
            },
          ],
        },
      },
    ],
  });
});
