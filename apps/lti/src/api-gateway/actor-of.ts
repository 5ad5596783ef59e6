import type { Actor } from '@mgv/contracts';
import { ProblemError } from '@mgv/service-kit';
import type { Session } from '../session/session.repository.ts';

/**
 * Who asks, from the session alone: a request cannot name a tenant, a person, a course or a link.
 *
 * @throws {ProblemError} `forbidden` in a deep linking session, which has no link yet.
 */
export function actorOf({ tenantId, personId, courseId, facts }: Session): Actor {
  const { person, role, link, gradebook, platformFamily, language } = facts;
  if (!link) throw ProblemError.common('forbidden');
  return { tenantId, person: { id: personId, ...person }, role, courseId, link, gradebook, platformFamily, language };
}
