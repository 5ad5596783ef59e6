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

/** What only the database can tell, asked last: by the statement that writes the session. */
export const useCheck: Omit<LaunchCheck, 'passes'> = {
  code: 'state-used',
  rule: 'the state, and with it the nonce, has not been used before',
  section: 'SEC 5.1.3 rule 9',
  refusal: 'login-over',
};
