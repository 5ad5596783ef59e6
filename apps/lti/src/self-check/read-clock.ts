import type { SelfCheck } from '@mgv/contracts';
import { OutboundError, type PlatformFetch } from '@mgv/service-kit';

interface Needs {
  fetch: PlatformFetch;
  now: () => Date;
}

/**
 * Compares the platform's clock with ours, by the `Date` of its key set: to about a second, for that header has no more.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1
 */
export async function readClock({ fetch, now }: Needs, jwksUrl: string): Promise<SelfCheck['clock']> {
  const asked = now().getTime();
  try {
    const { status, headers } = await fetch(jwksUrl);
    const theirs = Date.parse(headers['date'] ?? '');
    // The header was written some time between question and answer, and is rounded down.
    const ours = (asked + now().getTime()) / 2 - 500;
    return { ahead: Number.isNaN(theirs) ? null : Math.round((theirs - ours) / 1000), reachable: status === 200 };
  } catch (error) {
    if (error instanceof OutboundError) return { ahead: null, reachable: false };
    throw error;
  }
}
