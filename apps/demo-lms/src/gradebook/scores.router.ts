import { Router, text } from 'express';
import { z } from 'zod';
import { lineItemUrl, type Platform, SCOPES } from '../platform/platform.ts';
import { studentsOf } from '../members/roster.ts';
import type { Grade, LineItem, State } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import { type Access, refuse } from './access.ts';
import { readBody } from './json-body.ts';
import { selectOptionalLineItem } from './line-items.router.ts';
import { selectOptionalGrade } from './mark-text.ts';
import { applyScore, GivenScoreSchema } from './score.ts';

interface Deps {
  platform: Platform;
  store: StateStore;
  access: Access;
  now: () => Date;
}

const SCORE = 'application/vnd.ims.lis.v1.score+json';
const RESULTS = 'application/vnd.ims.lis.v2.resultcontainer+json';
const SCORES_PATH = '/lti/courses/:courseId/lineitems/:id/lineitem/scores';
const RESULTS_PATH = '/lti/courses/:courseId/lineitems/:id/lineitem/results';

const ResultsQuerySchema = z.object({ user_id: z.string().optional() });

/**
 * `POST …/lineitem/scores` and `GET …/lineitem/results`. A score counts once it is on disk; 200 has an empty body.
 *
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#result-service
 */
export function scoresRouter({ platform, store, access, now }: Deps): Router {
  const router = Router();
  router.post(
    SCORES_PATH,
    access.scope(SCOPES.score),
    access.contentType(SCORE),
    text({ type: () => true }),
    async (req, res) => {
      const lineItem = selectOptionalLineItem(store.state, access, req);
      const given = GivenScoreSchema.safeParse(readBody(req));
      if (!lineItem) refuse(res, 404, 'Unknown line item');
      else if (!given.success)
        refuse(res, 400, `Incorrect score received: ${given.error.issues[0]?.path.join('.') ?? ''}`);
      else if (!isStudent(store.state, lineItem, given.data.userId))
        refuse(res, 400, 'Incorrect score received: userId');
      else {
        const before = selectOptionalGrade(store.state, lineItem.id, given.data.userId);
        const outcome = applyScore(before, given.data, lineItem, now().toISOString());
        if (outcome.accepted) {
          await store.change((state) => {
            state.grades = [...state.grades.filter((grade) => grade !== before), outcome.grade];
          });
          res.status(200).type(SCORE).end();
        } else if (outcome.reason === 'earlier') refuse(res, 409, 'Refusing score with an earlier timestamp');
        else refuse(res, 400, 'Incorrect score received: scoreMaximum');
      }
    },
  );
  router.get(RESULTS_PATH, access.scope(SCOPES.resultReadonly), access.accept(RESULTS), (req, res) => {
    const lineItem = selectOptionalLineItem(store.state, access, req);
    const query = ResultsQuerySchema.safeParse(req.query);
    if (!lineItem) refuse(res, 404, 'Unknown line item');
    else if (!query.success) refuse(res, 400, 'Bad query');
    else {
      const { user_id: userId } = query.data;
      const grades = store.state.grades.filter(
        (grade) => grade.lineItemId === lineItem.id && (userId === undefined || grade.userId === userId),
      );
      res.type(RESULTS).send(JSON.stringify(grades.flatMap((grade) => toResult(platform, lineItem, grade))));
    }
  });
  return router;
}

function isStudent(state: State, { courseId }: LineItem, userId: string): boolean {
  const course = state.courses.find(({ id }) => id === courseId);
  return course !== undefined && studentsOf(state, course).some(({ id }) => id === userId);
}

/** A result, in points of the line item; none where no grade stands. */
function toResult(platform: Platform, lineItem: LineItem, grade: Grade): unknown[] {
  if (grade.score === null) return [];
  const url = new URL(lineItemUrl(platform, lineItem));
  const scoreOf = url.href;
  url.pathname += '/results';
  url.searchParams.set('user_id', grade.userId);
  return [
    {
      id: url.href,
      userId: grade.userId,
      resultScore: grade.score,
      resultMaximum: lineItem.scoreMaximum,
      scoreOf,
      timestamp: grade.timestamp,
      ...(grade.comment !== null && { comment: grade.comment }),
    },
  ];
}
