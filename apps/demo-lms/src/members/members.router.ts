import { json, type Request, type Response, Router } from 'express';
import { parse } from '@mgv/service-kit';
import { z } from 'zod';
import { selectCourse } from '../courses/course.ts';
import type { CourseRole, Person } from '../courses/people.ts';
import type { Faults } from '../faults/faults.ts';
import { type Access, refuse } from '../gradebook/access.ts';
import { ROLE_URNS } from '../platform/launch-claims.ts';
import { membershipsUrl, type Platform, SCOPES } from '../platform/platform.ts';
import type { Course } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { Tools } from '../tools/tool.ts';
import { changeStatus, lastRevision, type Member, membersOf } from './roster.ts';

interface Deps {
  platform: Platform;
  store: StateStore;
  access: Access;
  tools: Tools;
  faults: () => Faults;
}

const MEDIA_TYPE = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
const OLD_MEDIA_TYPE = 'application/vnd.ims.lis.v2.membershipcontainer+json';

/** Roles as the roster names them: short for the plain ones, full for a sub-role, which has no short name. */
const ROSTER_ROLES: Record<CourseRole, readonly string[]> = {
  teacher: ['Instructor'],
  assistant: ['Instructor', ...ROLE_URNS.assistant.slice(1)],
  student: ['Learner'],
  observer: ['Mentor'],
  admin: [],
};

const QuerySchema = z.object({
  role: z.string().optional(),
  rlid: z.string().optional(),
  limit: z.coerce.number().int().min(1).optional(),
  from: z.coerce.number().int().min(0).default(0),
  since: z.coerce.number().int().min(0).optional(),
  /** Set behind a page that was empty on purpose. */
  behind: z.string().optional(),
});
type Query = z.infer<typeof QuerySchema>;

const ChangeSchema = z.strictObject({
  courseId: z.string(),
  userId: z.string(),
  status: z.enum(['Active', 'Inactive', 'Deleted']),
});

/**
 * `GET /lti/courses/:courseId/memberships`: the roster, in pages, filtered by `role` (short or full name). The last page
 * names the address that gives what changed since. `POST /api/members`: changes a status, for tests.
 *
 * @see https://www.imsglobal.org/spec/lti-nrps/v2p0#membership-container-media-type
 */
export function membersRouter(deps: Deps): Router {
  const { store, access, faults } = deps;
  const router = Router();
  router.post('/api/members', json(), async (req, res) => {
    const change = parse(ChangeSchema, req.body);
    selectCourse(store.state, change.courseId);
    await store.change((state) => {
      changeStatus(state, change);
    });
    res.json(change);
  });
  router.get(
    '/lti/courses/:courseId/memberships',
    access.scope(SCOPES.membershipReadonly),
    access.accept(MEDIA_TYPE),
    (req, res) => {
      const query = QuerySchema.safeParse(req.query);
      const course = store.state.courses.find(({ id }) => id === req.params['courseId']);
      if (faults().roster === 'refused') refuse(res, 403, 'Practice fault');
      else if (!query.success) refuse(res, 400, 'Bad query');
      else if (!course) refuse(res, 404, 'Unknown course');
      else if (!isLinkIn(deps, course, query.data.rlid)) refuse(res, 404, 'Unknown resource link');
      else sendMembers(deps, req, res, { course, query: query.data });
    },
  );
  return router;
}

const isLinkIn = ({ store }: Deps, course: Course, rlid: string | undefined): boolean =>
  rlid === undefined || store.state.activities.some(({ id, courseId }) => id === rlid && courseId === course.id);

function sendMembers(deps: Deps, req: Request, res: Response, asked: { course: Course; query: Query }): void {
  const { platform, store, access, tools, faults } = deps;
  const { course, query } = asked;
  const { roster, rosterPage, privacy } = faults();
  const found = membersOf(store.state, course).filter((member) => isAskedFor(member, query));
  const size = Math.min(query.limit ?? rosterPage, rosterPage);
  const empty = roster === 'empty-page' && query.from === 0 && query.behind === undefined;
  const until = query.from + (empty ? 0 : size);
  const url = membershipsUrl(platform, course.id);
  const links = linksOf(faults(), { url, query, until, total: found.length, revision: lastRevision(store.state) });
  if (links.length > 0) res.set('Link', links.join(', '));
  const claims = privacy === 'anonymous' ? [] : (tools.selectOptional(access.clientId(req))?.claims ?? []);
  const { id, label, title } = course;
  res.type(roster === 'old-type' ? OLD_MEDIA_TYPE : MEDIA_TYPE).send(
    JSON.stringify({
      id: url,
      context: { id, label, title },
      members: found.slice(query.from, until).map((member) => toMember(member, claims)),
    }),
  );
}

/** Who has left is only named among the differences. */
const isAskedFor = ({ person, status, revision }: Member, { role, since }: Query): boolean =>
  (role === undefined || hasRole(person, role)) && (since === undefined ? status !== 'Deleted' : revision > since);

const hasRole = ({ role }: Person, wanted: string): boolean =>
  [...ROSTER_ROLES[role], ...ROLE_URNS[role]].includes(wanted);

interface Page {
  url: string;
  query: Query;
  until: number;
  total: number;
  revision: number;
}

function linksOf({ roster }: Faults, { url, query, until, total, revision }: Page): string[] {
  const { role, limit, since } = query;
  const address = (base: string, more: Record<string, string>): string =>
    `${base}?${new URLSearchParams({ ...(role !== undefined && { role }), ...more }).toString()}`;
  const behind = until === 0 ? { behind: 'empty' } : {};
  const kept = {
    ...behind,
    ...(limit !== undefined && { limit: String(limit) }),
    ...(since !== undefined && { since: String(since) }),
  };
  if (roster === 'endless') return [`<${address(url, { ...kept, from: '0' })}>; rel="next"`];
  if (until >= total) return [`<${address(url, { since: String(revision) })}>; rel="differences"`];
  const base = roster === 'foreign-next' ? 'http://other.example/memberships' : url;
  return [`<${address(base, { ...kept, from: String(until) })}>; rel="next"`];
}

function toMember({ person, status }: Member, claims: readonly string[]): Record<string, unknown> {
  const { id, name, givenName, familyName, email, role } = person;
  const about: Record<string, string> = { name, given_name: givenName, family_name: familyName, email };
  return {
    status,
    user_id: id,
    roles: ROSTER_ROLES[role],
    ...Object.fromEntries(Object.entries(about).filter(([claim]) => claims.includes(claim))),
  };
}
