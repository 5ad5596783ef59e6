import { extraStudent, PEOPLE, type Person } from '../courses/people.ts';
import type { Course, Enrolment, State } from '../storage/state.schema.ts';

/** Somebody's place in a course. */
export interface Member {
  person: Person;
  status: Enrolment['status'];
  /** When it last changed; 0 when it never did. */
  revision: number;
}

/** Everybody with a place in a course, also who has left it: the account administrator has none. */
export function membersOf(state: State, course: Course): Member[] {
  const changed = new Map(
    state.enrolments.filter(({ courseId }) => courseId === course.id).map((one) => [one.userId, one]),
  );
  const extra = Array.from({ length: course.extraStudents }, (_, index) => extraStudent(index + 1));
  return [...PEOPLE.filter(({ role }) => role !== 'admin'), ...extra].map((person) => {
    const enrolment = changed.get(person.id);
    return { person, status: enrolment?.status ?? 'Active', revision: enrolment?.revision ?? 0 };
  });
}

/** The students of a course, suspended ones included, without who has left. */
export const studentsOf = (state: State, course: Course): Person[] =>
  membersOf(state, course)
    .filter(({ person, status }) => person.role === 'student' && status !== 'Deleted')
    .map(({ person }) => person);

/** The number of the last change of any roster. */
export const lastRevision = (state: State): number => Math.max(0, ...state.enrolments.map(({ revision }) => revision));

/** Changes somebody's place in a course. */
export function changeStatus(state: State, change: Omit<Enrolment, 'revision'>): void {
  const revision = lastRevision(state) + 1;
  const others = state.enrolments.filter(
    ({ courseId, userId }) => courseId !== change.courseId || userId !== change.userId,
  );
  state.enrolments = [...others, { ...change, revision }];
}
