import { z } from 'zod';
import { createSigner, type Signer } from './signed-text.ts';

const LoginSchema = z.strictObject({
  /** SHA-256 of the nonce: what a launch uses up. */
  id: z.string(),
  /** SHA-256 of the secret that only this browser holds. */
  bindingHash: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  /** `lti_deployment_id` of the login. */
  deploymentHint: z.string().nullable(),
  targetLinkUri: z.string(),
  /** `lti_storage_target` of the login, where this browser's secret was put; `null` where it was not. */
  storageTarget: z.string().nullable(),
  /** What the platform needs to begin this login again; `null` when it was too long to travel with the state. */
  hints: z.strictObject({ login: z.string(), message: z.string().nullable() }).nullable(),
  expiresAt: z.iso.datetime().transform((at) => new Date(at)),
});

/** A login under way, as its state carries it. */
export type Login = z.infer<typeof LoginSchema>;

/** Longest state that still carries the hints, in signs: it travels in an address, beside those hints. */
const LONGEST_WITH_HINTS = 1500;

/**
 * Makes and reads states. A state carries its login, signed, so that any instance can finish it and one that is never
 * finished leaves nothing behind; that it is used once is seen to where the session is written.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request
 */
export class LoginStates {
  readonly #signer: Signer;

  /** @param secret - Shared by all instances. */
  constructor(secret: string) {
    this.#signer = createSigner(secret, 'login state');
  }

  /** The state of a login; hints that make it long are left out. */
  seal(login: Login): string {
    const state = this.#signer.seal(login);
    return state.length > LONGEST_WITH_HINTS ? this.#signer.seal({ ...login, hints: null }) : state;
  }

  /** The login of a state, also when it has expired; `null` when the state is not one of ours. */
  open(state: string): Login | null {
    return LoginSchema.safeParse(this.#signer.open(state)).data ?? null;
  }
}
