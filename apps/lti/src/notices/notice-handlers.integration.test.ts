import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { pageData, TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { type Claims, TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';
import { noticeHandlers } from './notices.schema.ts';

const HOUR_MS = 3_600_000;

describe.each(ENGINES)('asking for notices on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;
  let offset = 0;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    const now = () => new Date(Date.now() + offset);
    tool = await startTestTool({ database: await openTestDatabase(engine), now });
    await tool.register(platform.registration());
  });
  beforeEach(() => {
    platform.reset();
    offset = 0;
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  const launchIn = async (course: string, claims: Claims = {}) => {
    const seen = await new TestBrowser(tool, platform).launch({ [CLAIM.context]: { id: course }, ...claims });
    return pageData(seen.page).token;
  };
  const puts = () => platform.requests.filter(({ path }) => path.startsWith('/notice-handlers'));
  const offer = (path: string, types = ['LtiHelloWorldNotice', 'LtiContextCopyNotice']): Claims => ({
    [CLAIM.pns]: {
      service_versions: ['1.0'],
      platform_notification_service_url: `${platform.issuer}${path}`,
      scope: ['https://purl.imsglobal.org/spec/lti/scope/noticehandlers'],
      notice_types_supported: types,
    },
  });
  const answering = (path: string, status: number) => {
    const token = { access_token: 'notice-token', token_type: 'Bearer', expires_in: 3600 };
    platform.answers['/token'] = () => ({ status: 200, body: JSON.stringify(token) });
    platform.answers[path] = () => ({ status, body: '{}' });
  };
  const registered = async () => {
    const rows = await tool.database.db.select().from(noticeHandlers);
    return rows.map(({ serviceUrl, handler, registeredAt }) => ({
      serviceUrl,
      handler,
      done: registeredAt !== null,
    }));
  };

  it('lti-235 tells the platform once where they go', async () => {
    answering('/notice-handlers/1', 200);
    await launchIn('any', offer('/notice-handlers/1', ['LtiAssetProcessorSubmissionNotice']));
    await launchIn('any', { [CLAIM.pns]: { platform_notification_service_url: 7 } });
    await launchIn('any', offer('/notice-handlers/1'));
    const serviceUrl = `${platform.issuer}/notice-handlers/1`;
    const row = { serviceUrl, handler: 'https://tool.example/lti/notices', done: true };
    await expect.poll(registered).toEqual([row]);
    offset = 2 * HOUR_MS;
    await launchIn('any', { ...offer('/notice-handlers/1'), ...timesAt(offset) });
    expect(puts().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { notice_type: 'LtiContextCopyNotice', handler: 'https://tool.example/lti/notices' },
    ]);
    expect(platform.requests.find(({ path }) => path === '/token')?.body).toContain('noticehandlers');
  });

  it('lti-235 lets nobody wait when the platform refuses, and tries again an hour later', async () => {
    answering('/notice-handlers/2', 403);
    const claims = offer('/notice-handlers/2');
    await launchIn('any', claims);
    await expect.poll(() => puts().length).toBe(1);
    await launchIn('any', claims);
    answering('/notice-handlers/2', 200);
    offset = HOUR_MS + 1000;
    await launchIn('any', { ...claims, ...timesAt(offset) });
    await expect.poll(registered).toMatchObject([{ done: true }]);
    expect(puts()).toHaveLength(2);
  });

  const timesAt = (later: number): Claims => {
    const now = Math.floor((Date.now() + later) / 1000);
    return { iat: now, exp: now + 60 };
  };
});
