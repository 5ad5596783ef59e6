import { matchesHash } from '../login/secrets.ts';
import type { LaunchCheck } from './evidence.ts';

/** The login that this launch answers: ours, recent, not used, of this browser. */
export const loginChecks: readonly LaunchCheck[] = [
  {
    code: 'state-unknown',
    rule: 'the state is one that we gave out',
    section: 'SEC 5.1.1.5',
    refusal: 'login-over',
    passes: ({ login }) => login !== null,
  },
  {
    code: 'state-expired',
    rule: 'the login began less than 10 minutes ago',
    section: 'SEC 5.1.1.5',
    refusal: 'login-over',
    passes: ({ login, now }) => login !== null && login.expiresAt > now,
  },
  {
    code: 'cookies-blocked',
    rule: "the browser sends back the secret of this login: its cookie, or what the platform's storage kept",
    section: 'SEC 5.1.1.5',
    refusal: 'cookies-blocked',
    passes: ({ binding }) => binding !== null,
  },
  {
    code: 'other-browser',
    rule: 'the login was begun in this browser',
    section: 'SEC 5.1.1.5',
    refusal: 'other-browser',
    passes: ({ login, binding }) => login !== null && binding !== null && matchesHash(binding, login.bindingHash),
  },
];
