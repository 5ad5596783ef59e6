import type { KeyObject } from 'node:crypto';
import type { PlatformRequest, Platform } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import type { LtijsPlatform, LtijsProvider } from 'ltijs';
import { BoundedCache } from './bounded-cache.ts';
import { type Admission, admitDeployment, type DeploymentPolicy } from './deployments.ts';
import { makeKeyPair } from './key-pair.ts';
import { createLtijsDatabase } from './ltijs-database.ts';
import { OwnKeys, type PublicJwk } from './own-keys.ts';
import { type Candidate, selectCandidates } from './platforms.repository.ts';
import type { Registration } from './registration.ts';
import { type Rotation, rotateKey } from './rotate-key.ts';
import {
  addTenants,
  lockRegistration,
  selectOptionalTenantOwner,
  selectOptionalTenants,
  type TenantOwner,
} from './tenants.repository.ts';

/** How long another instance's change of a registration may go unnoticed. */
const NOTICED_WITHIN_MS = 10_000;

interface Needs {
  db: Db;
  ltijs: LtijsProvider;
  encryptionKey: string;
  deploymentPolicy: DeploymentPolicy;
  now: () => Date;
}

/** More to write with a registration, in the same transaction. */
type Alongside = (transaction: Db, platformId: string) => Promise<void>;

/** The platforms that know this tool, with our keys for each. Reads go through a small cache. */
export class Registrations {
  readonly #needs: Needs;
  readonly #keys: OwnKeys;
  readonly #registrations: BoundedCache<Registration | null>;
  readonly #owners: BoundedCache<TenantOwner | null>;
  readonly #admissions = new Map<string, Promise<Admission>>();

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#keys = new OwnKeys(needs);
    const { now } = needs;
    this.#registrations = new BoundedCache({ size: 500, lifetimeMs: NOTICED_WITHIN_MS, now });
    this.#owners = new BoundedCache({ size: 500, lifetimeMs: 3_600_000, now });
  }

  /** The registration of this tool at `issuer` under `clientId`, also when it is disabled; else `null`. */
  find(issuer: string, clientId: string): Promise<Registration | null> {
    return this.#registrations.get(JSON.stringify([issuer, clientId]), () => this.#read(issuer, clientId));
  }

  /**
   * The registration that a login without `client_id` means: only when exactly one fits, never a guess. One that is
   * disabled fits only when no other does.
   *
   * @param deploymentId - The login's hint, or `null`.
   */
  async findOnly(issuer: string, deploymentId: string | null): Promise<Registration | 'none' | 'several'> {
    const candidates = await selectCandidates(this.#needs.db, issuer, deploymentId);
    const [only, second] = narrow(
      narrow(candidates, ({ deployed }) => deployed),
      ({ active }) => active,
    );
    if (!only) return 'none';
    if (second) return 'several';
    return (await this.find(issuer, only.clientId)) ?? 'none';
  }

  /**
   * Whether a deployment may be launched. Ask it of a launch that passed everything else: a deployment never seen before
   * is written down.
   */
  async admit(registration: Registration, deploymentId: string): Promise<Admission> {
    const tenantId = registration.tenants.get(deploymentId);
    if (tenantId !== undefined) return { status: 'active', tenantId };
    const key = JSON.stringify([registration.id, deploymentId]);
    const asked = this.#admissions.get(key);
    if (asked) return asked;
    const { db, deploymentPolicy: policy } = this.#needs;
    const asking = admitDeployment(db, { registration, deploymentId, policy }).finally(() => {
      this.#admissions.delete(key);
    });
    this.#admissions.set(key, asking);
    const admission = await asking;
    if (admission.status === 'active') this.#registrations.clear();
    return admission;
  }

  /** The registration and deployment of a tenant; `null` when no tenant has this id. */
  async findTenant(tenantId: string): Promise<{ registration: Registration; deploymentId: string } | null> {
    const owner = await this.#owners.get(tenantId, () => selectOptionalTenantOwner(this.#needs.db, tenantId));
    if (!owner) return null;
    const registration = await this.find(owner.issuer, owner.clientId);
    return registration && { registration, deploymentId: owner.deploymentId };
  }

  /** The key with which we sign for a platform. */
  privateKey({ kid }: Registration): Promise<KeyObject> {
    return this.#keys.privateKey(kid);
  }

  /** All our public keys that a platform may need now. */
  publicKeys(): Promise<PublicJwk[]> {
    return this.#keys.publicKeys();
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
   *
   * @param alongside - Written in the same transaction; when it throws, nothing is stored.
   */
  async save(request: PlatformRequest, alongside?: Alongside): Promise<Platform> {
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
      await alongside?.(transaction, registered.id);
    });
    return this.#changed(issuer, clientId);
  }

  /** Stops launches and tokens of a platform; `null` when it is not registered. */
  async disable(issuer: string, clientId: string): Promise<Platform | null> {
    if (!(await this.#platform(issuer, clientId))) return null;
    await this.disableIn(this.#needs.db, issuer, [clientId]);
    return this.#changed(issuer, clientId);
  }

  /** The same for several at one issuer, within the transaction of {@link save}. */
  async disableIn(transaction: Db, issuer: string, clientIds: readonly string[]): Promise<void> {
    for (const clientId of clientIds) {
      const platform = await this.#platform(issuer, clientId, transaction);
      await platform?.platformActive(false);
    }
  }

  /** A new key signs for a registration from now on; `null` when it is not registered. */
  async rotateKey(issuer: string, clientId: string): Promise<Rotation | null> {
    const rotation = await rotateKey(this.#needs, issuer, clientId);
    this.changed();
    return rotation;
  }

  /** Forgets what was read: a registration or a deployment is other than it was. */
  changed(): void {
    this.#registrations.clear();
    this.#keys.changed();
  }

  async #changed(issuer: string, clientId: string): Promise<Platform> {
    this.changed();
    const saved = await this.find(issuer, clientId);
    if (!saved) throw new Error('the registration has gone');
    return toPlatform(saved);
  }

  async #platform(issuer: string, clientId: string, db = this.#needs.db): Promise<LtijsPlatform | null> {
    const { ltijs, encryptionKey } = this.#needs;
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

/** Those that fit, when any does; else all. */
function narrow(candidates: Candidate[], fits: (candidate: Candidate) => boolean): Candidate[] {
  const fitting = candidates.filter(fits);
  return fitting.length > 0 ? fitting : candidates;
}

const toLtijsRow = ({ name, authUrl, tokenUrl, jwksUrl }: PlatformRequest): object => ({
  platformName: name,
  authEndpoint: authUrl,
  accesstokenEndpoint: tokenUrl,
  authConfig: { method: 'JWK_SET', key: jwksUrl },
});

const toLtijsRegistration = (request: PlatformRequest) =>
  ({
    url: request.issuer,
    clientId: request.clientId,
    name: request.name,
    authenticationEndpoint: request.authUrl,
    accesstokenEndpoint: request.tokenUrl,
    // Left out, ltijs writes the old token URL here when the token URL changes.
    authorizationServer: request.tokenAudience ?? request.tokenUrl,
    authConfig: { method: 'JWK_SET', key: request.jwksUrl },
  }) as const;

const toPlatform = (registration: Registration): Platform => ({
  issuer: registration.issuer,
  clientId: registration.clientId,
  deploymentIds: [...registration.tenants.keys()],
  authUrl: registration.authUrl,
  tokenUrl: registration.tokenUrl,
  jwksUrl: registration.jwksUrl,
  tokenAudience: registration.tokenAudience,
  name: registration.name,
  active: registration.active,
  missingScopes: registration.missingScopes,
});
