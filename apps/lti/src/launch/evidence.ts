import type { Login } from '../login/login-states.ts';
import type { Admission } from '../platforms/deployments.ts';
import type { FoundKey } from '../platforms/platform-keys.ts';
import type { Registration } from '../platforms/registration.ts';
import type { RefusalKind } from '../pages/refusal-texts.ts';

/**
 * Everything a launch is judged by. What could not be found is `null`, so that a check that is asked too early refuses
 * instead of letting through.
 */
export interface Evidence {
  now: Date;
  publicUrl: string;
  allowPrivateNetworks: boolean;
  idToken: string;
  /** Protected header; empty when the token cannot be read. */
  header: Readonly<Record<string, unknown>>;
  /** Claims as they stand in the token; not to be trusted before the signature has been checked. */
  claims: Readonly<Record<string, unknown>>;
  /** Whether the token has the shape of a signed JWT. */
  wellFormed: boolean;
  login: Login | null;
  /** This browser's secret of this login: from its cookie, or from the platform's storage. */
  binding: string | null;
  registration: Registration | null;
  key: FoundKey | null;
  /**
   * Whether the deployment may be launched. Asked last: one never seen before is written down by the asking. `null`
   * when the registration is not known.
   */
  admit: () => Promise<Admission | null>;
}

/** One rule of a launch. */
export interface LaunchCheck {
  /** Stable code of the refusal. */
  code: string;
  /** The rule in plain words. */
  rule: string;
  /** Where it stands: SEC is the Security Framework 1.0, CORE is LTI Core 1.3, DL is Deep Linking 2.0. */
  section: string;
  /** Which page the person sees when it fails. */
  refusal: RefusalKind;
  passes: (evidence: Evidence) => boolean | Promise<boolean>;
}
