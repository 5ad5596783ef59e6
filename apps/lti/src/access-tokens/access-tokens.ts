import type { AccessToken } from '@mgv/contracts';
import type { PlatformFetch } from '@mgv/service-kit';
import type { Registrations } from '../platforms/registrations.ts';
import { accessTokenProblem } from './access-tokens.problem.ts';
import { signClientAssertion } from './client-assertion.ts';
import { requestToken } from './request-token.ts';

/** A token is renewed this long before it expires, in milliseconds. */
const EARLY_MS = 60_000;
/** Tokens kept; the oldest goes first. */
const SIZE = 1000;

interface Needs {
  registrations: Registrations;
  fetch: PlatformFetch;
  now: () => Date;
}

interface TokenWish {
  tenantId: string;
  scopes: readonly string[];
  /** Drop the kept token first: a service refused it. */
  renew: boolean;
}

/** Access tokens by tenant and scopes. Everybody who asks for the same one at the same time shares one request. */
export class AccessTokens {
  readonly #needs: Needs;
  readonly #kept = new Map<string, AccessToken>();
  readonly #asked = new Map<string, Promise<AccessToken>>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** @throws {ProblemError} `unknown-tenant`, `platform-disabled`, or as `requestToken`. */
  async get({ tenantId, scopes, renew }: TokenWish): Promise<AccessToken> {
    const wanted = [...new Set(scopes)].sort();
    const key = JSON.stringify([tenantId, wanted]);
    const asked = this.#asked.get(key);
    if (asked) return asked;
    if (renew) this.#kept.delete(key);
    const kept = this.#kept.get(key);
    if (kept && Date.parse(kept.expiresAt) - EARLY_MS > this.#needs.now().getTime()) return kept;
    const asking = this.#ask(tenantId, wanted).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asking);
    const token = await asking;
    this.#keep(key, token);
    return token;
  }

  async #ask(tenantId: string, scopes: readonly string[]): Promise<AccessToken> {
    const { registrations, fetch, now } = this.#needs;
    const tenant = await registrations.findTenant(tenantId);
    if (!tenant) throw accessTokenProblem('unknown-tenant');
    const { registration, deploymentId } = tenant;
    if (!registration.active) throw accessTokenProblem('platform-disabled');
    const key = await registrations.privateKey(registration);
    const assertion = await signClientAssertion({ registration, deploymentId, key, now: now() });
    return requestToken({ fetch, tokenUrl: registration.tokenUrl, assertion, scopes, now });
  }

  #keep(key: string, token: AccessToken): void {
    this.#kept.delete(key);
    this.#kept.set(key, token);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > SIZE && !oldest.done) this.#kept.delete(oldest.value);
  }
}
