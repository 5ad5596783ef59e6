import { readFileSync } from 'node:fs';
import { type PlatformConfiguration, readConfiguration } from '../platform-configuration.ts';

/** An answer of a platform as it was recorded, by its name in `fixtures/`. */
export function recorded(name: string): Record<string, unknown> {
  const file = new URL(`../fixtures/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

/** The configuration in a recorded answer, with changes. */
export function recordedConfiguration(name: string, changes: object = {}): PlatformConfiguration {
  const read = readConfiguration({ ...recorded(name), ...changes });
  if ('wrong' in read) throw new Error(`the recorded configuration lacks ${read.wrong.join()}`);
  return read;
}
