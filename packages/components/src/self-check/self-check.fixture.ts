import type { SelfCheck } from '@mgv/contracts';

const SCOPE = 'https://purl.imsglobal.org/spec/lti-ags/scope/';

/** A connection where all is well, with changes. */
export function selfCheck(change: Partial<SelfCheck> = {}): SelfCheck {
  return {
    at: '2026-03-03T14:00:00.000Z',
    role: 'trainer',
    platform: { issuer: 'https://lms.example', clientId: 'client-1', deploymentId: '1', family: 'moodle' },
    checks: 31,
    clock: { ahead: 1, reachable: true },
    roster: { people: 12, students: 10, problem: null },
    gradebook: {
      lineItem: 'https://lms.example/lineitem/1',
      lineItems: 'https://lms.example/lineitems',
      scopes: ['score', 'result.readonly', 'lineitem'].map((name) => SCOPE + name),
    },
    ...change,
  };
}

/** AGS scopes by their short names. */
export const scopes = (...names: string[]): string[] => names.map((name) => SCOPE + name);
