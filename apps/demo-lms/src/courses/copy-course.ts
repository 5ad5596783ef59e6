import type { Activity, Course, State } from '../storage/state.schema.ts';
import { addLineItem, takeId } from './activities.ts';

/**
 * Copies a course as real LMSs do: new ids for the course, its activities and their columns; titles, addresses, custom
 * parameters, `resourceId` and `tag` stay. People's grades stay behind, and so do columns without an activity.
 */
export function copyCourse(state: State, source: Course): Course {
  const nth = state.courses.filter(({ history }) => history[0] === source.id).length + 1;
  const suffix = nth === 1 ? 'kopie' : `kopie ${String(nth)}`;
  const course: Course = {
    ...source,
    id: takeId(state),
    label: `${source.label}-${String(nth + 1)}`,
    title: `${source.title} (${suffix})`,
    history: [source.id, ...source.history],
  };
  state.courses.push(course);
  copyActivities(state, source, course);
  return course;
}

/** Brings the activities of one course into another that is there already, and remembers where they came from. */
export function importCourse(state: State, source: Course, into: Course): void {
  const history = [source.id, ...source.history];
  into.history = [...history, ...into.history.filter((id) => !history.includes(id))];
  copyActivities(state, source, into);
}

/** Copies one activity with its column; gives the copy. */
export function copyActivity(state: State, source: Activity, courseId: string): Activity {
  const copy = { ...structuredClone(source), id: takeId(state), courseId, history: [source.id, ...source.history] };
  state.activities.push(copy);
  for (const lineItem of state.lineItems.filter(({ resourceLinkId }) => resourceLinkId === source.id)) {
    addLineItem(state, { ...lineItem, courseId, resourceLinkId: copy.id });
  }
  return copy;
}

function copyActivities(state: State, from: Course, to: Course): void {
  for (const activity of state.activities.filter(({ courseId }) => courseId === from.id)) {
    copyActivity(state, activity, to.id);
  }
}
