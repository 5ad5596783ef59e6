import type { LaunchCheck } from './evidence.ts';

/** Largest token taken, in bytes; real ones are 4 to 8 kB. */
export const MAX_TOKEN_BYTES = 100_000;

/** The token's outside: what can be said before anything is looked up. */
export const tokenChecks: readonly LaunchCheck[] = [
  {
    code: 'token-too-large',
    rule: 'the id_token is at most 100 kB',
    section: 'hardening',
    refusal: 'launch-invalid',
    passes: ({ idToken }) => idToken.length <= MAX_TOKEN_BYTES,
  },
  {
    code: 'token-malformed',
    rule: 'the id_token is a signed JWT of three parts, header and claims are JSON objects',
    section: 'SEC 5.1.3',
    refusal: 'launch-invalid',
    passes: ({ wellFormed }) => wellFormed,
  },
  {
    code: 'algorithm-not-allowed',
    rule: 'the token is signed with RS256: not none, not with a shared secret, not with anything else',
    section: 'SEC 5.1.3 rule 6, SEC 6',
    refusal: 'launch-invalid',
    passes: ({ header }) => header['alg'] === 'RS256',
  },
  {
    code: 'critical-header',
    rule: 'the header demands nothing that we do not know (crit)',
    section: 'SEC 5.1.3, RFC 7515 4.1.11',
    refusal: 'launch-invalid',
    passes: ({ header }) => header['crit'] === undefined && header['b64'] === undefined,
  },
  {
    code: 'kid-missing',
    rule: 'the header names its key by kid; keys inside the header are never used',
    section: 'SEC 6.3',
    refusal: 'launch-invalid',
    passes: ({ header }) => typeof header['kid'] === 'string' && header['kid'] !== '' && header['kid'].length <= 255,
  },
];
