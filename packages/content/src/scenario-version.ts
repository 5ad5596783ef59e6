import { createHash } from 'node:crypto';
import type { Scenario } from '@mgv/core';

/** JSON with sorted keys and no white space, so that the order of fields in the file does not count. */
export function canonicalJson(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map((item: unknown) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const fields = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`);
  return `{${fields.join(',')}}`;
}

/**
 * The version of a scenario: the SHA-256 of its canonical JSON, as 64 hex digits. Changes with every word; white space,
 * comments and the order of fields in the file do not change it.
 */
export function scenarioVersion(scenario: Scenario): string {
  return createHash('sha256').update(canonicalJson(scenario)).digest('hex');
}
