import type { OutboundAnswer, PlatformFetch } from '@mgv/service-kit';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

const MINUTE_MS = 60_000;
const SHORTEST_MS = 5 * MINUTE_MS;
const LONGEST_MS = 24 * 60 * MINUTE_MS;
/** Pause after a failure, while there are no keys at all. */
const RETRY_MS = 5000;
/** Platforms whose keys are kept; the oldest goes first. */
const SIZE = 500;

const JwksSchema = z.object({ keys: z.array(z.unknown()).max(200) });
const RsaKeySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  /** At least 2048 bits. */
  n: z.string().min(342),
  e: z.string().min(1),
  alg: z.literal('RS256').optional(),
  use: z.literal('sig').optional(),
});

/** A platform's key, ready to verify with; or why there is none. */
export type FoundKey = KeyObject | 'unknown' | 'unavailable';

interface KeySet {
  keys: ReadonlyMap<string, KeyObject>;
  /** When it is read again. */
  until: number;
}

interface Kept {
  set: KeySet | null;
  /** When it was last asked for, whether or not that gave anything. */
  askedAt: number;
  asking: Promise<KeySet | null> | null;
}

interface Needs {
  fetch: PlatformFetch;
  now: () => Date;
}

/**
 * Public keys of platforms, by key set address. A set is kept as long as the platform's `max-age` says, between 5
 * minutes and a day; a key that is not in it is asked for again at most once a minute; keys of a platform that cannot
 * be reached keep working.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#h_key-set-url
 */
export class PlatformKeys {
  readonly #needs: Needs;
  readonly #kept = new Map<string, Kept>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async find(jwksUrl: string, kid: string): Promise<FoundKey> {
    const now = this.#needs.now().getTime();
    const kept = this.#keptFor(jwksUrl);
    const current = kept.set && kept.set.until > now ? kept.set : null;
    const key = current?.keys.get(kid);
    if (key) return key;
    const pause = kept.set ? MINUTE_MS : RETRY_MS;
    // A clock that was set back must not stop us from asking.
    if (kept.asking || Math.abs(now - kept.askedAt) >= pause) kept.set = (await this.#ask(jwksUrl, kept)) ?? kept.set;
    return kept.set ? (kept.set.keys.get(kid) ?? 'unknown') : 'unavailable';
  }

  #keptFor(jwksUrl: string): Kept {
    const found = this.#kept.get(jwksUrl);
    if (found) return found;
    const fresh: Kept = { set: null, askedAt: Number.NEGATIVE_INFINITY, asking: null };
    this.#kept.set(jwksUrl, fresh);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > SIZE && !oldest.done) this.#kept.delete(oldest.value);
    return fresh;
  }

  /** Asks the platform; callers at the same time share one request. */
  #ask(jwksUrl: string, kept: Kept): Promise<KeySet | null> {
    kept.asking ??= (async () => {
      kept.askedAt = this.#needs.now().getTime();
      try {
        const answer = await this.#needs.fetch(jwksUrl, { headers: { accept: 'application/json' } });
        return readKeySet(answer, kept.askedAt);
      } catch {
        return null;
      } finally {
        kept.asking = null;
      }
    })();
    return kept.asking;
  }
}

/** @throws {Error} when the answer is not a key set. */
function readKeySet({ status, headers, body }: OutboundAnswer, now: number): KeySet {
  if (status !== 200) throw new Error(`the key set answered ${String(status)}`);
  const { keys } = JwksSchema.parse(JSON.parse(body));
  const imported = keys.map(importKey);
  return { keys: new Map(imported.flatMap((entry) => (entry ? [entry] : []))), until: now + lifetime(headers) };
}

/** A key by its id; `null` for what RS256 cannot use. */
function importKey(jwk: unknown): [string, KeyObject] | null {
  const { data } = RsaKeySchema.safeParse(jwk);
  if (!data) return null;
  try {
    return [data.kid, createPublicKey({ key: { kty: data.kty, n: data.n, e: data.e }, format: 'jwk' })];
  } catch {
    return null;
  }
}

function lifetime(headers: Record<string, string>): number {
  const seconds = /max-age=(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
  return Math.min(Math.max(Number(seconds ?? 0) * 1000, SHORTEST_MS), LONGEST_MS);
}
