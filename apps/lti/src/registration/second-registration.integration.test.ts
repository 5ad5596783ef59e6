import { PlatformListSchema } from '@mgv/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';
import { makeCode, openLink } from './testing/admin-browser.ts';
import { recorded } from './testing/recorded.ts';
import { RegisteringPlatform, reply } from './testing/registering-platform.ts';

describe.each(ENGINES)('a second registration on %s', (engine) => {
  let platform: RegisteringPlatform;
  let tool: TestTool;

  beforeAll(async () => {
    platform = await RegisteringPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase(engine) });
  });
  beforeEach(async () => {
    platform.reset();
    await tool.database.db.execute(
      sql`truncate platforms, platform_statuses, platform_keys, tenants, registration_links cascade`,
    );
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  const listed = async () => {
    const { platforms } = PlatformListSchema.parse(await (await tool.internal('/platforms')).json());
    return platforms.map(({ clientId, active }) => [clientId, active]).sort();
  };
  const registerAs = (clientId: string) => {
    platform.registration = () => reply({ ...recorded('moodle-registration-answer'), client_id: clientId });
  };
  const first = async (): Promise<void> => {
    registerAs('old');
    await openLink(tool, platform, { code: await makeCode(tool, { name: 'School' }) });
    registerAs('new');
    platform.calls.length = 0;
  };

  it('lti-216 asks before anything is sent, with the link and the token in its form', async () => {
    await first();
    const code = await makeCode(tool);
    const asked = await openLink(tool, platform, { code, registration_token: 'ey.J"><b>' });
    expect(asked.status).toBe(200);
    expect(asked.page).toContain('Deze leeromgeving is al aangemeld.');
    expect(asked.page).toContain('client_id old');
    expect(asked.page).toContain(`name="code" value="${code}"`);
    expect(asked.page).toContain('name="registration_token" value="ey.J&quot;&gt;&lt;b&gt;"');
    expect(asked.headers.get('content-security-policy')).toContain(`frame-ancestors ${platform.issuer};`.slice(0, -1));
    expect(asked.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(platform.calls.map(({ method }) => method)).toEqual(['GET']);
    expect(await listed()).toEqual([['old', true]]);
  });

  it.each([
    {
      choice: 'replace' as const,
      after: [
        ['new', true],
        ['old', false],
      ],
    },
    {
      choice: 'add' as const,
      after: [
        ['new', true],
        ['old', true],
      ],
    },
  ])('lti-216 does as was chosen: $choice', async ({ choice, after }) => {
    await first();
    const code = await makeCode(tool);
    await openLink(tool, platform, { code });
    const done = await openLink(tool, platform, { code, registration_token: 't', choice });
    expect(done.status).toBe(200);
    expect(done.page.includes('vervangen door deze aanmelding: School')).toBe(choice === 'replace');
    expect(platform.calls.at(-1)).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer t' } });
    expect(await listed()).toEqual(after);
  });

  it('lti-216 with the client id it had, the registration is renewed', async () => {
    await first();
    registerAs('old');
    await openLink(tool, platform, { code: await makeCode(tool, { name: 'Nieuw' }), choice: 'replace' });
    expect(await listed()).toEqual([['old', true]]);
  });

  it('lti-216 one that was disabled is no reason to ask', async () => {
    await first();
    await tool.internal('/platforms/disable', { issuer: platform.issuer, clientId: 'old' });
    await openLink(tool, platform, { code: await makeCode(tool) });
    expect(await listed()).toEqual([
      ['new', true],
      ['old', false],
    ]);
  });

  it('lti-216 of two at the same time, one waits: never two without a choice', async () => {
    let count = 0;
    platform.registration = () => {
      count += 1;
      return reply({ client_id: `c${String(count)}` });
    };
    const codes = await Promise.all([makeCode(tool), makeCode(tool), makeCode(tool)]);
    const opened = await Promise.all(codes.map((code) => openLink(tool, platform, { code })));
    expect(await listed()).toEqual([['c1', true]]);
    for (const { page, code } of opened) {
      const registered = page.includes('is aangemeld.');
      const asked = page.includes('is al aangemeld.');
      expect([registered, asked, code === 'registration-under-way'].filter(Boolean)).toHaveLength(1);
    }
  });

  it('lti-054, lti-216 another school on one issuer is neither asked about nor touched', async () => {
    platform.registration = () => reply({ client_id: 'school-a' });
    platform.configuration = () => reply(platform.canvas());
    await openLink(tool, platform, { code: await makeCode(tool) });
    const other = 'https://canvas.instructure.com/lti/account_lti_guid';
    const about = { product_family_code: 'canvas', [other]: 'another-school:canvas-lms' };
    const changes = { 'https://purl.imsglobal.org/spec/lti-platform-configuration': about };
    platform.configuration = () => reply(platform.canvas(changes));
    platform.registration = () => reply({ client_id: 'school-b' });
    const done = await openLink(tool, platform, { code: await makeCode(tool) });
    expect(done.page).toContain('is aangemeld.');
    expect(await listed()).toEqual([
      ['school-a', true],
      ['school-b', true],
    ]);
    platform.registration = () => reply({ client_id: 'school-a' });
    const taken = await openLink(tool, platform, { code: await makeCode(tool), choice: 'replace' });
    expect([taken.status, taken.code]).toEqual([409, 'registration-conflict']);
    expect(await listed()).toEqual([
      ['school-a', true],
      ['school-b', true],
    ]);
  });

  it('lti-217 our database failing at the last moment leaves nothing, and the link good', async () => {
    const code = await makeCode(tool);
    registerAs('late');
    const { db } = tool.database;
    await db.execute(sql`alter table registration_links add constraint never check (used_at is null)`);
    try {
      expect((await openLink(tool, platform, { code })).status).toBe(500);
    } finally {
      await db.execute(sql`alter table registration_links drop constraint never`);
    }
    expect(await listed()).toEqual([]);
    expect(await db.$count(sql.identifier('platform_keys'))).toBe(0);
    expect((await openLink(tool, platform, { code })).status).toBe(200);
  });
});
