import type { Reason } from './explain-reason.ts';

interface Options extends ErrorOptions {
  /** Milliseconds that the platform asked to wait. */
  retryAfter?: number;
}

/** A score could not be delivered: `code` says why, `final` whether trying again by ourselves makes no sense. */
export class DeliveryError extends Error {
  readonly code: Reason;
  readonly final: boolean;
  readonly retryAfter: number;

  constructor(code: Reason, final: boolean, { retryAfter = 0, ...options }: Options = {}) {
    super(`score not delivered: ${code}`, options);
    this.name = 'DeliveryError';
    this.code = code;
    this.final = final;
    this.retryAfter = retryAfter;
  }
}

/** Another instance took over the deliveries of this tenant; nothing may be sent any more. */
export class LeaseLostError extends Error {
  constructor() {
    super('another instance delivers for this tenant now');
    this.name = 'LeaseLostError';
  }
}
