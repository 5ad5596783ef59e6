import type { Roster, RosterProblem } from '@mgv/contracts';
import type { Logger } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import { Recent } from '../session/recent.ts';
import { type AskMembers } from './ask-members.ts';
import { readRoster } from './read-roster.ts';
import { RosterError } from './roster.error.ts';
import { type KnownRoster, type RosterPlace, selectOptionalRoster } from './roster.repository.ts';

/** How long a roster, or the platform's refusal, is not asked for again, in milliseconds. */
const FRESH_MS = 60_000;
/** How long a page waits for a roster before it gets the last known one. */
const PATIENCE_MS = 8000;
/** Rosters kept in memory; the oldest goes first. */
const SIZE = 100;

interface Needs {
  db: Db;
  now: () => Date;
  logger: Logger;
  /** How to ask a tenant's platform. */
  askerFor: (tenantId: string) => AskMembers;
  patienceMs?: number;
}

interface Kept {
  roster: Roster;
  /** Names that the platform gave, by person id: in memory alone. */
  names: ReadonlyMap<string, string>;
  triedAt: number;
}

const keyOf = ({ tenantId, courseId, linkId }: RosterPlace): string => JSON.stringify([tenantId, courseId, linkId]);

/**
 * Rosters by link, at most a minute old. Everybody who asks for one at the same time shares one reading; when the
 * platform fails there is the last one that any instance read.
 */
export class Rosters {
  readonly #needs: Needs;
  readonly #kept = new Recent<Kept>(SIZE);
  readonly #readings = new Map<string, Promise<Kept>>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** @param url - `context_memberships_url` of the launch. */
  async get(place: RosterPlace, url: string): Promise<Roster> {
    const key = keyOf(place);
    const kept = this.#kept.get(key);
    if (kept && this.#needs.now().getTime() - kept.triedAt < FRESH_MS) return kept.roster;
    const reading = this.#readings.get(key) ?? this.#start(key, place, url);
    const read = await within(reading, this.#needs.patienceMs ?? PATIENCE_MS);
    if (read) return read.roster;
    return { ...(kept?.roster ?? (await this.#lastKnown(place))), problem: 'still-reading' };
  }

  #start(key: string, place: RosterPlace, url: string): Promise<Kept> {
    const reading = this.#read(key, place, url).finally(() => this.#readings.delete(key));
    this.#readings.set(key, reading);
    return reading;
  }

  async #read(key: string, place: RosterPlace, url: string): Promise<Kept> {
    const { db, now, askerFor } = this.#needs;
    const before = this.#kept.get(key);
    try {
      const read = await readRoster(db, { place, url, ask: askerFor(place.tenantId), now });
      const names = new Map([...(before?.names ?? []), ...read.names]);
      return this.#keep(key, rosterOf(read.roster, names, null), names);
    } catch (error) {
      const problem = this.#explain(error, place);
      const roster = { ...(before?.roster ?? (await this.#lastKnown(place))), problem };
      return this.#keep(key, roster, before?.names ?? new Map());
    }
  }

  #keep(key: string, roster: Roster, names: Kept['names']): Kept {
    const kept = { roster, names, triedAt: this.#needs.now().getTime() };
    this.#kept.set(key, kept);
    return kept;
  }

  /** @throws what is no fault of the platform. */
  #explain(error: unknown, { tenantId }: RosterPlace): RosterProblem {
    if (!(error instanceof RosterError)) throw error;
    const code = error.code === 'declined' ? 'not-allowed' : error.code;
    this.#needs.logger.warn({ tenantId, code, why: error.message }, 'the roster could not be read');
    return code;
  }

  async #lastKnown(place: RosterPlace): Promise<Roster> {
    return rosterOf(await selectOptionalRoster(this.#needs.db, place), new Map(), null);
  }
}

function rosterOf(known: KnownRoster | null, names: Kept['names'], problem: RosterProblem | null): Roster {
  const members = known?.members.map((member) => ({ ...member, name: names.get(member.personId) ?? member.name }));
  return { members: members ?? [], readAt: known?.readAt.toISOString() ?? null, problem };
}

/** What a promise gives, or `null` when it takes longer; it goes on then. */
async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, milliseconds);
  });
  // It may fail when nobody waits for it any more.
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
