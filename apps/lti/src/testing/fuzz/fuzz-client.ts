import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { MARKUP } from './odd-values.ts';
import type { FuzzRequest } from './odd-requests.ts';

/** What came back. */
export interface FuzzAnswer {
  status: number;
  type: string;
  headers: Record<string, unknown>;
  body: string;
}

/** Sends requests over a few connections that stay open. */
export class FuzzClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 10 });
  readonly #url: URL;

  constructor(url: string) {
    this.#url = new URL(url);
  }

  send({ method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
    const { hostname, port } = this.#url;
    return new Promise((resolve, reject) => {
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = { hostname, port, method, path, headers: { ...headers, ...length }, agent: this.#agent };
      const asked = request(options, (res) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('error', reject);
        res.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const type = res.headers['content-type'] ?? '';
          resolve({ status: res.statusCode ?? 0, type, headers: res.headers, body: text });
        });
      });
      asked.on('error', reject);
      asked.end(body ?? undefined);
    });
  }

  /** Sends bytes that need not be HTTP; what comes back until the other side is done, or silent. */
  raw(bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      let text = '';
      const socket = connect({ host: this.#url.hostname, port: Number(this.#url.port) }, () => {
        socket.end(bytes);
      });
      socket.on('data', (part) => (text += part.toString('latin1')));
      socket.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve(text);
        else reject(error);
      });
      socket.on('close', () => {
        resolve(text);
      });
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** What is wrong with an answer; `null` when nothing is. */
export function faultOf({ status, type, headers, body }: FuzzAnswer): string | null {
  if (status < 200 || status > 499) return `answered ${String(status)}`;
  if (headers['x-injected'] !== undefined) return 'let a header through';
  if (type.includes('html') && body.includes(MARKUP.slice(-6))) return 'shows markup';
  if (/\bat \w.*\(?(file|\/|node:)/.test(body)) return 'shows a stack';
  return null;
}
