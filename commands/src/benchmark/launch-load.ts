import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Pool } from 'undici';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const signAsync = promisify(sign);
const base64url = (data: string | Buffer): string => Buffer.from(data).toString('base64url');

/** A platform that signs launches for the load: key set over HTTP, tokens made on the spot. */
export interface LoadPlatform {
  issuer: string;
  token: (nonce: string, target: string) => Promise<string>;
  close: () => void;
}

/** Starts the platform on `port` of 127.0.0.1. */
export async function startLoadPlatform(port: number): Promise<LoadPlatform> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'bench', alg: 'RS256', use: 'sig' };
  const server: Server = createServer((_req, res) => {
    res.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String(port)}`;
  return {
    issuer,
    token: (nonce, target) => idToken(privateKey, { iss: issuer, nonce, target }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Facts {
  iss: string;
  nonce: string;
  target: string;
}

async function idToken(key: KeyObject, { iss, nonce, target }: Facts): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    iss,
    aud: 'bench',
    sub: `student-${String(now % 50)}`,
    iat: now,
    exp: now + 60,
    nonce,
    name: 'Sam Student',
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
    [`${CLAIM}deployment_id`]: '1',
    [`${CLAIM}target_link_uri`]: target,
    [`${CLAIM}roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
    [`${CLAIM}context`]: { id: 'course-1', title: 'Course', type: ['CourseSection'] },
    [`${CLAIM}resource_link`]: { id: 'link-1', title: 'In twee stappen' },
    [`${CLAIM}custom`]: { mgv_scenario: 'in-twee-stappen' },
    [`${CLAIM}launch_presentation`]: { locale: 'nl', document_target: 'iframe' },
  };
  const head = base64url(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: 'bench' }));
  const signed = `${head}.${base64url(JSON.stringify(payload))}`;
  const signature = await signAsync('sha256', Buffer.from(signed), key);
  return `${signed}.${base64url(signature)}`;
}

/** A tool under load: where it takes logins and launches. */
export interface LoadTarget {
  base: string;
  loginPath: string;
  launchPath: string;
}

type Answer = Awaited<ReturnType<Pool['request']>>;

const cookiesOf = ({ headers }: Answer): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** One login and launch, to the page; gives how long the tool took, in milliseconds. @throws when no page comes. */
async function launchOnce(pool: Pool, platform: LoadPlatform, target: LoadTarget): Promise<number> {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const launchUrl = `${target.base}${target.launchPath}`;
  const hint = { iss: platform.issuer, login_hint: randomUUID(), target_link_uri: launchUrl, client_id: 'bench' };
  const start = performance.now();
  const login = await pool.request({
    method: 'POST',
    path: target.loginPath,
    headers: form,
    body: new URLSearchParams(hint).toString(),
  });
  await login.body.dump();
  const query = new URL(String(login.headers['location'])).searchParams;
  const cookie = cookiesOf(login);
  const untilRedirect = performance.now() - start;
  const token = await platform.token(query.get('nonce') ?? '', launchUrl);
  const posted = performance.now();
  let answer = await pool.request({
    method: 'POST',
    path: target.launchPath,
    headers: { ...form, cookie },
    body: new URLSearchParams({ id_token: token, state: query.get('state') ?? '' }).toString(),
  });
  if (answer.statusCode === 302) {
    await answer.body.dump();
    const next = new URL(String(answer.headers['location']), target.base);
    const path = `${next.pathname}${next.search}`;
    answer = await pool.request({ method: 'GET', path, headers: { cookie: cookiesOf(answer) } });
  }
  const page = await answer.body.text();
  if (answer.statusCode !== 200 || !page.includes('<title>')) throw new Error(`no page: ${String(answer.statusCode)}`);
  return untilRedirect + performance.now() - posted;
}

/** Launches at one moment: a class that opens its assignment. */
const TOGETHER = 30;

/** Does `count` launches, 30 at a time; gives launches per second of wall time. */
export async function launchMany(platform: LoadPlatform, target: LoadTarget, count: number): Promise<number> {
  const pool = new Pool(target.base, { connections: TOGETHER });
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await launchOnce(pool, platform, target);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return count / seconds;
}

/**
 * Does `count` launches, evenly over `seconds`, whether or not earlier ones are done: people do not wait for each other.
 *
 * @returns how long the tool took for each login and launch together, in milliseconds, shortest first.
 */
export async function launchEvenly(
  platform: LoadPlatform,
  target: LoadTarget,
  { count, seconds }: { count: number; seconds: number },
): Promise<number[]> {
  const pool = new Pool(target.base, { connections: TOGETHER });
  const every = (seconds * 1000) / count;
  const begun = Array.from({ length: count }, async (_, index) => {
    await delay(index * every);
    return launchOnce(pool, platform, target);
  });
  const times = await Promise.all(begun);
  await pool.close();
  return times.sort((one, other) => one - other);
}
