import { Router } from 'express';
import { coursePath, selectCourse } from '../courses/course.ts';
import { PEOPLE, type Person, seesEverybody, selectOptionalPerson } from '../courses/people.ts';
import type { Sessions } from '../courses/session.ts';
import { studentsOf } from '../members/roster.ts';
import { pageLanguage } from '../pages/language.ts';
import { sendPage } from '../pages/page.ts';
import { lineItemUrl, type Platform } from '../platform/platform.ts';
import type { Course, LineItem, State } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import { gradebookPage } from './gradebook-page.ts';

/**
 * `GET /courses/:courseId/gradebook`: students by activities; a student sees their own row, an observer those of their
 * students. `GET /api/gradebook`: the same for programs, with every accepted score; readable by whoever reaches this
 * practice LMS.
 */
export function gradebookRouter(platform: Platform, store: StateStore, sessions: Sessions): Router {
  const router = Router();
  router.get('/courses/:courseId/gradebook', (req, res) => {
    const person = sessions.selectPerson(req);
    const course = selectCourse(store.state, req.params.courseId);
    const language = pageLanguage(req);
    const rows = rowsFor(store.state, course, person);
    const title = language === 'nl' ? 'Cijferlijst' : 'Gradebook';
    const body = gradebookPage({ state: store.state, course, rows, person, language });
    sendPage(res, { language, title, body, person, path: `${coursePath(course)}/gradebook` });
  });
  router.get('/api/gradebook', (_req, res) => {
    res.json(store.state.lineItems.flatMap((lineItem) => cellsOf(platform, store.state, lineItem)));
  });
  return router;
}

function rowsFor(state: State, course: Course, person: Person): readonly Person[] {
  const students = studentsOf(state, course);
  if (seesEverybody(person)) return students;
  return students.filter(({ id }) => id === person.id || person.mentees.includes(id));
}

const STUDENTS = PEOPLE.filter(({ role }) => role === 'student');

/** The cells of the persons on the sign-in page, and those of made-up students that hold something. */
function cellsOf(platform: Platform, state: State, lineItem: LineItem): unknown[] {
  const grades = new Map(
    state.grades.filter(({ lineItemId }) => lineItemId === lineItem.id).map((grade) => [grade.userId, grade]),
  );
  const ids = new Set([...STUDENTS.map(({ id }) => id), ...grades.keys()]);
  return [...ids].map((userId) => {
    const grade = grades.get(userId);
    return {
      courseId: lineItem.courseId,
      activity: lineItem.label,
      activityId: lineItem.resourceLinkId,
      lineItemUrl: lineItemUrl(platform, lineItem),
      resourceId: lineItem.resourceId,
      tag: lineItem.tag,
      userId,
      name: selectOptionalPerson(userId)?.name ?? '',
      score: grade?.score ?? null,
      maximum: lineItem.scoreMaximum,
      comment: grade?.comment ?? null,
      timestamp: grade?.timestamp ?? null,
      submissionUrl: grade?.submissionUrl ?? null,
      history: grade?.history ?? [],
    };
  });
}
