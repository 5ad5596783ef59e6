import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Practice } from '../testing/practice.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const SERVICE = `${CLAIM}platformnotificationservice`;

let practice: Practice;
let server: Server;
let handler: string;
const received: string[] = [];
beforeAll(async () => {
  practice = await Practice.start();
  server = createServer((req, res) => {
    void json(req).then((body) => {
      for (const { jwt } of (body as { notices: { jwt: string }[] }).notices) received.push(jwt);
      res.statusCode = 204;
      res.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  handler = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/lti/notices`;
});
afterAll(async () => {
  await practice.stop();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(async () => {
  await practice.behave({});
  received.length = 0;
});

async function put(type: string, url: string): Promise<Response> {
  return fetch(`${practice.issuer}/lti/notice-handlers/1`, {
    method: 'PUT',
    headers: { Authorization: await practice.bearer(), 'Content-Type': 'application/json' },
    body: JSON.stringify({ notice_type: type, handler: url }),
  });
}

describe('notices', () => {
  it('names the service in launches, unless there is none', async () => {
    expect((await practice.launch('/lti/launch/10', '4'))[SERVICE]).toMatchObject({
      service_versions: ['1.0'],
      platform_notification_service_url: `${practice.issuer}/lti/notice-handlers/1`,
      notice_types_supported: expect.arrayContaining(['LtiContextCopyNotice']) as unknown,
    });
    await practice.behave({ notices: 'off' });
    expect(await practice.launch('/lti/launch/10', '4')).not.toHaveProperty([SERVICE]);
    expect((await put('LtiContextCopyNotice', handler)).status).toBe(404);
  });

  it('keeps a handler, and greets it', async () => {
    const answer = await put('LtiHelloWorldNotice', handler);
    expect(await answer.json()).toEqual({ notice_type: 'LtiHelloWorldNotice', handler });
    await expect.poll(() => received).toHaveLength(1);
    const listed = await practice.read(`${practice.issuer}/lti/notice-handlers/1`, 'application/json');
    expect(await listed.json()).toEqual({
      client_id: 'mgv-practice',
      deployment_id: '1',
      notice_handlers: [{ notice_type: 'LtiHelloWorldNotice', handler }],
    });
    await put('LtiHelloWorldNotice', '');
  });

  it('tells of a copied course, signed like a launch', async () => {
    await put('LtiContextCopyNotice', handler);
    const path = await practice.post('/courses/1/copy', '2');
    expect(received).toHaveLength(1);
    const claims = await practice.claimsOf(received[0]);
    expect(claims).toMatchObject({
      [`${CLAIM}version`]: '1.3.0',
      [`${CLAIM}deployment_id`]: '1',
      [`${CLAIM}notice`]: { type: 'LtiContextCopyNotice' },
      [`${CLAIM}context`]: { id: path.replace('/courses/', '') },
      [`${CLAIM}origin_contexts`]: ['1'],
    });
    expect(claims['nonce']).toEqual(expect.any(String));
    expect(claims).not.toHaveProperty('sub');
    const sent = (await (await fetch(`${practice.issuer}/api/notices`)).json()) as unknown[];
    expect(sent.at(-1)).toMatchObject({ type: 'LtiContextCopyNotice', status: 204 });
  });

  it.each([
    { notices: 'off', count: 0 },
    { notices: 'twice', count: 2 },
  ])('comes $count times when it is $notices', async ({ notices, count }) => {
    await put('LtiContextCopyNotice', handler);
    await practice.behave({ notices });
    await practice.post('/courses/1/copy', '2');
    expect(received).toHaveLength(count);
    const ids = await Promise.all(
      received.map(async (jwt) => (await practice.claimsOf(jwt))[`${CLAIM}notice`] as { id: string }),
    );
    expect(new Set(ids.map(({ id }) => id)).size).toBe(Math.min(count, 1));
  });

  it('copies though nobody answers', async () => {
    await put('LtiContextCopyNotice', 'http://127.0.0.1:9/lti/notices');
    expect(await practice.post('/courses/1/copy', '2')).toMatch(/^\/courses\/\d+$/);
  });

  it.each([
    { name: 'another host', type: 'LtiContextCopyNotice', url: 'http://other.example/' },
    { name: 'an unknown type', type: 'LtiFoo', url: 'http://127.0.0.1/' },
    { name: 'no address', type: 'LtiContextCopyNotice', url: 'x' },
  ])('refuses $name', async ({ type, url }) => {
    expect((await put(type, url)).status).toBe(400);
  });

  it('is for tools with the scope, and their own deployment', async () => {
    const url = `${practice.issuer}/lti/notice-handlers`;
    expect((await fetch(`${url}/1`)).status).toBe(401);
    expect((await practice.read(`${url}/2`, 'application/json')).status).toBe(404);
  });
});
