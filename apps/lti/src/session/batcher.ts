import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

/** How long the next batch gathers while it is busy, in milliseconds. */
const GATHER_MS = 10;

/**
 * Does together what is asked at the same time: while one batch is under way the next one gathers, so that a class that
 * opens an assignment all at once costs a few statements instead of a few for each.
 */
export class Batcher<Item, Result> {
  readonly #run: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly #most: number;
  #waiting: Waiting<Item, Result>[] = [];
  #running = false;

  /**
   * @param run - Gives one result per item, in the same order.
   * @param most - Items in one batch.
   */
  constructor(run: (items: readonly Item[]) => Promise<readonly Result[]>, most = 100) {
    this.#run = run;
    this.#most = most;
  }

  /** The result for one item. When a batch fails its items are tried one by one, so that none fails for another. */
  do(item: Item): Promise<Result> {
    const result = new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
    });
    if (!this.#running) {
      this.#running = true;
      void this.#work();
    }
    return result;
  }

  async #work(): Promise<void> {
    // An embedded database keeps the event loop busy: let in the requests that came meanwhile, so that they join.
    await nextTurn();
    while (this.#waiting.length > 0) {
      await this.#together(this.#waiting.splice(0, this.#most));
      // Whoever came meanwhile shows that it is busy: a moment makes the next batch larger.
      if (this.#waiting.length > 0) await delay(GATHER_MS);
    }
    this.#running = false;
  }

  async #together(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#run(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index];
        if (result === undefined) reject(new Error('a batch gave too few results'));
        else resolve(result);
      }
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const waiting of batch) await this.#together([waiting]);
    }
  }
}
