import { randomUUID } from 'node:crypto';
import type { PlatformFetch } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import { cleanText } from '../launch/clean-text.ts';
import { hashOf } from '../login/secrets.ts';
import { Refusal } from '../pages/refusal.ts';
import { selectSiblings, type Sibling, updateOrigin } from '../platforms/platforms.repository.ts';
import type { Registrations } from '../platforms/registrations.ts';
import { fetchConfiguration, type Opening, postRegistration } from './ask-platform.ts';
import { familyOf, type Family, type PlatformConfiguration } from './platform-configuration.ts';
import type { RegistrationAnswer } from './registration-answer.ts';
import {
  type Claim,
  type RegistrationLink,
  selectOptionalLink,
  updateToClaimed,
  updateToClaimedFor,
  updateToReleased,
  updateToUsed,
} from './registration-links.repository.ts';
import { askedScopes, registrationRequest } from './registration-request.ts';
import { isSamePlatform, isSharedIssuer } from './same-platform.ts';
import { toolAddresses } from './tool-addresses.ts';

/** How long one registration may take, in milliseconds: longer than its requests can. */
const CLAIM_MS = 60_000;

/** What registering needs from outside. */
export interface RegisterNeeds {
  db: Db;
  registrations: Registrations;
  fetch: PlatformFetch;
  publicUrl: string;
  now: () => Date;
}

/** What is to happen with registrations of this platform that are there already. */
export type Choice = 'replace' | 'add';

/** A link that somebody opened in an LMS. */
export interface Attempt {
  code: string;
  opening: Opening;
  /** `null` when nobody has been asked yet. */
  choice: Choice | null;
}

/** A platform that was registered. */
export interface Registered {
  outcome: 'registered';
  family: Family;
  name: string;
  issuer: string;
  answer: RegistrationAnswer;
  /** Names of registrations that were switched off. */
  replaced: string[];
}

/** A question that comes first: what about these? */
export interface Undecided {
  outcome: 'undecided';
  issuer: string;
  known: Sibling[];
}

/**
 * The link of a code, when it may be used.
 *
 * @throws {Refusal} when there is none, or it is over.
 */
export async function usableLink(
  { db, now }: Pick<RegisterNeeds, 'db' | 'now'>,
  code: string,
): Promise<RegistrationLink> {
  const link = await selectOptionalLink(db, hashOf(code));
  if (!link) throw new Refusal('registration-link-unknown');
  if (link.usedAt) throw new Refusal('registration-link-used');
  if (link.expiresAt <= now()) throw new Refusal('registration-link-expired');
  return link;
}

/**
 * Registers the platform that opened a link, or asks what to do with a registration that it has already. Everything is
 * stored in one transaction, together with the link being used up; when anything fails, nothing is stored and the link
 * can be used again.
 *
 * @throws {Refusal} saying why not.
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0/
 */
export async function registerPlatform(needs: RegisterNeeds, attempt: Attempt): Promise<Registered | Undecided> {
  const link = await usableLink(needs, attempt.code);
  const claim = { codeHash: link.codeHash, claimId: randomUUID() };
  const now = needs.now();
  const until = new Date(now.getTime() + CLAIM_MS);
  if (!(await updateToClaimed(needs.db, claim, { now, until }))) throw new Refusal('registration-under-way');
  try {
    return await registerClaimed(needs, { attempt, link, claim });
  } finally {
    await updateToReleased(needs.db, claim);
  }
}

interface Work {
  attempt: Attempt;
  link: RegistrationLink;
  claim: Claim;
}

async function registerClaimed(needs: RegisterNeeds, work: Work): Promise<Registered | Undecided> {
  const { opening, choice } = work.attempt;
  const { db, fetch } = needs;
  const configuration = await fetchConfiguration(fetch, opening);
  const { issuer } = configuration;
  const host = new URL(opening.configurationUrl).host;
  const platform = JSON.stringify(isSharedIssuer(issuer) ? [issuer, configuration.accountId ?? host] : [issuer]);
  if (!(await updateToClaimedFor(db, work.claim, platform, needs.now()))) throw new Refusal('registration-under-way');
  const siblings = await selectSiblings(db, issuer);
  const from = { registrationHost: host, accountId: configuration.accountId };
  const known = siblings.filter((sibling) => isSamePlatform(issuer, sibling, from));
  const inUse = known.filter(({ active }) => active);
  if (inUse.length > 0 && choice === null) return { outcome: 'undecided', issuer, known: inUse };
  const asked = askedScopes(configuration);
  const body = registrationRequest({
    addresses: toolAddresses(needs.publicUrl),
    configuration,
    personData: work.link.personData,
  });
  const target = { registrationUrl: configuration.registrationUrl, token: opening.token };
  const answer = await postRegistration(fetch, target, { body, asked });
  const foreign = siblings.find(
    ({ clientId }) => clientId === answer.clientId && !known.some((mine) => mine.clientId === clientId),
  );
  if (foreign) throw new Refusal('registration-conflict', { facts: { issuer, client_id: answer.clientId } });
  const replaced = choice === 'replace' ? inUse.filter(({ clientId }) => clientId !== answer.clientId) : [];
  return store(needs, { ...work, configuration, host, answer, replaced });
}

interface Storing extends Work {
  configuration: PlatformConfiguration;
  host: string;
  answer: RegistrationAnswer;
  replaced: Sibling[];
}

async function store(needs: RegisterNeeds, storing: Storing): Promise<Registered> {
  const { link, claim, configuration, host, answer, replaced } = storing;
  const { registrations, now } = needs;
  const { issuer, accountId, productFamily } = configuration;
  const name = link.name ?? cleanText(configuration.accountName ?? undefined, 255) ?? host;
  const request = {
    issuer,
    clientId: answer.clientId,
    deploymentIds: answer.deploymentId === null ? [] : [answer.deploymentId],
    authUrl: configuration.authUrl,
    tokenUrl: configuration.tokenUrl,
    jwksUrl: configuration.jwksUrl,
    tokenAudience: configuration.tokenAudience,
    name,
  };
  await registrations.save(request, async (transaction, platformId) => {
    const { missingScopes } = answer;
    await updateOrigin(transaction, platformId, { registrationHost: host, accountId, productFamily, missingScopes });
    await registrations.disableIn(
      transaction,
      issuer,
      replaced.map(({ clientId }) => clientId),
    );
    if (!(await updateToUsed(transaction, claim, now()))) throw new Refusal('registration-under-way');
  });
  return {
    outcome: 'registered',
    family: familyOf(productFamily),
    name,
    issuer,
    answer,
    replaced: replaced.map((sibling) => sibling.name),
  };
}
