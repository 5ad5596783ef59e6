import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { recorded } from './recorded.ts';

/** What a platform answers. */
export interface Reply {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** A request that reached a platform. */
export interface Call {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export const reply = (json: unknown, status = 200): Reply => ({ status, body: JSON.stringify(json) });

/** A platform that can be registered with, on a port of its own; it says what was recorded from real ones. */
export class RegisteringPlatform {
  readonly calls: Call[] = [];
  issuer = '';
  /** Answers of one test; {@link reset} brings back good behaviour. */
  configuration: () => Reply | Promise<Reply> = () => reply({});
  registration: (call: Call) => Reply | Promise<Reply> = () => reply({});
  #registered = 0;
  readonly #server = createServer((req, res) => void this.#answer(req, res));

  /** A platform that listens. */
  static async start(): Promise<RegisteringPlatform> {
    const platform = new RegisteringPlatform();
    await new Promise<void>((resolve) => platform.#server.listen(0, '127.0.0.1', resolve));
    const address = platform.#server.address();
    platform.issuer = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
    platform.reset();
    return platform;
  }

  get configurationUrl(): string {
    return `${this.issuer}/config`;
  }

  /** Moodle, with all it says of itself, on this address; each registration gets a client id of its own. */
  reset(): void {
    this.calls.length = 0;
    this.#registered = 0;
    this.configuration = () => reply(this.moodle());
    this.registration = () => {
      this.#registered += 1;
      return reply({ ...recorded('moodle-registration-answer'), client_id: `client-${String(this.#registered)}` });
    };
  }

  moodle(changes: object = {}): object {
    const text = JSON.stringify(recorded('moodle-openid-configuration'));
    const here = JSON.parse(text.replaceAll('http://moodle.example', this.issuer)) as object;
    return { ...here, ...changes };
  }

  /** Canvas of a school: the issuer of all schools, and a registration endpoint on this address. */
  canvas(changes: object = {}): object {
    const registration_endpoint = `${this.issuer}/register`;
    return { ...recorded('canvas-openid-configuration'), registration_endpoint, ...changes };
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
    const call = { method: req.method ?? '', path: req.url ?? '', headers: req.headers, body };
    this.calls.push(call);
    const answer = await (call.method === 'POST' ? this.registration(call) : this.configuration());
    if (answer.status === 0) res.destroy();
    else res.writeHead(answer.status, answer.headers).end(answer.body);
  }
}
