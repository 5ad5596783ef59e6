import type { PassbackView, StudentMark } from '@mgv/contracts';
import { explainReason } from './explain-reason.ts';
import type { Passback } from './passbacks.repository.ts';

/** A passback as trainers see it. */
export function passbackView({ id, state, tries, reason, nextTryAt, updatedAt }: Passback): PassbackView {
  return {
    id,
    state,
    tries,
    reason,
    explanation: explainReason(reason),
    nextTryAt: state === 'waiting' && tries > 0 ? (nextTryAt?.toISOString() ?? null) : null,
    updatedAt: updatedAt.toISOString(),
  };
}

/** What a student reads about a released mark. */
export function studentGradebook(passback: Passback | null, counts: boolean): StudentMark['gradebook'] {
  if (!counts) return 'other-attempt-counts';
  if (passback?.state === 'confirmed' || passback?.state === 'sent') return 'in-gradebook';
  return passback?.state === 'waiting' ? 'on-its-way' : 'not-sent';
}
