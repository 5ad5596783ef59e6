import type { Db } from '@mgv/service-kit/database';
import { Batcher } from '../session/batcher.ts';
import { Recent } from '../session/recent.ts';
import { insertLogins, type Login, type NewLogin, selectOptionalLogins } from './login.repository.ts';

/** Logins of this process that are kept in memory as well. */
const SIZE = 10_000;

/**
 * Logins under way. They are rows, so that any instance can finish them and exactly one launch can use each; this
 * instance's own are kept in memory too, which spares a launch the look-up.
 */
export class Logins {
  readonly #recent = new Recent<Login>(SIZE);
  readonly #writing: Batcher<NewLogin, true>;
  readonly #reading: Batcher<string, Login | null>;

  constructor(db: Db) {
    this.#writing = new Batcher(async (begun) => {
      await insertLogins(db, begun);
      return begun.map(() => true);
    });
    this.#reading = new Batcher((stateHashes) => selectOptionalLogins(db, stateHashes));
  }

  /** Writes a login that begins. */
  async begin(login: NewLogin): Promise<void> {
    await this.#writing.do(login);
    this.#recent.set(login.stateHash, { ...login, usedAt: null });
  }

  /** The login of a state, by its hash; also one that was used or has expired. */
  async find(stateHash: string): Promise<Login | null> {
    return this.#recent.get(stateHash) ?? this.#reading.do(stateHash);
  }

  /** A launch tried to use it: from here on only the row tells what it is. */
  forget(stateHash: string): void {
    this.#recent.delete(stateHash);
  }
}
