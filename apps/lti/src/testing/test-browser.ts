import { type PageData, PageDataSchema } from '@mgv/contracts';
import { z } from 'zod';
import type { Claims, TestPlatform } from './test-platform.ts';
import { PUBLIC_URL, type TestTool } from './test-tool.ts';

/** What a login gave the browser. */
export interface BegunLogin {
  state: string;
  nonce: string;
  location: URL;
  response: Response;
}

/** What the browser saw after posting. */
export interface Seen {
  status: number;
  page: string;
  headers: Headers;
  /** Code on a refusal page; `null` on any other. */
  code: string | null;
}

/** A request whose headers are plain. */
export type TestRequest = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** A browser with cookies of its own. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  /** What the browser says in `Accept-Language`. */
  language = 'nl';
  readonly #tool: TestTool;
  readonly #platform: TestPlatform;

  constructor(tool: TestTool, platform: TestPlatform) {
    this.#tool = tool;
    this.#platform = platform;
  }

  /** Login parameters as the platform sends them; `undefined` leaves one out. */
  parameters(changes: Record<string, string | undefined> = {}): URLSearchParams {
    const parameters: Record<string, string | undefined> = {
      iss: this.#platform.issuer,
      login_hint: 'user-7',
      target_link_uri: `${PUBLIC_URL}/lti/launch`,
      client_id: this.#platform.clientId,
      lti_deployment_id: '1',
      ...changes,
    };
    return new URLSearchParams(
      Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      ),
    );
  }

  async login(changes: Record<string, string | undefined> = {}): Promise<BegunLogin> {
    const response = await this.send(`/lti/login?${this.parameters(changes).toString()}`);
    const location = new URL(response.headers.get('location') ?? (await afterStorage(response)) ?? 'about:blank');
    const { searchParams } = location;
    return { state: searchParams.get('state') ?? '', nonce: searchParams.get('nonce') ?? '', location, response };
  }

  /** Posts a launch form as the platform's page would have it. */
  async post(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Seen> {
    const response = await this.send('/lti/launch', { method: 'POST', body: new URLSearchParams(form), headers });
    const page = await response.text();
    const code = /<dt>Code<\/dt>\s*<dd>([^<]*)<\/dd>/.exec(page)?.[1] ?? null;
    return { status: response.status, page, headers: response.headers, code };
  }

  /** Login and launch in one go. */
  async launch(changes: Claims = {}, login: Record<string, string | undefined> = {}): Promise<Seen> {
    const { state, nonce } = await this.login(login);
    return this.post({ state, id_token: await this.#platform.sign(this.#platform.claims(nonce, changes)) });
  }

  async send(path: string, init: TestRequest = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.#tool.url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { 'accept-language': this.language, ...(cookie !== '' && { cookie }), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = (line.split(';')[0] ?? '').split('=');
      if (line.includes('Max-Age=0')) this.cookies.delete(name ?? '');
      else this.cookies.set(name ?? '', value ?? '');
    }
    return response;
  }
}

/** Where the page that keeps the binding in the platform's storage goes on to; `null` for any other answer. */
async function afterStorage(response: Response): Promise<string | null> {
  if (response.status !== 200) return null;
  const { data } = StoragePageSchema.safeParse(pageJson(await response.clone().text()));
  return data?.storage.next ?? null;
}

const StoragePageSchema = z.looseObject({ storage: z.looseObject({ next: z.string() }) });

/** The data in any page. */
export function pageJson(page: string): unknown {
  return JSON.parse(/<script type="application\/json" id="mgv-page">(.*?)<\/script>/s.exec(page)?.[1] ?? 'null');
}

/** The data in a page of a launch. */
export function pageData(page: string): PageData {
  return PageDataSchema.parse(pageJson(page));
}
