import type { History } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { BoundedCache } from '../platforms/bounded-cache.ts';
import type { Session } from '../session/session.repository.ts';
import { selectAncestors } from './notices.repository.ts';

/** How long a notice that came to another instance may go unnoticed. */
const NOTICED_WITHIN_MS = 60_000;

interface Needs {
  db: Db;
  now: () => Date;
}

/** Where the course and link of a session were copied from, as grading knows them: courses by our own id. */
export class CourseHistory {
  readonly #db: Db;
  readonly #ancestors: BoundedCache<string[]>;

  constructor({ db, now }: Needs) {
    this.#db = db;
    this.#ancestors = new BoundedCache({ size: 5000, lifetimeMs: NOTICED_WITHIN_MS, now });
  }

  async of({ tenantId, courseId, facts: { history } }: Session): Promise<History> {
    const { contexts, links } = history;
    const key = JSON.stringify([tenantId, courseId, contexts]);
    const courseIds = await this.#ancestors.get(key, () => selectAncestors(this.#db, { tenantId, courseId, contexts }));
    return { courseIds, linkIds: links };
  }

  /** A notice came: looks again. */
  forget(): void {
    this.#ancestors.clear();
  }
}
