import { type Actor, type History, MAX_MENTEES } from '@mgv/contracts';
import { ProblemError } from '@mgv/service-kit';
import type { Session } from '../session/session.repository.ts';

/**
 * Who asks, from the session alone: a request cannot name a tenant, a person, a course or a link.
 *
 * @param history - Where its course and link were copied from.
 * @throws {ProblemError} `forbidden` in a deep linking session, which has no link yet.
 */
export function actorOf({ tenantId, personId, courseId, facts }: Session, history: History): Actor {
  const { person, role, link, gradebook, platformFamily, review, language } = facts;
  if (!link) throw ProblemError.common('forbidden');
  return {
    tenantId,
    person: { id: personId, ...person },
    role,
    courseId,
    link,
    history,
    gradebook,
    platformFamily,
    review,
    mentees: role === 'observer' ? facts.mentees.slice(0, MAX_MENTEES) : [],
    language,
  };
}
