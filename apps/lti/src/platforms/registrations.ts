import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { PlatformRequest, Platform } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import type { LtijsPlatform, LtijsProvider } from 'ltijs';
import { z } from 'zod';
import { BoundedCache } from './bounded-cache.ts';
import { makeKeyPair } from './key-pair.ts';
import { createLtijsDatabase } from './ltijs-database.ts';
import type { Registration } from './registration.ts';
import {
  addTenants,
  lockRegistration,
  selectClientIds,
  selectOptionalTenantOwner,
  selectOptionalTenants,
  type TenantOwner,
} from './tenants.repository.ts';

/** How long another instance's change of a registration may go unnoticed. */
const NOTICED_WITHIN_MS = 10_000;

const PublicKeysSchema = z.array(z.object({ kid: z.string(), key: z.string() }));
const RsaSchema = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() });

/** One of our public keys, as `/lti/jwks` gives it: nothing but what a verifier needs. */
export interface PublicJwk extends z.infer<typeof RsaSchema> {
  kid: string;
  alg: 'RS256';
  use: 'sig';
}

interface Needs {
  db: Db;
  ltijs: LtijsProvider;
  encryptionKey: string;
  now: () => Date;
}

/** The platforms that know this tool, with our keys for each. Reads go through a small cache. */
export class Registrations {
  readonly #needs: Needs;
  readonly #registrations: BoundedCache<Registration | null>;
  readonly #owners: BoundedCache<TenantOwner | null>;
  readonly #privateKeys: BoundedCache<KeyObject>;
  readonly #publicKeys: BoundedCache<PublicJwk[]>;

  constructor(needs: Needs) {
    this.#needs = needs;
    const { now } = needs;
    this.#registrations = new BoundedCache({ size: 500, lifetimeMs: NOTICED_WITHIN_MS, now });
    this.#owners = new BoundedCache({ size: 500, lifetimeMs: 3_600_000, now });
    this.#privateKeys = new BoundedCache({ size: 500, lifetimeMs: 3_600_000, now });
    this.#publicKeys = new BoundedCache({ size: 1, lifetimeMs: NOTICED_WITHIN_MS, now });
  }

  /** The registration of this tool at `issuer` under `clientId`, also when it is disabled; else `null`. */
  find(issuer: string, clientId: string): Promise<Registration | null> {
    return this.#registrations.get(JSON.stringify([issuer, clientId]), () => this.#read(issuer, clientId));
  }

  /**
   * The registration that a login without `client_id` means: only when exactly one fits, never a guess.
   *
   * @param deploymentId - The login's hint, or `null`.
   */
  async findOnly(issuer: string, deploymentId: string | null): Promise<Registration | 'none' | 'several'> {
    const [clientId, second] = await selectClientIds(this.#needs.db, issuer, deploymentId);
    if (clientId === undefined) return 'none';
    if (second !== undefined) return 'several';
    return (await this.find(issuer, clientId)) ?? 'none';
  }

  /** The registration and deployment of a tenant; `null` when no tenant has this id. */
  async findTenant(tenantId: string): Promise<{ registration: Registration; deploymentId: string } | null> {
    const owner = await this.#owners.get(tenantId, () => selectOptionalTenantOwner(this.#needs.db, tenantId));
    if (!owner) return null;
    const registration = await this.find(owner.issuer, owner.clientId);
    return registration && { registration, deploymentId: owner.deploymentId };
  }

  /** The key with which we sign for a platform. */
  privateKey({ issuer, clientId, kid }: Registration): Promise<KeyObject> {
    return this.#privateKeys.get(kid, async () => {
      const platform = await this.#platform(issuer, clientId);
      if (!platform) throw new Error('the registration has gone');
      return createPrivateKey(await platform.platformPrivateKey());
    });
  }

  /** All our public keys. */
  publicKeys(): Promise<PublicJwk[]> {
    const { db, encryptionKey } = this.#needs;
    return this.#publicKeys.get('all', async () => {
      const rows = await createLtijsDatabase(db).Get(encryptionKey, 'publickey');
      return PublicKeysSchema.parse(rows === false ? [] : rows).map(({ kid, key }) => {
        const { kty, n, e } = RsaSchema.parse(createPublicKey(key).export({ format: 'jwk' }));
        return { kty, n, e, kid, alg: 'RS256', use: 'sig' };
      });
    });
  }

  /** All registrations, as an admin sees them. */
  async list(): Promise<Platform[]> {
    const platforms = await this.#needs.ltijs.getAllPlatforms();
    const listed: Platform[] = [];
    for (const platform of platforms) {
      const found = await this.#read(await platform.platformUrl(), await platform.platformClientId());
      if (found) listed.push(toPlatform(found));
    }
    return listed.sort((one, other) => one.name.localeCompare(other.name, 'nl'));
  }

  /**
   * Registers a platform with a key pair of its own, or changes its addresses and name. Deployments are only added. A
   * disabled platform that is registered again is active again.
   */
  async save(request: PlatformRequest): Promise<Platform> {
    const { issuer, clientId } = request;
    const { db, ltijs, encryptionKey } = this.#needs;
    const newKeys = (await this.#platform(issuer, clientId)) ? null : await makeKeyPair();
    await db.transaction(async (transaction) => {
      await lockRegistration(transaction, issuer, clientId);
      const database = createLtijsDatabase(transaction);
      const known = await ltijs.getPlatform(issuer, clientId, encryptionKey, database);
      if (!known) {
        const { kid, publicKey, privateKey } = newKeys ?? (await makeKeyPair());
        const index = { kid, platformUrl: issuer, clientId };
        await database.Insert(encryptionKey, 'publickey', { key: publicKey, kid }, index);
        await database.Insert(encryptionKey, 'privatekey', { key: privateKey, kid }, index);
        await database.Insert(false, 'platform', { ...index, ...toLtijsRow(request) });
      }
      const platform = await ltijs.registerPlatform(toLtijsRegistration(request), undefined, encryptionKey, database);
      await platform.platformActive(true);
      const registered = await selectOptionalTenants(transaction, issuer, clientId);
      if (!registered) throw new Error('the registration that was just written is not there');
      await addTenants(transaction, registered.id, request.deploymentIds);
    });
    return this.#changed(issuer, clientId);
  }

  /** Stops launches and tokens of a platform; `null` when it is not registered. */
  async disable(issuer: string, clientId: string): Promise<Platform | null> {
    const platform = await this.#platform(issuer, clientId);
    if (!platform) return null;
    await platform.platformActive(false);
    return this.#changed(issuer, clientId);
  }

  async #changed(issuer: string, clientId: string): Promise<Platform> {
    this.#registrations.clear();
    this.#publicKeys.clear();
    const saved = await this.find(issuer, clientId);
    if (!saved) throw new Error('the registration has gone');
    return toPlatform(saved);
  }

  async #platform(issuer: string, clientId: string): Promise<LtijsPlatform | null> {
    const { db, ltijs, encryptionKey } = this.#needs;
    const found = await ltijs.getPlatform(issuer, clientId, encryptionKey, createLtijsDatabase(db));
    return found === false ? null : found;
  }

  async #read(issuer: string, clientId: string): Promise<Registration | null> {
    const platform = await this.#platform(issuer, clientId);
    const ours = platform && (await selectOptionalTenants(this.#needs.db, issuer, clientId));
    if (!platform || !ours) return null;
    return {
      ...ours,
      issuer,
      clientId,
      name: await platform.platformName(),
      authUrl: await platform.platformAuthenticationEndpoint(),
      tokenUrl: await platform.platformAccessTokenEndpoint(),
      tokenAudience: await platform.platformAuthorizationServer(),
      jwksUrl: (await platform.platformAuthConfig()).key,
      kid: await platform.platformKid(),
      active: await platform.platformActive(),
    };
  }
}

const toLtijsRow = ({ name, authUrl, tokenUrl, jwksUrl }: PlatformRequest): object => ({
  platformName: name,
  authEndpoint: authUrl,
  accesstokenEndpoint: tokenUrl,
  authConfig: { method: 'JWK_SET', key: jwksUrl },
});

const toLtijsRegistration = ({ issuer, clientId, name, authUrl, tokenUrl, jwksUrl }: PlatformRequest) =>
  ({
    url: issuer,
    clientId,
    name,
    authenticationEndpoint: authUrl,
    accesstokenEndpoint: tokenUrl,
    // Left out, ltijs writes the old token URL here when the token URL changes.
    authorizationServer: tokenUrl,
    authConfig: { method: 'JWK_SET', key: jwksUrl },
  }) as const;

const toPlatform = ({
  issuer,
  clientId,
  name,
  authUrl,
  tokenUrl,
  jwksUrl,
  active,
  tenants,
}: Registration): Platform => ({
  issuer,
  clientId,
  deploymentIds: [...tenants.keys()],
  authUrl,
  tokenUrl,
  jwksUrl,
  name,
  active,
});
