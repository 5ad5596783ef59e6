import type { NewActivity } from '../deep-linking/content-item.ts';
import { FIXED_CLIENT_ID, type LineItem, type State, StateSchema } from '../storage/state.schema.ts';

/** Takes the next id. Everything shares the numbers, so that mixing things up shows. */
export function takeId(state: State): string {
  const id = String(state.nextId);
  state.nextId += 1;
  return id;
}

/** Where a new activity or line item goes. */
export interface Place {
  courseId: string;
  clientId: string;
}

/** Adds an activity, with its gradebook column when it is graded; gives the activity's id. */
export function addActivity(state: State, { activity, lineItem }: NewActivity, place: Place): string {
  const { courseId, clientId } = place;
  const id = takeId(state);
  state.activities.push({ ...activity, courseId, clientId, id, history: [] });
  if (lineItem) addLineItem(state, { ...lineItem, courseId, clientId, resourceLinkId: id });
  return id;
}

/** Puts other content into an activity. Its id and its column stay; a column that is not given again stays as it is. */
export function changeActivity(state: State, id: string, { activity, lineItem }: NewActivity): void {
  const standing = state.activities.find((one) => one.id === id);
  if (!standing) return;
  Object.assign(standing, activity);
  if (!lineItem) return;
  const column = state.lineItems.find(({ resourceLinkId }) => resourceLinkId === id);
  const { courseId, clientId } = standing;
  if (column) Object.assign(column, lineItem);
  else addLineItem(state, { ...lineItem, courseId, clientId, resourceLinkId: id });
}

/** Adds a gradebook column. */
export function addLineItem(state: State, lineItem: Omit<LineItem, 'id'>): LineItem {
  const added = { ...lineItem, id: takeId(state) };
  state.lineItems.push(added);
  return added;
}

interface Seed {
  courseId: string;
  scenario: string;
  title: string;
  text: string;
  points: number;
  results: string;
}

const LISTENING = {
  scenario: 'signalen-herkennen',
  title: 'Signalen herkennen',
  text: 'Hoe klinkt weerstand, en waar komt die vandaan?',
  points: 100,
  results: 'per-step',
};

const SEEDS: readonly Seed[] = [
  { courseId: '1', ...LISTENING },
  {
    courseId: '1',
    scenario: 'in-twee-stappen',
    title: 'In twee stappen',
    text: 'Je eigen aandeel, dan stap 1 en stap 2, en een terugblik.',
    points: 20,
    results: 'after-release',
  },
  { courseId: '2', ...LISTENING, title: 'Signalen herkennen, grote groep' },
];

/** Everything as it is at the very first start: activities with the settings that a picker gives. */
export function initialState(): State {
  const state = StateSchema.parse({ version: 1, nextId: 10 });
  for (const { courseId, scenario, title, text, points, results } of SEEDS) {
    const custom = {
      mgv_scenario: scenario,
      mgv_points: String(points),
      mgv_attempts: '2',
      mgv_counts: 'last',
      mgv_results: results,
      mgv_title: title,
    };
    const path = `/lti/launch?scenario=${scenario}`;
    addActivity(
      state,
      {
        activity: { title, text, path, custom, available: null, submission: null, newWindow: false },
        lineItem: { label: title, scoreMaximum: points, resourceId: scenario, tag: 'mgv' },
      },
      { courseId, clientId: FIXED_CLIENT_ID },
    );
  }
  return state;
}
