/** A scoring call that makes no sense; `code` says why. */
export class ScoringError extends Error {
  readonly code: 'UNKNOWN_CRITERION' | 'UNKNOWN_LEVEL' | 'UNKNOWN_STEP' | 'WRONG_KIND' | 'BAD_MAXIMUM';

  constructor(code: ScoringError['code'], message: string) {
    super(message);
    this.name = 'ScoringError';
    this.code = code;
  }
}
