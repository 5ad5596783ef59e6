import type { AssignmentSettings } from './assignment.ts';

/** Settings of an assignment for which nobody chose any. */
export const DEFAULT_SETTINGS = {
  attempts: 2,
  counts: 'last',
  results: 'per-step',
} as const satisfies Partial<AssignmentSettings>;
