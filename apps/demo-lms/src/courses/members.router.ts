import { Router } from 'express';
import { z } from 'zod';
import { type Access, refuse } from '../gradebook/access.ts';
import { ROLE_URNS } from '../platform/launch-claims.ts';
import { type Platform, SCOPES } from '../platform/platform.ts';
import type { StateStore } from '../storage/state-store.ts';
import { COURSE, type CourseRole, PEOPLE, type Person } from './people.ts';

const MEDIA_TYPE = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

/** Roles as the roster names them: short for the plain ones, full for a sub-role, which has no short name. */
const ROSTER_ROLES: Record<CourseRole, readonly string[]> = {
  teacher: ['Instructor'],
  assistant: ['Instructor', ...ROLE_URNS.assistant.slice(1)],
  student: ['Learner'],
};

const QuerySchema = z.object({
  role: z.string().optional(),
  rlid: z.string().optional(),
  limit: z.coerce.number().int().min(1).optional(),
  from: z.coerce.number().int().min(0).default(0),
});

/**
 * `GET /lti/courses/1/memberships`: the roster, in pages with `limit`, filtered by `role` (short or full name).
 *
 * @see https://www.imsglobal.org/spec/lti-nrps/v2p0#membership-container-media-type
 */
export function membersRouter(platform: Platform, store: StateStore, access: Access): Router {
  const router = Router();
  router.get(
    '/lti/courses/1/memberships',
    access.scope(SCOPES.membershipReadonly),
    access.accept(MEDIA_TYPE),
    (req, res) => {
      const query = QuerySchema.safeParse(req.query);
      if (!query.success) {
        refuse(res, 400, 'Bad query');
        return;
      }
      const { role, rlid, limit, from } = query.data;
      if (rlid !== undefined && !store.state.activities.some(({ id }) => id === rlid)) {
        refuse(res, 404, 'Unknown resource link');
        return;
      }
      const found = PEOPLE.filter((person) => role === undefined || hasRole(person, role));
      const until = from + (limit ?? found.length);
      if (limit !== undefined && until < found.length) {
        const next = new URLSearchParams({
          ...(role !== undefined && { role }),
          limit: String(limit),
          from: String(until),
        });
        res.set('Link', `<${platform.membershipsUrl}?${next.toString()}>; rel="next"`);
      }
      res.type(MEDIA_TYPE).send(
        JSON.stringify({
          id: platform.membershipsUrl,
          context: COURSE,
          members: found.slice(from, until).map(toMember),
        }),
      );
    },
  );
  return router;
}

const hasRole = ({ role }: Person, wanted: string): boolean =>
  [...ROSTER_ROLES[role], ...ROLE_URNS[role]].includes(wanted);

function toMember({ id, name, givenName, familyName, email, role }: Person): Record<string, unknown> {
  return {
    status: 'Active',
    user_id: id,
    roles: ROSTER_ROLES[role],
    name,
    given_name: givenName,
    family_name: familyName,
    email,
  };
}
