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
  readonly #first: Batcher<LaunchRecord, LaunchIds | null>;
  readonly #again: Batcher<LaunchRecord & LaunchIds, LaunchIds | null>;

  constructor(db: Db) {
    this.#first = new Batcher((launches) => insertLaunches(db, launches));
    this.#again = new Batcher((launches) => insertKnownLaunches(db, launches));
  }

  /** Uses up the login and starts the session. @returns false when the login was used before. */
  async write(launch: LaunchRecord): Promise<boolean> {
    const key = keyOf(launch);
    const known = this.#known.get(key);
    if (known && (await this.#again.do({ ...launch, ...known }))) return true;
    // Also when what we remember has been deleted meanwhile: the long way makes it anew.
    const ids = await this.#first.do(launch);
    if (ids) this.#known.set(key, ids);
    return ids !== null;
  }
}
