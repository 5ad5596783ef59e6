import type { SelfCheck } from '@mgv/contracts';
import { type PlatformFetch, ProblemError } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import { type Request, Router } from 'express';
import { launchChecks } from '../launch/launch-checks.ts';
import type { Registrations } from '../platforms/registrations.ts';
import type { Rosters } from '../roster/rosters.ts';
import { sessionOf } from '../session/require-session.ts';
import type { Session } from '../session/session.repository.ts';
import { readCheckCookie, setCheckCookie } from './cookie-check.ts';
import { readClock } from './read-clock.ts';

interface Needs {
  db: Db;
  registrations: Registrations;
  rosters: Rosters;
  fetch: PlatformFetch;
  now: () => Date;
}

/** `/api/self-check`: does the connection work? For trainers, assistants and admins. The score is tried by grading. */
export function selfCheckRouter(needs: Needs): Router {
  const router = Router();
  router.get('/api/self-check', async (req, res) => {
    const session = await checkerOf(req, needs);
    res.set('Cache-Control', 'no-store').json(await selfCheck(needs, session));
  });
  router.post('/api/self-check/cookie', async (req, res) => {
    await checkerOf(req, needs);
    setCheckCookie(res);
    res.set('Cache-Control', 'no-store').status(204).end();
  });
  router.get('/api/self-check/cookie', async (req, res) => {
    await checkerOf(req, needs);
    res.set('Cache-Control', 'no-store').json(readCheckCookie(req, res));
  });
  return router;
}

/** @throws {ProblemError} `unauthorised` without a session, `forbidden` to students and observers. */
async function checkerOf(req: Request, { db, now }: Needs): Promise<Session> {
  const session = await sessionOf(req, db, now());
  if (!['trainer', 'assistant', 'admin'].includes(session.facts.role)) throw ProblemError.common('forbidden');
  return session;
}

async function selfCheck(needs: Needs, session: Session): Promise<SelfCheck> {
  const { facts, tenantId } = session;
  const tenant = await needs.registrations.findTenant(tenantId);
  if (!tenant) throw ProblemError.common('unauthorised');
  const { issuer, clientId, jwksUrl } = tenant.registration;
  const [clock, roster] = await Promise.all([readClock(needs, jwksUrl), readPeople(needs, session)]);
  return {
    at: needs.now().toISOString(),
    role: facts.role,
    platform: { issuer, clientId, deploymentId: tenant.deploymentId, family: facts.platformFamily },
    // With the one that only the database can tell.
    checks: launchChecks.length + 1,
    clock,
    roster,
    gradebook: facts.gradebook,
  };
}

async function readPeople(
  { rosters }: Needs,
  { tenantId, courseId, facts: { roster, link } }: Session,
): Promise<SelfCheck['roster']> {
  if (!roster || !link) return null;
  const { members, problem } = await rosters.get({ tenantId, courseId, linkId: link.id }, roster.url);
  const present = members.filter(({ status }) => status !== 'left');
  return { people: present.length, students: present.filter(({ role }) => role === 'student').length, problem };
}
