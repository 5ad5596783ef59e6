import type { Roster } from '@mgv/contracts';
import { ProblemError } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import { Router } from 'express';
import { sessionOf } from '../session/require-session.ts';
import type { Session } from '../session/session.repository.ts';
import type { Rosters } from './rosters.ts';

interface Needs {
  db: Db;
  rosters: Rosters;
  now: () => Date;
}

const NONE: Roster = { members: [], readAt: null, problem: null };

/** `GET /api/roster`: who is in the course, for its trainers and assistants. A platform that fails is no error here. */
export function rosterRouter({ db, rosters, now }: Needs): Router {
  const router = Router();
  router.get('/api/roster', async (req, res) => {
    const session = await sessionOf(req, db, now());
    const { role } = session.facts;
    if (role !== 'trainer' && role !== 'assistant') throw ProblemError.common('forbidden');
    res.set('Cache-Control', 'no-store').json(await rosterFor(session, rosters));
  });
  return router;
}

async function rosterFor({ tenantId, courseId, personId, facts }: Session, rosters: Rosters): Promise<Roster> {
  const { roster: service, link, role } = facts;
  if (!service || !link) return NONE;
  const roster = await rosters.get({ tenantId, courseId, linkId: link.id }, service.url);
  // Moodle calls a teacher who may not edit a learner here; the launch knows better.
  const members = roster.members.map((member) => (member.personId === personId ? { ...member, role } : member));
  return { ...roster, members };
}
