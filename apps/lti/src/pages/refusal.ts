import { ProblemError } from '@mgv/service-kit';
import { REFUSAL_TEXTS, type RefusalKind } from './refusal-texts.ts';

interface RefusalOptions {
  /** Stable code, for logs and documentation; the kind itself when there is nothing finer to say. */
  code?: string;
  /** Shown on the page and logged, such as the issuer: nothing about a person. */
  facts?: Record<string, string>;
  /** Where 'open in a new window' goes. */
  restartUrl?: string;
  cause?: unknown;
}

/** A login or launch that does not go on; answered as a page for a person. */
export class Refusal extends ProblemError {
  readonly facts: Record<string, string>;
  readonly restartUrl: string | null;

  constructor(kind: RefusalKind, { code = kind, facts = {}, restartUrl, cause }: RefusalOptions = {}) {
    super(code, REFUSAL_TEXTS[kind], { cause });
    this.name = 'Refusal';
    this.facts = facts;
    this.restartUrl = restartUrl ?? null;
  }
}
