import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '@mgv/service-kit';
import { type State, StateSchema } from './state.schema.ts';

/** The state in memory, with a file that follows it. */
export interface StateStore {
  /** The state now. Change it through {@link StateStore.change} only. */
  readonly state: State;
  /** Changes the state at once, and resolves when the change is on disk. `mutate` must not throw half-way. */
  change: <Result>(mutate: (state: State) => Result) => Promise<Result>;
  /** Resolves when nothing waits to be written; rejects when the last write failed. */
  settled: () => Promise<void>;
}

/**
 * Opens `<folder>/state.json`, or starts with `initial` when there is none. One write at a time, each to a temporary
 * file that then takes the place of the old one; changes that come during a write share the next.
 *
 * @throws {EnvironmentError} when the file cannot be read, or does not hold a state.
 */
export async function openStateStore(folder: string, initial: () => State): Promise<StateStore> {
  const file = join(folder, 'state.json');
  const found = readState(folder, file);
  const state = found ?? initial();
  const save = writer(file, () => JSON.stringify(state, null, 1));
  if (!found) await save();
  return {
    state,
    change: async (mutate) => {
      const result = mutate(state);
      await save();
      return result;
    },
    settled: save,
  };
}

function readState(folder: string, file: string): State | null {
  let text: string;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new EnvironmentError(`DATA_DIR: cannot read ${file}`, { cause: error });
  }
  return parseState(text, file);
}

function parseState(text: string, file: string): State {
  const broken = (why: string, cause: unknown): EnvironmentError =>
    new EnvironmentError(`${file} is broken (${why}): repair it, or move it away to start with an empty course`, {
      cause,
    });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw broken('it is not JSON', error);
  }
  const parsed = StateSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw broken(`${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`, parsed.error);
}

/** A function that writes what `content` gives then: calls during a write wait for one next write. */
function writer(file: string, content: () => string): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    next = null;
    const draft = `${file}.new`;
    await writeFile(draft, content(), { mode: 0o600 });
    await rename(draft, file);
  };
  return () => {
    if (next) return next;
    next = running.catch(() => undefined).then(write);
    running = next;
    return next;
  };
}
