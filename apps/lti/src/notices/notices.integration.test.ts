import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { pageData, TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { actorOfSession, startTestGrading, type TestGrading } from '../testing/test-grading.ts';
import { jsonOf } from '../testing/test-json.ts';
import { type Claims, testKeyPair, TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';
import { NOTICE_CLAIM } from './notice-checks.ts';
import { notices } from './notices.schema.ts';

describe.each(ENGINES)('notices on %s', (engine) => {
  let tool: TestTool;
  let platform: TestPlatform;
  let grading: TestGrading;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    grading = await startTestGrading();
    tool = await startTestTool({ database: await openTestDatabase(engine), gradingUrl: grading.url });
    await tool.register(platform.registration());
  });
  beforeEach(() => {
    platform.reset();
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
    await grading.close();
  });

  /** The claims of a notice that `course` was made from `origins`; in Canvas's shape. */
  const copyNotice = (course: string, origins: readonly string[], changes: Claims = {}): Claims => {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: platform.issuer,
      aud: platform.clientId,
      azp: platform.clientId,
      iat: now,
      exp: now + 3600,
      nonce: randomUUID(),
      [CLAIM.version]: '1.3.0',
      [CLAIM.deploymentId]: '1',
      [NOTICE_CLAIM.notice]: {
        id: randomUUID(),
        timestamp: '2026-11-21T11:24:25Z',
        type: 'LtiContextCopyNotice',
      },
      [CLAIM.context]: { id: course, title: 'Motiverende gespreksvoering jaar 2' },
      [NOTICE_CLAIM.originContexts]: origins,
      ...changes,
    };
  };
  const post = (body: string, type = 'application/json') =>
    fetch(`${tool.url}/lti/notices`, { method: 'POST', headers: { 'content-type': type }, body });
  const send = async (...claims: Claims[]) => {
    const signed = await Promise.all(claims.map(async (each) => ({ jwt: await platform.sign(each) })));
    return post(JSON.stringify({ notices: signed }));
  };
  const kept = () => tool.database.db.$count(notices);
  const launchIn = async (course: string, claims: Claims = {}) => {
    const seen = await new TestBrowser(tool, platform).launch({ [CLAIM.context]: { id: course }, ...claims });
    return pageData(seen.page).token;
  };
  const actorIn = async (course: string, claims: Claims = {}) => {
    const actor = await actorOfSession(tool, grading, await launchIn(course, claims));
    if (!actor) throw new Error('grading was not asked');
    return actor;
  };

  describe('taking them', () => {
    it('lti-235 takes a notice without a person, and keeps it once however often it comes', async () => {
      const before = await kept();
      const notice = copyNotice('taken-copy', ['taken']);
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(notice)));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 204));
      expect(await kept()).toBe(before + 1);
      expect((await send(notice, copyNotice('taken-other', ['taken']))).status).toBe(204);
      expect(await kept()).toBe(before + 2);
    });

    it('lti-235 takes notices of other kinds, without effect', async () => {
      const hello = { [NOTICE_CLAIM.notice]: { id: randomUUID(), type: 'LtiHelloWorldNotice' } };
      const claims = copyNotice('hello', [], { ...hello, [CLAIM.context]: undefined });
      expect((await send(claims)).status).toBe(204);
    });

    const past = Math.floor(Date.now() / 1000) - 7200;
    it.each<{ code: string; changes: Claims }>([
      { code: 'issuer-wrong', changes: { iss: undefined } },
      { code: 'platform-unknown', changes: { iss: 'https://other.example' } },
      { code: 'platform-unknown', changes: { aud: 'somebody-else', azp: undefined } },
      { code: 'audience-wrong', changes: { aud: 'somebody-else' } },
      { code: 'audience-untrusted', changes: { aud: ['client-1', 'somebody-else'] } },
      { code: 'issuer-wrong', changes: { aud: undefined, azp: undefined } },
      { code: 'times-missing', changes: { exp: undefined } },
      { code: 'token-expired', changes: { iat: past, exp: past + 3600 } },
      { code: 'token-from-the-future', changes: { iat: past + 14_400, exp: past + 18_000 } },
      { code: 'version-wrong', changes: { [CLAIM.version]: '1.1' } },
      { code: 'deployment-missing', changes: { [CLAIM.deploymentId]: undefined } },
      { code: 'deployment-unknown', changes: { [CLAIM.deploymentId]: 'never-seen' } },
      { code: 'notice-malformed', changes: { [NOTICE_CLAIM.notice]: undefined } },
      { code: 'notice-malformed', changes: { [NOTICE_CLAIM.notice]: { type: 'LtiContextCopyNotice' } } },
      { code: 'notice-malformed', changes: { [NOTICE_CLAIM.originContexts]: [] } },
      { code: 'notice-malformed', changes: { [NOTICE_CLAIM.originContexts]: 'course-1' } },
      { code: 'notice-malformed', changes: { [NOTICE_CLAIM.originContexts]: ['a\0b'] } },
      { code: 'notice-malformed', changes: { [CLAIM.context]: undefined } },
    ])('lti-235 refuses a notice: $code of $changes', async ({ code, changes }) => {
      const before = await kept();
      const answer = await send(copyNotice('bad-copy', ['bad'], changes));
      expect(answer.status).toBe(400);
      expect(await jsonOf(answer)).toMatchObject({
        code: 'notice-refused',
        faults: [{ path: 'notices[0]', message: code }],
      });
      expect(await kept()).toBe(before);
    });

    it('lti-235 refuses a notice that another key signed, or none', async () => {
      const claims = copyNotice('bad-copy', ['bad']);
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
      const forged = await platform.sign(claims, { key: testKeyPair().privateKey });
      const unknown = await platform.sign(claims, { header: { kid: 'no-such-key' } });
      const answer = await post(JSON.stringify({ notices: [unsigned, forged, unknown].map((jwt) => ({ jwt })) }));
      const { faults } = await jsonOf(answer);
      expect(faults).toEqual([
        { path: 'notices[0]', message: 'algorithm-not-allowed' },
        { path: 'notices[1]', message: 'signature-wrong' },
        { path: 'notices[2]', message: 'key-unknown' },
      ]);
    });

    it('lti-235 keeps nothing of a post with one bad notice', async () => {
      const before = await kept();
      const bad = copyNotice('half-copy', ['half'], { [CLAIM.version]: '2' });
      expect((await send(copyNotice('half-copy', ['half']), bad)).status).toBe(400);
      expect(await kept()).toBe(before);
    });

    it.each([
      { name: 'nothing', body: '', type: 'application/json', status: 400 },
      { name: 'no JSON', body: '{', type: 'application/json', status: 400 },
      { name: 'a form', body: 'notices=x', type: 'application/x-www-form-urlencoded', status: 400 },
      { name: 'no notices', body: '{"notices":[]}', type: 'application/json', status: 400 },
      { name: 'notices that are no objects', body: '{"notices":["x"]}', type: 'application/json', status: 400 },
      { name: 'far too much', body: `{"notices":"${'x'.repeat(700_000)}"}`, type: 'application/json', status: 413 },
    ])('lti-235 refuses $name', async ({ body, type, status }) => {
      expect((await post(body, type)).status).toBe(status);
    });

    it('lti-235 does not let a platform wait for keys that do not come', async () => {
      const silent = createServer(() => undefined);
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const address = silent.address();
      const port = String(typeof address === 'object' ? address?.port : 0);
      const slow = { clientId: 'slow-client', jwksUrl: `http://127.0.0.1:${port}/jwks` };
      await tool.register(platform.registration(slow));
      const answer = await send(copyNotice('slow', ['x'], { aud: 'slow-client', azp: 'slow-client' }));
      // The keys are waited for longer than that: then it would be a refusal.
      expect(answer.status).toBe(503);
      expect(await jsonOf(answer)).toMatchObject({ code: 'notices-late' });
      silent.closeAllConnections();
      silent.close();
    });
  });

  describe('what they say of copies', () => {
    it('lti-236 tells grading where a course came from, when the notice came before the launch', async () => {
      const origin = await actorIn('before');
      await send(copyNotice('before-copy', ['before']));
      expect((await actorIn('before-copy')).history).toEqual({ courseIds: [origin.courseId], linkIds: [] });
      expect((await actorIn('before')).history).toEqual({ courseIds: [], linkIds: [] });
    });

    it('lti-236 tells it to a session that was there before the notice', async () => {
      const origin = await actorIn('after');
      const token = await launchIn('after-copy');
      expect((await actorOfSession(tool, grading, token))?.history.courseIds).toEqual([]);
      await send(copyNotice('after-copy', ['after']));
      expect((await actorOfSession(tool, grading, token))?.history.courseIds).toEqual([origin.courseId]);
    });

    it('lti-237 follows notices from copy to copy, nearest first, also past a course that was never opened', async () => {
      const first = await actorIn('year-1');
      await send(copyNotice('year-2', ['year-1']), copyNotice('year-3', ['year-2']), copyNotice('year-4', ['year-3']));
      const third = await actorIn('year-3');
      expect(third.history.courseIds).toEqual([first.courseId]);
      expect((await actorIn('year-4')).history.courseIds).toEqual([third.courseId, first.courseId]);
    });

    it('survives courses that were copied from each other', async () => {
      await send(copyNotice('round-1', ['round-2']), copyNotice('round-2', ['round-1']));
      const one = await actorIn('round-1');
      const other = await actorIn('round-2');
      expect(other.history.courseIds).toEqual([one.courseId]);
    });

    it('lti-233 tells it by the variables of the launch, with ids that are encoded', async () => {
      const first = await actorIn('a,b/1');
      const second = await actorIn('course%2');
      const custom = {
        mgv_context_history: 'course%252,never-opened,a%2Cb%2F1',
        mgv_link_history: 'link%207,link-1',
      };
      const { history } = await actorIn('by-variables', { [CLAIM.custom]: custom });
      expect(history).toEqual({ courseIds: [second.courseId, first.courseId], linkIds: ['link 7', 'link-1'] });
    });

    it('lti-234 says nothing of a course when the variables are not filled in', async () => {
      const custom = { mgv_context_history: '$Context.id.history', mgv_link_history: '' };
      const { history } = await actorIn('unfilled', { [CLAIM.custom]: custom });
      expect(history).toEqual({ courseIds: [], linkIds: [] });
    });

    it('gives grading the item that the picker made, and no course of another school', async () => {
      await tool.register(platform.registration({ clientId: 'other-school', deploymentIds: ['1'] }));
      const ours = await actorIn('shared');
      const { history, link } = await actorIn('shared-copy', {
        aud: 'client-1',
        [CLAIM.custom]: { mgv_item: 'item-7', mgv_context_history: 'shared' },
      });
      expect(history.courseIds).toEqual([ours.courseId]);
      expect(link.itemId).toBe('item-7');
      const other = new TestBrowser(tool, platform);
      const seen = await other.launch(
        {
          aud: 'other-school',
          [CLAIM.context]: { id: 'shared-copy' },
          [CLAIM.custom]: { mgv_context_history: 'shared' },
        },
        { client_id: 'other-school' },
      );
      const actor = await actorOfSession(tool, grading, pageData(seen.page).token);
      expect(actor?.history.courseIds).toEqual([]);
    });
  });
});
