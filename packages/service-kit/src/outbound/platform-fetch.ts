import { isIP } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { isPrivateAddress, publicLookup } from './address-guard.ts';

/** Why a request to a platform did not give a usable answer. */
export class OutboundError extends Error {
  readonly code: 'bad-url' | 'private-address' | 'redirected' | 'timed-out' | 'unreachable' | 'too-large';

  constructor(code: OutboundError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutboundError';
    this.code = code;
  }
}

/** A platform's answer, read whole. */
export interface OutboundAnswer {
  status: number;
  /** Reason phrase of the status line; Moodle puts its explanation there. */
  statusText: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string;
}

export interface OutboundRequest {
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  body?: string;
}

/** Fetches from a platform. */
export type PlatformFetch = (url: string, request?: OutboundRequest) => Promise<OutboundAnswer>;

interface Options {
  /** Allow http and private addresses: for a laptop or a school network. */
  allowPrivateNetworks: boolean;
  /** Whole request, in milliseconds. */
  timeoutMs?: number;
  /** Largest body, in bytes. */
  maxBytes?: number;
}

/**
 * A fetch for addresses that come from outside (registrations, claims): https only, no private, loopback or metadata
 * address after DNS, no redirects, a time limit and a size limit.
 *
 * The function it gives throws {@link OutboundError}; a 4xx or 5xx is an answer, not an error.
 */
export function createPlatformFetch({
  allowPrivateNetworks,
  timeoutMs = 5000,
  maxBytes = 1_000_000,
}: Options): PlatformFetch {
  const agent = new Agent({ connect: allowPrivateNetworks ? {} : { lookup: publicLookup }, connections: 16 });
  return async (url, { method = 'GET', headers = {}, body } = {}) => {
    checkUrl(url, allowPrivateNetworks);
    try {
      const response = await undiciFetch(url, {
        method,
        headers,
        ...(body !== undefined && { body }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        dispatcher: agent,
      });
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        throw new OutboundError('redirected', `${new URL(url).host} answered with a redirect`);
      }
      return {
        status: response.status,
        statusText: response.statusText,
        headers: Object.fromEntries(response.headers),
        body: await readBounded(response.body, maxBytes),
      };
    } catch (error) {
      throw toOutboundError(error, url);
    }
  };
}

function checkUrl(text: string, allowPrivateNetworks: boolean): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'https:' && !(allowPrivateNetworks && url.protocol === 'http:'))) {
    throw new OutboundError('bad-url', 'only https addresses are allowed');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivateNetworks && isIP(host) !== 0 && isPrivateAddress(host)) {
    throw new OutboundError('private-address', `${host} is not a public address`);
  }
}

async function readBounded(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<string> {
  if (!body) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > maxBytes) throw new OutboundError('too-large', `the answer is over ${String(maxBytes)} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function toOutboundError(error: unknown, url: string): OutboundError {
  if (error instanceof OutboundError) return error;
  const { host } = new URL(url);
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && cause.code === 'EPRIVATE') {
    return new OutboundError('private-address', `${host} is not a public address`, { cause: error });
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new OutboundError('timed-out', `${host} did not answer in time`, { cause: error });
  }
  return new OutboundError('unreachable', `${host} cannot be reached`, { cause: error });
}
