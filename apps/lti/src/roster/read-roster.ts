import type { Db } from '@mgv/service-kit/database';
import type { AskMembers } from './ask-members.ts';
import { readPages, sameOrigin } from './read-pages.ts';
import { type RosterAddress, rosterAddresses } from './roster-address.ts';
import { RosterError } from './roster.error.ts';
import {
  type KnownRoster,
  type RosterPlace,
  type RosterReading,
  selectOptionalRoster,
  upsertPeople,
  writeRoster,
} from './roster.repository.ts';

/** Milliseconds after which a platform that keeps giving pages is too slow. */
const MOST_MS = 300_000;

/** A roster to read. */
export interface RosterRequest {
  place: RosterPlace;
  /** `context_memberships_url` of the launch. */
  url: string;
  ask: AskMembers;
  now: () => Date;
}

/** A roster that was read, with names by person id: those are not kept. */
export interface ReadRoster {
  roster: KnownRoster;
  names: ReadonlyMap<string, string>;
}

/**
 * Reads a roster page by page, one request at a time, and keeps who is in it.
 *
 * @throws {RosterError} `not-allowed`, `unreachable`, `unreadable`; what was known stays.
 */
export async function readRoster(db: Db, request: RosterRequest): Promise<ReadRoster> {
  const { place, url, now } = request;
  const known = await selectOptionalRoster(db, place);
  const addresses = rosterAddresses({ url, linkId: place.linkId, known, now: now() });
  const names = new Map<string, string>();
  await writeRoster(db, place, await readFirst(db, request, addresses, names));
  const roster = await selectOptionalRoster(db, place);
  if (!roster) throw new Error('the roster that was just written is not there');
  return { roster, names };
}

/** Reads the first address that is for us. */
async function readFirst(
  db: Db,
  request: RosterRequest,
  addresses: readonly RosterAddress[],
  names: Map<string, string>,
): Promise<RosterReading> {
  for (const address of addresses) {
    try {
      return await readOne(db, request, address, names);
    } catch (error) {
      const goesOn = error instanceof RosterError && (error.code === 'declined' || address.extent === 'changes');
      if (!goesOn) throw error;
    }
  }
  throw new RosterError('not-allowed', 'the platform gives the roster at none of its addresses');
}

async function readOne(
  db: Db,
  { place, url, ask, now }: RosterRequest,
  address: RosterAddress,
  names: Map<string, string>,
): Promise<RosterReading> {
  const readAt = now();
  const members = new Map<string, RosterReading['members'][number]>();
  let differencesUrl: string | null = null;
  for await (const page of readPages(ask, sameOrigin(address.url, url))) {
    const ids = page.members.map(({ lmsUserId }) => lmsUserId);
    const people = await upsertPeople(db, place.tenantId, ids);
    for (const { lmsUserId, name, role, status } of page.members) {
      const person = people.get(lmsUserId);
      if (!person) continue;
      members.set(person.id, { personId: person.id, role, status });
      if (name !== null) names.set(person.id, name);
    }
    if (page.differences !== null) differencesUrl = sameOrigin(page.differences, page.url);
    if (now().getTime() - readAt.getTime() > MOST_MS) throw new RosterError('unreachable', 'the list takes too long');
  }
  return { members: [...members.values()], readAt, differencesUrl, extent: address.extent };
}
