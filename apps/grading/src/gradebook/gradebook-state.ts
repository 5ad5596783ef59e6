import type { AssignmentView, Gradebook } from '@mgv/contracts';
import type { Reason } from './explain-reason.ts';

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope';

/** AGS scopes, by what they allow. @see https://www.imsglobal.org/spec/lti-ags/v2p0 */
export const SCOPES = {
  score: `${AGS}/score`,
  result: `${AGS}/result.readonly`,
  lineItem: `${AGS}/lineitem`,
  lineItemRead: `${AGS}/lineitem.readonly`,
} as const;

/** Whether a platform takes marks from an assignment, by its AGS claim. */
export function gradebookState(gradebook: Gradebook | null): AssignmentView['gradebook'] {
  if (!gradebook) return 'absent';
  if (!gradebook.scopes.includes(SCOPES.score)) return 'no-permission';
  const may = gradebook.scopes.includes(SCOPES.lineItem) || gradebook.scopes.includes(SCOPES.lineItemRead);
  return gradebook.lineItem !== null || (gradebook.lineItems !== null && may) ? 'connected' : 'no-line-item';
}

/** Why a mark cannot even be tried; `null` when it can. */
export function whyNotConnected(gradebook: Gradebook | null): Reason | null {
  const state = gradebookState(gradebook);
  if (state === 'connected') return null;
  return state === 'absent' ? 'no-claim' : state;
}
