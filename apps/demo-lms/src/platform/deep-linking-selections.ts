import { randomBytes } from 'node:crypto';
import { expiringMap } from './launches.ts';

/** Selections under way: who opened the picker, by the `data` that its answer must bring back. */
export interface DeepLinkingSelections {
  /** Remembers for an hour that this person is choosing; gives the opaque `data`. */
  begin: (userId: string) => string;
  /** Who chose, once: it is forgotten. `null` when nobody did. */
  takeOptional: (data: string) => string | null;
}

/** Starts with nobody choosing. */
export function createSelections(now: () => Date): DeepLinkingSelections {
  const open = expiringMap<string>(60 * 60_000, 1000, now);
  return {
    begin: (userId) => {
      const data = randomBytes(18).toString('base64url');
      open.set(data, userId);
      return data;
    },
    takeOptional: (data) => {
      const userId = open.get(data) ?? null;
      open.delete(data);
      return userId;
    },
  };
}
