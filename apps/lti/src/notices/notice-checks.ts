import { z } from 'zod';
import { CLAIM, IdClaimSchema } from '../launch/claims.ts';
import type { Evidence, LaunchCheck } from '../launch/evidence.ts';
import { messageChecks } from '../launch/message-checks.ts';
import { platformChecks } from '../launch/platform-checks.ts';
import { timeChecks } from '../launch/time-checks.ts';
import { tokenChecks } from '../launch/token-checks.ts';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/';

/** Claims of a notice. @see https://www.imsglobal.org/spec/lti-pns/v1p0/#notice-claims */
export const NOTICE_CLAIM = { notice: `${LTI}notice`, originContexts: `${LTI}origin_contexts` } as const;

/** What a notice says, once it is sure who says it. */
export const NoticeClaimsSchema = z.object({
  [CLAIM.deploymentId]: IdClaimSchema,
  [NOTICE_CLAIM.notice]: z.object({ id: IdClaimSchema, type: z.string().min(1).max(255) }),
  [CLAIM.context]: z.object({ id: IdClaimSchema }).nullish(),
  [NOTICE_CLAIM.originContexts]: z.array(IdClaimSchema).max(50).nullish(),
});

/** The notice about a course that was made as a copy of others. */
export const CONTEXT_COPY = 'LtiContextCopyNotice';

/** Whether a copy notice names the copy and at least one course that it was made from. */
function isWhole({ claims }: Evidence): boolean {
  const { data } = NoticeClaimsSchema.safeParse(claims);
  if (!data) return false;
  if (data[NOTICE_CLAIM.notice].type !== CONTEXT_COPY) return true;
  return Boolean(data[CLAIM.context]) && (data[NOTICE_CLAIM.originContexts] ?? []).length > 0;
}

/** Checks of a launch that hold for a notice as well. */
const SHARED = new Set(['version-wrong', 'deployment-missing']);

/**
 * Everything a notice must pass, in this order: the same as a launch, apart from login, person and message. A notice has
 * no login of its own; it counts as asked for by the client that it names.
 *
 * @see https://www.imsglobal.org/spec/lti-pns/v1p0/#notice-security
 */
export const noticeChecks: readonly LaunchCheck[] = [
  ...tokenChecks,
  ...platformChecks,
  ...timeChecks,
  ...messageChecks.filter(({ code }) => SHARED.has(code)),
  {
    code: 'deployment-unknown',
    rule: 'the deployment has been admitted',
    section: 'CORE 3.1.3',
    refusal: 'launch-invalid',
    passes: ({ claims, registration }) => registration?.tenants.has(String(claims[CLAIM.deploymentId])) === true,
  },
  {
    code: 'notice-malformed',
    rule: 'the notice has an id and a type; that of a copied course names the course and its origins',
    section: 'PNS 4',
    refusal: 'launch-invalid',
    passes: isWhole,
  },
];
