import { DeploymentListSchema } from '@mgv/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { jsonOf } from '../testing/test-json.ts';
import { freshId, TestPlatform } from '../testing/test-platform.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';
import type { DeploymentPolicy } from './deployments.ts';

describe.each(ENGINES)('deployments on %s', (engine) => {
  let platform: TestPlatform;
  let tool: TestTool;
  /** Other instances of the tool on the same database. */
  const others: Partial<Record<DeploymentPolicy | 'twin', TestTool>> = {};

  beforeAll(async () => {
    platform = await TestPlatform.start();
    const database = await openTestDatabase(engine);
    const shared = { ...database, close: () => Promise.resolve() };
    tool = await startTestTool({ database });
    others.twin = await startTestTool({ database: shared });
    others.accept = await startTestTool({ database: shared, deploymentPolicy: 'accept' });
    others.park = await startTestTool({ database: shared, deploymentPolicy: 'park' });
  });
  afterAll(async () => {
    for (const other of Object.values(others)) await other.close();
    await tool.close();
    await platform.close();
  });

  /** A registration of its own, without deployments. */
  const register = async (deploymentIds: string[] = []): Promise<string> => {
    const clientId = freshId();
    await tool.register(platform.registration({ clientId, deploymentIds }));
    return clientId;
  };
  const launch = (clientId: string, deploymentId: string, on = tool) =>
    new TestBrowser(on, platform).launch(
      { aud: clientId, [CLAIM.deploymentId]: deploymentId },
      { client_id: clientId, lti_deployment_id: undefined },
    );
  const list = async () => {
    const { deployments } = DeploymentListSchema.parse(await (await tool.internal('/deployments')).json());
    return deployments;
  };
  const states = async (clientId: string) =>
    Object.fromEntries(
      (await list()).filter((row) => row.clientId === clientId).map((row) => [row.deploymentId, row.status]),
    );

  it('lti-053, lti-212 binds the first deployment at its first launch, and parks the next', async () => {
    const clientId = await register();
    expect((await launch(clientId, 'a')).status).toBe(200);
    const parked = await launch(clientId, 'b');
    expect([parked.status, parked.code]).toEqual([403, 'deployment-pending']);
    expect(parked.page).toContain('<dd>b</dd>');
    expect(parked.page).toContain(`<dd>${clientId}</dd>`);
    expect((await launch(clientId, 'a')).status).toBe(200);
    expect(await states(clientId)).toEqual({ a: 'active', b: 'pending' });
  });

  it('lti-053 parks from the start where the registration brought a deployment', async () => {
    const clientId = await register(['known']);
    expect((await launch(clientId, 'new')).code).toBe('deployment-pending');
    expect((await launch(clientId, 'known')).status).toBe(200);
  });

  it.each([
    { policy: 'accept' as const, codes: [null, null], after: { a: 'active', b: 'active' } },
    {
      policy: 'park' as const,
      codes: ['deployment-pending', 'deployment-pending'],
      after: { a: 'pending', b: 'pending' },
    },
  ])('lti-053 the policy $policy decides', async ({ policy, codes, after }) => {
    const clientId = await register();
    const on = others[policy];
    expect([(await launch(clientId, 'a', on)).code, (await launch(clientId, 'b', on)).code]).toEqual(codes);
    expect(await states(clientId)).toEqual(after);
  });

  it('lti-212 of 50 first launches at once, on two instances, all of one deployment get in', async () => {
    const clientId = await register();
    const launched = await Promise.all(
      Array.from({ length: 50 }, (_, index) => launch(clientId, 'a', index % 2 === 0 ? tool : others.twin)),
    );
    expect(launched.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    expect(await states(clientId)).toEqual({ a: 'active' });
  });

  it('lti-212 of 50 first launches at once, of 5 deployments on two instances, one deployment gets in', async () => {
    const clientId = await register();
    const launched = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const id = `d${String(index % 5)}`;
        return { id, ...(await launch(clientId, id, index % 2 === 0 ? tool : others.twin)) };
      }),
    );
    const admitted = new Set(launched.filter(({ status }) => status === 200).map(({ id }) => id));
    expect(admitted.size).toBe(1);
    for (const { id, code } of launched) expect(code).toBe(admitted.has(id) ? null : 'deployment-pending');
    expect(Object.values(await states(clientId)).sort()).toEqual([
      'active',
      ...Array.from({ length: 4 }, () => 'pending'),
    ]);
  });

  it('lti-053 an admin approves by what the page shows, refuses by id, and approves again', async () => {
    const clientId = await register(['1']);
    await launch(clientId, 'b');
    expect((await list())[0]).toMatchObject({ status: 'pending' });
    const key = { issuer: platform.issuer, clientId, deploymentId: 'b' };
    expect((await tool.internal('/deployments/approve', key)).status).toBe(200);
    expect((await launch(clientId, 'b')).status).toBe(200);
    const id = (await list()).find((row) => row.clientId === clientId && row.deploymentId === 'b')?.id;
    expect((await tool.internal('/deployments/refuse', { id })).status).toBe(200);
    const refused = await launch(clientId, 'b');
    expect([refused.status, refused.code]).toEqual([403, 'deployment-refused']);
    await tool.register(platform.registration({ clientId, deploymentIds: ['b'] }));
    expect((await launch(clientId, 'b')).status).toBe(200);
  });

  it('lti-053 another instance notices within seconds', async () => {
    let later = 0;
    const shared = { ...tool.database, close: () => Promise.resolve() };
    const slow = await startTestTool({ database: shared, now: () => new Date(Date.now() + later) });
    const clientId = await register(['1', '2']);
    expect((await launch(clientId, '2', slow)).status).toBe(200);
    await tool.internal('/deployments/refuse', { issuer: platform.issuer, clientId, deploymentId: '2' });
    later = 10_000;
    expect((await launch(clientId, '2', slow)).code).toBe('deployment-refused');
    await slow.close();
  });

  it('lti-053 a launch that fails on something else leaves no deployment behind', async () => {
    const clientId = await register();
    const browser = new TestBrowser(tool, platform);
    const claims = { aud: clientId, [CLAIM.deploymentId]: 'a', sub: undefined };
    await browser.launch(claims, { client_id: clientId, lti_deployment_id: undefined });
    expect(await states(clientId)).toEqual({});
  });

  it('lti-053 a platform that is disabled admits nothing', async () => {
    const clientId = await register();
    await tool.internal('/platforms/disable', { issuer: platform.issuer, clientId });
    expect((await launch(clientId, 'a')).status).toBeGreaterThanOrEqual(400);
    expect(await states(clientId)).toEqual({});
  });

  it.each([
    { name: 'an unknown id', body: { id: freshId() }, status: 404, code: 'unknown-deployment' },
    {
      name: 'an unknown deployment',
      body: { issuer: 'https://x.example', clientId: 'x', deploymentId: 'x' },
      status: 404,
      code: 'unknown-deployment',
    },
    { name: 'nothing', body: {}, status: 400, code: 'invalid-request' },
  ])('approves no $name', async ({ body, status, code }) => {
    const answer = await tool.internal('/deployments/approve', body);
    expect(answer.status).toBe(status);
    expect(await jsonOf(answer)).toMatchObject({ code });
  });

  it('lti-009 with one registration, a login without client_id finds it, whatever the deployment', async () => {
    const issuer = `https://${freshId()}.example`;
    await tool.register(platform.registration({ issuer, clientId: 'only', deploymentIds: ['1'] }));
    const login = { iss: issuer, client_id: undefined };
    const find = async (deployment?: string) =>
      (await new TestBrowser(tool, platform).login({ ...login, lti_deployment_id: deployment })).response.status;
    expect([await find(), await find('1'), await find('never-seen')]).toEqual([302, 302, 302]);
  });

  it('lti-009, lti-065 of two registrations, one disabled, a login without client_id means the other', async () => {
    const issuer = `https://${freshId()}.example`;
    for (const clientId of ['old', 'new']) {
      await tool.register(platform.registration({ issuer, clientId, deploymentIds: [] }));
    }
    const login = { iss: issuer, client_id: undefined, lti_deployment_id: undefined };
    const browser = new TestBrowser(tool, platform);
    expect((await browser.login(login)).response.status).toBe(403);
    await tool.internal('/platforms/disable', { issuer, clientId: 'old' });
    expect((await browser.login(login)).location.searchParams.get('client_id')).toBe('new');
    await tool.internal('/platforms/disable', { issuer, clientId: 'new' });
    expect((await browser.login(login)).response.status).toBe(403);
  });
});
