import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@mgv/service-kit';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type DemoLmsOptions, startDemoLms } from '../app.ts';
import {
  ALL_SCOPES,
  assertionClaims,
  type MinimalTool,
  randomValue,
  readForm,
  startMinimalTool,
} from './minimal-tool.ts';

/** A form post that does not follow redirects. */
export const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers,
  redirect: 'manual',
});

/** A cell of the gradebook as `/api/gradebook` gives it. */
export interface Cell {
  courseId: string;
  submissionUrl: string | null;
  activityId: string | null;
  lineItemUrl: string;
  activity: string;
  userId: string;
  score: number | null;
  maximum: number;
  comment: string | null;
  history: unknown[];
}

/** What came of an authentication request: the form that the platform posts. */
export interface Authentication {
  login: ReturnType<typeof readForm>;
  request: Record<string, string>;
  status: number;
  action: string;
  fields: Record<string, string>;
}

/** A practice LMS on a free port with a minimal tool beside it, and a browser's and a tool's steps. For tests. */
export class Practice {
  readonly tool: MinimalTool;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'demo-lms-'));
  #close: () => Promise<void> = () => Promise.resolve();
  #port = 0;

  private constructor(tool: MinimalTool) {
    this.tool = tool;
  }

  static async start(): Promise<Practice> {
    const practice = new Practice(await startMinimalTool());
    await practice.#listen();
    return practice;
  }

  /** What the practice LMS is started with. */
  options(): DemoLmsOptions {
    return {
      host: '127.0.0.1',
      port: this.#port,
      toolUrl: this.tool.url,
      dataDir: this.#dataDir,
      logger: createLogger('demo-lms', 'silent'),
      now: () => new Date(),
      fetch,
    };
  }

  async #listen(): Promise<void> {
    const lms = await startDemoLms(this.options());
    this.#port = lms.port;
    this.#close = lms.close;
  }

  async restart(): Promise<void> {
    await this.#close();
    await this.#listen();
  }

  async stop(): Promise<void> {
    await this.#close();
    await this.tool.close();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  get issuer(): string {
    return `http://localhost:${String(this.#port)}`;
  }

  async signIn(person: string): Promise<{ cookie: string }> {
    const answer = await fetch(`${this.issuer}/sign-in`, form({ person }));
    return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  }

  /** A page as somebody sees it. */
  async page(path: string, person: string): Promise<string> {
    return (await fetch(this.issuer + path, { headers: await this.signIn(person) })).text();
  }

  /** A right authentication request that answers a launch page. */
  async authenticationRequest(path: string, person: string): Promise<Pick<Authentication, 'login' | 'request'>> {
    const login = readForm(await this.page(path, person));
    const request = {
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: login.fields['client_id'] ?? '',
      redirect_uri: `${this.tool.url}/lti/launch`,
      login_hint: login.fields['login_hint'] ?? '',
      lti_message_hint: login.fields['lti_message_hint'] ?? '',
      state: randomValue(),
      nonce: randomValue(),
    };
    return { login, request };
  }

  /** Goes from a launch page through the authentication request, and gives the form that comes back. */
  async authenticate(path: string, person: string, over: Record<string, string> = {}): Promise<Authentication> {
    const { login, request: right } = await this.authenticationRequest(path, person);
    const request = { ...right, ...over };
    const answer = await fetch(`${this.issuer}/lti/auth`, form(request, await this.signIn(person)));
    return { login, request, status: answer.status, ...readForm(await answer.text()) };
  }

  /** The verified claims of an id_token. */
  async claimsOf(idToken: string | undefined, audience = 'mgv-practice'): Promise<Record<string, unknown>> {
    const keys = createRemoteJWKSet(new URL(`${this.issuer}/lti/jwks`));
    const options = { issuer: this.issuer, audience, algorithms: ['RS256'] };
    return (await jwtVerify(idToken ?? '', keys, options)).payload;
  }

  /** The claims of a launch. */
  async launch(path: string, person: string, audience?: string): Promise<Record<string, unknown>> {
    return this.claimsOf((await this.authenticate(path, person)).fields['id_token'], audience);
  }

  /** Posts a form as somebody; gives where it leads. */
  async post(path: string, person: string, fields: Record<string, string> = {}): Promise<string> {
    const answer = await fetch(this.issuer + path, form(fields, await this.signIn(person)));
    return answer.headers.get('location') ?? String(answer.status);
  }

  /** Makes the platform behave in another way. */
  async behave(faults: Record<string, unknown>): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(faults);
    await fetch(`${this.issuer}/api/faults`, { method: 'DELETE' });
    const answer = await fetch(`${this.issuer}/api/faults`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`no fault set: ${String(answer.status)}`);
  }

  /** A GET with a token of all scopes. */
  async read(url: string, accept: string): Promise<Response> {
    return fetch(url, { headers: { Authorization: await this.bearer(), Accept: accept } });
  }

  /** Asks an access token; `claims` go over those of a right assertion, `fields` over those of a right form. */
  async requestToken(claims: Record<string, unknown> = {}, fields: Record<string, string> = {}): Promise<Response> {
    const right = {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await this.tool.sign({ ...assertionClaims(`${this.issuer}/lti/token`), ...claims }),
      scope: ALL_SCOPES,
    };
    return fetch(`${this.issuer}/lti/token`, form({ ...right, ...fields }));
  }

  /** An Authorization header with these scopes. */
  async bearer(scope = ALL_SCOPES): Promise<string> {
    const { access_token: token } = (await (await this.requestToken({}, { scope })).json()) as { access_token: string };
    return `Bearer ${token}`;
  }

  lineItem(suffix = '', id = '11'): string {
    return `${this.issuer}/lti/courses/1/lineitems/${id}/lineitem${suffix}?type_id=1`;
  }

  async postScore(body: unknown, over: Record<string, string> = {}): Promise<Response> {
    const headers = {
      Authorization: await this.bearer(),
      'Content-Type': 'application/vnd.ims.lis.v1.score+json',
      ...over,
    };
    return fetch(this.lineItem('/scores'), { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async cells(): Promise<Cell[]> {
    return (await (await fetch(`${this.issuer}/api/gradebook`)).json()) as Cell[];
  }

  async cell(userId = '4', activity = 'Signalen herkennen'): Promise<Cell | undefined> {
    return (await this.cells()).find((one) => one.userId === userId && one.activity === activity);
  }
}

let moment = Date.parse('2026-03-02T10:00:00Z');

/** A score of 17,5 out of 20, a second after the last. */
export const nextScore = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  userId: '4',
  scoreGiven: 17.5,
  scoreMaximum: 20,
  comment: 'Goed <u>gevraagd</u>',
  timestamp: new Date((moment += 1000)).toISOString(),
  activityProgress: 'Completed',
  gradingProgress: 'FullyGraded',
  ...over,
});
