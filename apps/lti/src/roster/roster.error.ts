import type { RosterProblem } from '@mgv/contracts';

/** Why a reading of the roster failed. `declined`: this address is not for us, another one may be. */
export class RosterError extends Error {
  readonly code: Exclude<RosterProblem, 'still-reading'> | 'declined';

  constructor(code: RosterError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RosterError';
    this.code = code;
  }
}
