import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { PlatformRequest } from '@mgv/contracts';
import { SignJWT } from 'jose';
import { CLAIM } from '../launch/claims.ts';

/** Claims by name; `undefined` leaves a claim out. */
export type Claims = Record<string, unknown>;

interface Signing {
  header?: Record<string, unknown>;
  key?: KeyObject;
}

/** What a platform answers at one of its addresses. */
export interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** A key pair of 2048 bits. */
export const testKeyPair = (): { privateKey: KeyObject; publicKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 });

const { privateKey, publicKey } = testKeyPair();

/** A platform that signs whatever it is asked to, on a port of its own. */
export class TestPlatform {
  readonly clientId = 'client-1';
  readonly kid = 'key-1';
  readonly publicKey = publicKey;
  /** Requests so far, by path. */
  readonly requests: { path: string; body: string }[] = [];
  answers: Record<string, () => Answer> = {};
  #server = createServer((req, res) => void this.#answer(req, res));
  issuer = '';

  /** A platform that listens. */
  static async start(): Promise<TestPlatform> {
    const platform = new TestPlatform();
    await new Promise<void>((resolve) => platform.#server.listen(0, '127.0.0.1', resolve));
    const address = platform.#server.address();
    platform.issuer = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
    platform.reset();
    return platform;
  }

  /** Good behaviour again, and nothing asked yet. */
  reset(): void {
    this.requests.length = 0;
    this.answers = {
      '/jwks': () => ({ status: 200, body: JSON.stringify({ keys: [this.jwk()] }) }),
    };
  }

  jwk(key: KeyObject = publicKey, kid = this.kid): object {
    return { ...key.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  }

  registration(changes: Partial<PlatformRequest> = {}): PlatformRequest {
    return {
      issuer: this.issuer,
      clientId: this.clientId,
      deploymentIds: ['1'],
      authUrl: `${this.issuer}/auth`,
      tokenUrl: `${this.issuer}/token`,
      jwksUrl: `${this.issuer}/jwks`,
      name: 'Practice school',
      ...changes,
    };
  }

  /** The claims of a good student launch, with changes. */
  claims(nonce: string, changes: Claims = {}): Claims {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: this.issuer,
      aud: this.clientId,
      sub: 'student-1',
      iat: now,
      exp: now + 60,
      nonce,
      [CLAIM.messageType]: 'LtiResourceLinkRequest',
      [CLAIM.version]: '1.3.0',
      [CLAIM.deploymentId]: '1',
      [CLAIM.targetLinkUri]: 'https://tool.example/lti/launch?scenario=signalen',
      [CLAIM.roles]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
      [CLAIM.resourceLink]: { id: 'link-1', title: 'Signalen' },
      [CLAIM.context]: { id: 'course-1' },
      ...changes,
    };
  }

  sign(claims: Claims, { header = {}, key = privateKey }: Signing = {}): Promise<string> {
    const given = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
    return new SignJWT(given).setProtectedHeader({ alg: 'RS256', kid: this.kid, ...header }).sign(key);
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of req) body += String(part);
    const path = req.url ?? '';
    this.requests.push({ path, body });
    const answer = this.answers[path]?.() ?? { status: 404, body: 'absent' };
    res.writeHead(answer.status, answer.headers).end(answer.body);
  }
}

/** An id that no other test uses. */
export const freshId = (): string => randomUUID();
