import { randomBytes } from 'node:crypto';
import type { Faults } from '../faults/faults.ts';
import { expiringMap, type PendingLaunch } from '../platform/launches.ts';

/** A choice under way: who opened which picker, for what. */
export interface Selection {
  userId: string;
  clientId: string;
  courseId: string;
  /** The activity that is chosen again; `null` to add. */
  activityId: string | null;
  multiple: boolean;
  /** Whether gradebook columns are taken. */
  lineItem: boolean;
}

/** Selections under way, by the `data` that their answer must bring back. */
export interface DeepLinkingSelections {
  /** Remembers a selection for an hour; gives its opaque `data`. */
  begin: (selection: Selection) => string;
  /** The selection, once: it is forgotten. `null` when there is none. */
  takeOptional: (data: string) => Selection | null;
}

/** What a launch of a picker lets be chosen. */
export function selectionOf(launch: PendingLaunch, faults: Faults): Selection {
  const activityId = launch.message.activity?.id ?? null;
  return {
    userId: launch.person.id,
    clientId: launch.tool.clientId,
    courseId: launch.course.id,
    activityId,
    multiple: activityId === null && faults.acceptMultiple === true,
    lineItem: faults.acceptLineItem !== false,
  };
}

/** Starts with nobody choosing. */
export function createSelections(now: () => Date): DeepLinkingSelections {
  const open = expiringMap<Selection>(60 * 60_000, 1000, now);
  return {
    begin: (selection) => {
      const data = randomBytes(18).toString('base64url');
      open.set(data, selection);
      return data;
    },
    takeOptional: (data) => {
      const selection = open.get(data) ?? null;
      open.delete(data);
      return selection;
    },
  };
}
