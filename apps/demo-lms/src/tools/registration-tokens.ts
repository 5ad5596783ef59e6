import { randomBytes } from 'node:crypto';
import { expiringMap } from '../platform/launches.ts';

/** One-time tokens that let a tool register. */
export interface RegistrationTokens {
  /** Good for an hour, and for one registration. */
  issue: () => string;
  isOpen: (token: string) => boolean;
  /** Uses a token up. */
  close: (token: string) => void;
}

/** Starts with none. */
export function createRegistrationTokens(now: () => Date): RegistrationTokens {
  const open = expiringMap<true>(60 * 60_000, 1000, now);
  return {
    issue: () => {
      const token = randomBytes(24).toString('base64url');
      open.set(token, true);
      return token;
    },
    isOpen: (token) => open.get(token) !== undefined,
    close: open.delete,
  };
}
