interface Options {
  /** Entries kept; the oldest goes first. */
  size: number;
  /** How long an entry counts, in milliseconds. */
  lifetimeMs: number;
  now: () => Date;
}

/** Values by key, for a while. Callers that ask for the same missing value share one look-up. */
export class BoundedCache<Value> {
  readonly #options: Options;
  readonly #entries = new Map<string, { value: Promise<Value>; until: number }>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** The kept value, or what `load` gives. A value that is `null`, and a failed look-up, are not kept. */
  async get(key: string, load: () => Promise<Value>): Promise<Value> {
    const now = this.#options.now().getTime();
    const kept = this.#entries.get(key);
    if (kept && kept.until > now) return kept.value;
    const value = load();
    const entry = { value, until: now + this.#options.lifetimeMs };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#forgetOldest();
    try {
      const loaded = await value;
      if (loaded === null) this.#drop(key, entry);
      return loaded;
    } catch (error) {
      this.#drop(key, entry);
      throw error;
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.clear();
  }

  #drop(key: string, entry: object): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }

  #forgetOldest(): void {
    if (this.#entries.size <= this.#options.size) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}
