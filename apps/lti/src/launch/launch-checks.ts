import type { LaunchCheck } from './evidence.ts';
import { loginChecks } from './login-checks.ts';
import { messageChecks } from './message-checks.ts';
import { platformChecks } from './platform-checks.ts';
import { timeChecks } from './time-checks.ts';
import { tokenChecks } from './token-checks.ts';

/** Everything a launch must pass, in the order in which it is asked; the first that fails is the refusal. */
export const launchChecks: readonly LaunchCheck[] = [
  ...tokenChecks,
  ...loginChecks,
  ...platformChecks,
  ...timeChecks,
  ...messageChecks,
];
