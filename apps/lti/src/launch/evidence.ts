import type { Login } from '../login/login.repository.ts';
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
  /** Secret from the cookie of this login. */
  binding: string | null;
  registration: Registration | null;
  key: FoundKey | null;
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
