import type { NewActivity } from '../platform/content-item.ts';
import type { LineItem, State } from '../storage/state.schema.ts';

/** Takes the next id. Activities and line items share the numbers, so that mixing them up shows. */
export function takeId(state: State): string {
  const id = String(state.nextId);
  state.nextId += 1;
  return id;
}

/** Adds an activity, with its gradebook column when it is graded; gives the activity's id. */
export function addActivity(state: State, { activity, lineItem }: NewActivity): string {
  const id = takeId(state);
  state.activities.push({ ...activity, id });
  if (lineItem) addLineItem(state, { ...lineItem, resourceLinkId: id });
  return id;
}

/** Adds a gradebook column. */
export function addLineItem(state: State, lineItem: Omit<LineItem, 'id'>): LineItem {
  const added = { ...lineItem, id: takeId(state) };
  state.lineItems.push(added);
  return added;
}

interface Seed {
  scenario: string;
  title: string;
  text: string;
  points: number;
  results: string;
}

const SEEDS: readonly Seed[] = [
  {
    scenario: 'signalen-herkennen',
    title: 'Signalen herkennen',
    text: 'Hoe klinkt weerstand, en waar komt die vandaan?',
    points: 100,
    results: 'per-step',
  },
  {
    scenario: 'in-twee-stappen',
    title: 'In twee stappen',
    text: 'Je eigen aandeel, dan stap 1 en stap 2, en een terugblik.',
    points: 20,
    results: 'after-release',
  },
];

/** The course as it is at the very first start: one activity per scenario, with the settings that a picker gives. */
export function initialState(): State {
  const state: State = { version: 1, nextId: 10, activities: [], lineItems: [], grades: [], reports: [] };
  for (const { scenario, title, text, points, results } of SEEDS) {
    addActivity(state, {
      activity: {
        title,
        text,
        path: `/lti/launch?scenario=${scenario}`,
        custom: {
          mgv_scenario: scenario,
          mgv_points: String(points),
          mgv_attempts: '2',
          mgv_counts: 'last',
          mgv_results: results,
          mgv_title: title,
        },
      },
      lineItem: { label: title, scoreMaximum: points, resourceId: scenario, tag: 'mgv' },
    });
  }
  return state;
}
