import type { OutboundAnswer, OutboundError } from '@mgv/service-kit';
import type { Reason } from './explain-reason.ts';

/** What a platform's answer to a score means. */
export type Verdict =
  | { kind: 'accepted' }
  /** 401: once more with a fresh token. */
  | { kind: 'token-expired' }
  /** 409: the platform has this score, or a newer one; the result tells. */
  | { kind: 'conflict' }
  | { kind: 'retry'; reason: Reason }
  | { kind: 'refused'; reason: Reason };

interface Rule {
  when: (answer: OutboundAnswer) => boolean;
  verdict: Verdict;
}

const status =
  (...codes: number[]) =>
  (answer: OutboundAnswer): boolean =>
    codes.includes(answer.status);
const refused = (reason: Reason): Verdict => ({ kind: 'refused', reason });
const retry = (reason: Reason): Verdict => ({ kind: 'retry', reason });

/** The first rule that fits decides. */
const RULES: readonly Rule[] = [
  { when: ({ status: code }) => code >= 200 && code < 300, verdict: { kind: 'accepted' } },
  { when: status(401), verdict: { kind: 'token-expired' } },
  { when: status(409), verdict: { kind: 'conflict' } },
  // Canvas throttles with 403.
  {
    when: ({ status: code, headers }) => code === 403 && Number(headers['x-rate-limit-remaining'] ?? 1) <= 0,
    verdict: retry('too-many-requests'),
  },
  { when: status(408, 425, 429), verdict: retry('too-many-requests') },
  { when: status(403), verdict: refused('no-access') },
  { when: status(404, 410), verdict: refused('not-found') },
  // Moodle says this of people who are no student in the course; Canvas says it with 422.
  {
    when: ({ status: code, statusText }) => code === 400 && statusText.startsWith('Incorrect score received'),
    verdict: refused('not-a-member'),
  },
  { when: status(422), verdict: refused('not-a-member') },
  // Moodle's locked grade or column: permanent until somebody unlocks it.
  { when: ({ status: code, body }) => code === 500 && body.trim() === '[]', verdict: refused('locked') },
  { when: ({ status: code }) => code >= 500, verdict: retry('server-error') },
];

/** What a platform's answer to a score means. */
export function classifyAnswer(answer: OutboundAnswer): Verdict {
  return RULES.find(({ when }) => when(answer))?.verdict ?? refused('refused-by-lms');
}

/** What it means that there is no answer. */
export function classifyFailure(error: OutboundError): Verdict & { kind: 'retry' | 'refused' } {
  const unusable = ['bad-url', 'private-address', 'redirected'].includes(error.code);
  return unusable ? { kind: 'refused', reason: 'bad-address' } : { kind: 'retry', reason: 'unreachable' };
}
