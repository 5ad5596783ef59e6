import { type Logger, parse } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import express, { Router } from 'express';
import { z } from 'zod';
import { MAX_TOKEN_BYTES } from '../launch/token-checks.ts';
import type { CourseHistory } from './course-history.ts';
import { insertNotices, type Notice } from './notices.repository.ts';
import { noticeProblem } from './notices.problem.ts';
import { type VerifyNeeds, verifyNotice } from './verify-notice.ts';

/** A platform waits 3 s for an answer; what is left is for the way there and back. */
const ANSWER_WITHIN_MS = 2500;

const NoticesSchema = z.object({
  notices: z
    .array(z.object({ jwt: z.string().max(MAX_TOKEN_BYTES) }))
    .min(1)
    .max(50),
});

interface Needs extends VerifyNeeds {
  db: Db;
  courseHistory: CourseHistory;
  logger: Logger;
}

/**
 * `POST /lti/notices`: what a platform tells of itself, such as that a course was copied. All of a post, or nothing, is
 * kept; what was sent before is taken again without effect.
 *
 * @see https://www.imsglobal.org/spec/lti-pns/v1p0/#sending-notices
 */
export function noticesRouter(needs: Needs): Router {
  const { db, courseHistory, logger, now } = needs;
  const router = Router();
  router.post('/lti/notices', express.json({ limit: '600kb', type: ['json', '+json'] }), async (req, res) => {
    const { notices } = parse(NoticesSchema, req.body);
    const jwts = notices.map(({ jwt }) => jwt);
    const verified = await inTime(Promise.all(jwts.map((jwt) => verifyNotice(needs, jwt))));
    const received = passedOf(verified);
    const fresh = await insertNotices(db, received, now());
    courseHistory.forget();
    for (const { tenantId, type, noticeId } of received)
      logger.info({ tenantId, type, noticeId, fresh }, 'notice taken');
    res.status(204).end();
  });
  return router;
}

/** @throws {ProblemError} `notice-refused` with the code of each one that fails. */
function passedOf(verified: readonly (Notice | string)[]): Notice[] {
  const faults = verified.flatMap((notice, index) =>
    typeof notice === 'string' ? [{ path: `notices[${String(index)}]`, message: notice }] : [],
  );
  if (faults.length > 0) throw noticeProblem('notice-refused', { faults });
  return verified.filter((notice) => typeof notice !== 'string');
}

/** @throws {ProblemError} `notices-late` when a platform's keys take too long to come. */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(noticeProblem('notices-late'));
    }, ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
