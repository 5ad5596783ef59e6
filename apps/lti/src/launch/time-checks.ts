import type { Evidence, LaunchCheck } from './evidence.ts';

/** How far the clocks of platform and tool may differ, in seconds. */
const LEEWAY = 60;
/** Oldest token taken, in seconds: a login lives 10 minutes, and clocks differ. */
const OLDEST = 3600;

const seconds = ({ now }: Evidence): number => now.getTime() / 1000;
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0;

/** When the token was made, and until when it counts. */
export const timeChecks: readonly LaunchCheck[] = [
  {
    code: 'times-missing',
    rule: 'exp and iat are there, as numbers',
    section: 'SEC 5.1.2, 5.1.3 rules 7 and 8',
    refusal: 'launch-invalid',
    passes: ({ claims }) => isTime(claims['exp']) && isTime(claims['iat']),
  },
  {
    code: 'token-expired',
    rule: 'exp lies ahead, give or take 60 s',
    section: 'SEC 5.1.3 rule 7',
    refusal: 'login-over',
    passes: (evidence) => isTime(evidence.claims['exp']) && evidence.claims['exp'] + LEEWAY > seconds(evidence),
  },
  {
    code: 'token-from-the-future',
    rule: 'iat lies behind, give or take 60 s',
    section: 'SEC 5.1.3 rule 8',
    refusal: 'launch-invalid',
    passes: (evidence) => isTime(evidence.claims['iat']) && evidence.claims['iat'] - LEEWAY <= seconds(evidence),
  },
  {
    code: 'token-too-old',
    rule: 'iat is at most an hour ago',
    section: 'SEC 5.1.3 rule 8',
    refusal: 'login-over',
    passes: (evidence) => isTime(evidence.claims['iat']) && evidence.claims['iat'] + OLDEST > seconds(evidence),
  },
  {
    code: 'times-reversed',
    rule: 'exp comes after iat',
    section: 'SEC 5.1.3 rules 7 and 8',
    refusal: 'launch-invalid',
    passes: ({ claims: { exp, iat } }) => isTime(exp) && isTime(iat) && exp > iat,
  },
];
