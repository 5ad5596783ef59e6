import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../testing/test-browser.ts';
import { countRows, ENGINES } from '../testing/test-database.ts';
import type { TestPlatform } from '../testing/test-platform.ts';
import { testSystem } from '../testing/test-system.ts';
import { CLAIM } from './claims.ts';

const SECRETS = /eyJ|sesskey|student-77|Sanne|sanne@school|hint-geheim/;
const PERSON = { sub: 'student-77', name: 'Sanne de Vries', email: 'sanne@school.example' };

/** One refusal of each kind, made as a real browser would. */
const REFUSALS: {
  name: string;
  make: (browser: TestBrowser, platform: TestPlatform) => Promise<Response>;
  code: string;
}[] = [
  {
    name: 'a login without its parameters',
    make: (browser) => browser.send('/lti/login?login_hint=hint-geheim'),
    code: 'login-invalid',
  },
  {
    name: 'a platform that nobody knows',
    make: (browser) =>
      browser.send(
        `/lti/login?${browser.parameters({ iss: 'https://strange.example', login_hint: 'hint-geheim' }).toString()}`,
      ),
    code: 'platform-unknown',
  },
  {
    name: 'a target elsewhere',
    make: (browser) =>
      browser.send(
        `/lti/login?${browser.parameters({ target_link_uri: 'https://evil.example/?sesskey=1' }).toString()}`,
      ),
    code: 'target-not-ours',
  },
  {
    name: 'a broken token',
    make: (browser, platform) => launch(browser, platform, { version: '1.0' }),
    code: 'version-wrong',
  },
  {
    name: 'a wrong audience',
    make: (browser, platform) => launch(browser, platform, { aud: 'client-9' }),
    code: 'audience-wrong',
  },
  {
    name: 'nobody in the course',
    make: (browser, platform) => launch(browser, platform, { roles: [] }),
    code: 'no-role',
  },
  {
    name: 'a platform that gave up',
    make: (browser) => post(browser, { error: 'access_denied', error_description: 'Sanne de Vries', state: 'x' }),
    code: 'platform-error',
  },
  {
    name: 'a state that nobody knows',
    make: async (browser, platform) => {
      const id_token = await platform.sign(platform.claims('nonce', PERSON));
      return post(browser, { state: 'made-up', id_token });
    },
    code: 'state-unknown',
  },
  { name: 'a launch by GET', make: (browser) => browser.send('/lti/launch?id_token=eyJ.x.y'), code: 'not-a-launch' },
  {
    name: 'a body over the limit',
    make: (browser) => post(browser, { id_token: 'eyJ'.repeat(100_000), state: 'x' }),
    code: 'body-too-large',
  },
];

function post(browser: TestBrowser, form: Record<string, string>): Promise<Response> {
  return browser.send('/lti/launch', { method: 'POST', body: new URLSearchParams(form) });
}

async function launch(
  browser: TestBrowser,
  platform: TestPlatform,
  wrong: { version?: string; aud?: string; roles?: string[] },
): Promise<Response> {
  const { state, nonce } = await browser.login({ login_hint: 'hint-geheim' });
  const claims = platform.claims(nonce, {
    ...PERSON,
    [CLAIM.launchPresentation]: { return_url: 'https://lms.example/?sesskey=1' },
    ...(wrong.version !== undefined && { [CLAIM.version]: wrong.version }),
    ...(wrong.aud !== undefined && { aud: wrong.aud }),
    ...(wrong.roles && { [CLAIM.roles]: wrong.roles }),
  });
  return post(browser, { state, id_token: await platform.sign(claims) });
}

describe.each(ENGINES)('refusals on %s', (engine) => {
  const system = testSystem(engine);

  it.each(REFUSALS)('lti-066 $name: one page, one number, one line in the log', async ({ make, code }) => {
    const browser = system.browse();
    const response = await make(browser, system.platform);
    const page = await response.text();
    expect(Math.floor(response.status / 100)).toBe(4);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain(`<dd>${code}</dd>`);
    const reference = /<dt>Nummer<\/dt>\s*<dd>([0-9a-f]{8})<\/dd>/.exec(page)?.[1] ?? 'none';
    const lines = system.log.filter((line) => line.includes(reference));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`"code":"${code}"`);
    expect(system.log.join('\n')).not.toMatch(SECRETS);
    expect(page).not.toMatch(SECRETS);
  });

  it.each(REFUSALS)('lti-066 $name: in English for whoever asks for it', async ({ make, code }) => {
    const browser = system.browse();
    browser.language = 'en';
    const page = await (await make(browser, system.platform)).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<dt>Number</dt>');
    expect(page).toContain(`<dd>${code}</dd>`);
  });

  it('lti-003, lti-066 leaves nothing behind in the database', async () => {
    const count = () =>
      Promise.all((['people', 'courses', 'links', 'sessions'] as const).map((t) => countRows(system.tool.database, t)));
    const before = await count();
    for (const { make } of REFUSALS) await make(system.browse(), system.platform);
    expect(await count()).toEqual(before);
  });

  it.each(['login_required', 'interaction_required', 'consent_required', 'account_selection_required'])(
    'lti-063 %s offers to sign in in a new window',
    async (error) => {
      const browser = system.browse();
      const { state } = await browser.login({ lti_message_hint: '{"cmid":6}' });
      const seen = await browser.post({ error, state });
      expect(seen).toMatchObject({ status: 401, code: 'sign-in-needed' });
      expect(seen.page).toContain('target="_blank"');
    },
  );

  it.each([
    { name: 'Moodle: a login hint of another user', form: { error: 'access_denied' } },
    { name: 'Moodle: an unknown client', form: { error: 'unauthorized_client' } },
    {
      name: 'Moodle: a parameter it does not like',
      form: { error: 'invalid_request', error_description: 'Invalid prompt' },
    },
    { name: 'an error with markup and line breaks', form: { error: '<script>\r\nX: y', error_description: '<b>' } },
    { name: 'an error and a token at once', form: { error: 'access_denied', id_token: '' } },
  ])('lti-063 $name gets a page that says who to ask', async ({ form }) => {
    const browser = system.browse();
    const { state } = await browser.login();
    const seen = await browser.post({ ...form, state });
    expect(seen.status).toBe(401);
    expect(seen.code).toMatch(/^(platform-error|token-malformed)$/);
    expect(seen.page).not.toMatch(/<script>|<b>/);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('lti-064 takes no launch by %s', async (method) => {
    const answer = await system.browse().send('/lti/launch?id_token=a.b.c&state=s', { method });
    expect([404, 405]).toContain(answer.status);
  });
});
