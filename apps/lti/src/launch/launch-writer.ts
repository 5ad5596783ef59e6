import type { Db } from '@mgv/service-kit/database';
import { Batcher } from '../session/batcher.ts';
import { Recent } from '../session/recent.ts';
import { insertKnownLaunches, insertLaunches, type LaunchIds, type LaunchRecord } from './launch.repository.ts';

/** People at a link whose ids this process remembers. */
const SIZE = 20_000;

/** Everything that makes the rows of a person, a course and a link: when it is the same, they need no writing. */
const keyOf = ({ tenantId, contextId, facts: { person, link } }: LaunchRecord): string =>
  JSON.stringify([tenantId, contextId, person.lmsUserId, person.name, link?.id ?? null]);

/**
 * Writes launches; those of one moment share a statement. Who launched from the same place before takes a short way, on
 * which person, course and link are neither read nor written.
 */
export class LaunchWriter {
  readonly #known = new Recent<LaunchIds>(SIZE);
  readonly #first: Batcher<LaunchRecord, LaunchIds | 'state-used'>;
  readonly #again: Batcher<LaunchRecord & LaunchIds, LaunchIds | 'state-used'>;

  constructor(db: Db) {
    const orUsed = (ids: LaunchIds | null): LaunchIds | 'state-used' => ids ?? 'state-used';
    this.#first = new Batcher(async (launches) => (await insertLaunches(db, launches)).map(orUsed));
    this.#again = new Batcher(async (launches) => (await insertKnownLaunches(db, launches)).map(orUsed));
  }

  /** Uses up the login's state and starts the session. @returns false when the state was used before. */
  async write(launch: LaunchRecord): Promise<boolean> {
    const key = keyOf(launch);
    const known = this.#known.get(key);
    const first = (): Promise<LaunchIds | 'state-used'> => this.#first.do(launch);
    // What we remember may have been deleted meanwhile: then the long way makes it anew.
    const ids = await (known ? this.#again.do({ ...launch, ...known }).catch(first) : first());
    if (ids === 'state-used') return false;
    this.#known.set(key, ids);
    return true;
  }
}
