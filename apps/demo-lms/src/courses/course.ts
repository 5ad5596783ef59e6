import { ProblemError } from '@mgv/service-kit';
import type { Activity, Course, State } from '../storage/state.schema.ts';

/** A course by id. @throws {ProblemError} `not-found`. */
export function selectCourse(state: State, id: unknown): Course {
  const course = state.courses.find((one) => one.id === id);
  if (!course) throw ProblemError.common('not-found');
  return course;
}

/**
 * An activity by id.
 *
 * @param courseId - The course that it must be in; any when left out.
 * @throws {ProblemError} `not-found`.
 */
export function selectActivity(state: State, id: unknown, courseId?: string): Activity {
  const activity = state.activities.find((one) => one.id === id);
  if (!activity || (courseId !== undefined && courseId !== activity.courseId)) throw ProblemError.common('not-found');
  return activity;
}

/** Address of a course's page. */
export const coursePath = ({ id }: Pick<Course, 'id'>): string => `/courses/${id}`;

/** Address of an activity's page. */
export const activityPath = ({ id, courseId }: Pick<Activity, 'id' | 'courseId'>): string =>
  `/courses/${courseId}/activities/${id}`;
