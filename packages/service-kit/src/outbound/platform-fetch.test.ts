import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isPrivateAddress } from './address-guard.ts';
import { createPlatformFetch } from './platform-fetch.ts';

const server = createServer((req, res) => {
  if (req.url === '/redirect') res.writeHead(302, { location: '/' }).end();
  else if (req.url === '/large') res.end('x'.repeat(5000));
  else if (req.url === '/silent') return;
  else res.writeHead(409, 'Refusing score with an earlier timestamp').end(`${req.method ?? ''} []`);
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const open = createPlatformFetch({ allowPrivateNetworks: true, timeoutMs: 300, maxBytes: 1000 });
const guarded = createPlatformFetch({ allowPrivateNetworks: false });

it('gives status, reason phrase and body', async () => {
  const answer = await open(`${base}/`, { method: 'POST', body: '{}' });
  expect(answer).toMatchObject({
    status: 409,
    statusText: 'Refusing score with an earlier timestamp',
    body: 'POST []',
  });
});

it.each([
  { name: 'a redirect', path: '/redirect', code: 'redirected' },
  { name: 'an answer that is too large', path: '/large', code: 'too-large' },
  { name: 'no answer', path: '/silent', code: 'timed-out' },
])('refuses $name', async ({ path, code }) => {
  await expect(open(`${base}${path}`)).rejects.toMatchObject({ code });
});

it('says that nobody listens', async () => {
  await expect(open('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'unreachable' });
});

it.each([
  { url: 'http://lms.example/', code: 'bad-url' },
  { url: 'ftp://lms.example/', code: 'bad-url' },
  { url: 'file:///etc/passwd', code: 'bad-url' },
  { url: 'nonsense', code: 'bad-url' },
  { url: 'https://127.0.0.1/', code: 'private-address' },
  { url: 'https://[::1]/', code: 'private-address' },
  { url: 'https://[::ffff:127.0.0.1]/', code: 'private-address' },
  { url: 'https://169.254.169.254/latest', code: 'private-address' },
  { url: 'https://2130706433/', code: 'private-address' },
  { url: 'https://localhost/', code: 'private-address' },
])('lti-207 refuses $url by default', async ({ url, code }) => {
  await expect(guarded(url)).rejects.toMatchObject({ code });
});

it.each([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['192.168.1.1', true],
  ['100.64.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:10.0.0.1', true],
  ['::ffff:a00:1', true],
  ['64:ff9b::a9fe:a9fe', true],
  ['2002:7f00:1::', true],
  ['2001:0:a00:1::', true],
  ['not an address', true],
  ['93.184.216.34', false],
  ['2606:2800:220:1::1', false],
])('%s is private: %s', (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate);
});
