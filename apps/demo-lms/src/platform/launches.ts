import { randomBytes } from 'node:crypto';
import type { Person } from '../courses/people.ts';
import type { PageLanguage } from '../pages/language.ts';
import type { Activity, Course, LineItem } from '../storage/state.schema.ts';
import type { Tool } from '../tools/tool.ts';

/** Where the tool's page will stand. */
export type DocumentTarget = 'iframe' | 'window';

/** What is asked of the tool. */
export type LaunchMessage =
  | { type: 'resource-link'; activity: Activity; targetUri: string }
  /** The picker; with an activity, to choose again what it holds. */
  | { type: 'deep-linking'; activity: Activity | null; targetUri: string }
  | {
      type: 'submission-review';
      /** `null` for a column without an activity. */
      activity: Activity | null;
      lineItem: LineItem;
      forPerson: Person;
      targetUri: string;
    };

/** A launch that the platform began and whose authentication request it waits for. */
export interface PendingLaunch {
  id: string;
  tool: Tool;
  course: Course;
  person: Person;
  language: PageLanguage;
  target: DocumentTarget;
  message: LaunchMessage;
}

/** What the platform remembers while it runs: launches under way and values that may come by once. */
export interface Launches {
  /** Remembers a launch for 10 minutes; gives it the `lti_message_hint` that it is to be claimed by. */
  begin: (launch: Omit<PendingLaunch, 'id'>) => { launch: PendingLaunch; messageHint: string };
  /** The launch of a message hint, once: it is forgotten. */
  takeOptional: (messageHint: string) => PendingLaunch | null;
  /** Whether a value came by in the last hour; it has after this. */
  seenBefore: (value: string) => boolean;
  /** Whether a value came by in the last hour. */
  hasSeen: (value: string) => boolean;
}

const LAUNCH_LIFE_MS = 10 * 60_000;
const SEEN_LIFE_MS = 60 * 60_000;

/** Keeps values for a time, at most `size` of them: the oldest goes first. */
export function expiringMap<Value>(
  lifeMs: number,
  size: number,
  now: () => Date,
): {
  set: (key: string, value: Value) => void;
  get: (key: string) => Value | undefined;
  delete: (key: string) => void;
} {
  const entries = new Map<string, { value: Value; until: number }>();
  return {
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, { value, until: now().getTime() + lifeMs });
      for (const [oldest, { until }] of entries) {
        if (entries.size <= size && until > now().getTime()) break;
        entries.delete(oldest);
      }
    },
    get: (key) => {
      const entry = entries.get(key);
      return entry && entry.until > now().getTime() ? entry.value : undefined;
    },
    delete: (key) => {
      entries.delete(key);
    },
  };
}

/** Starts with nothing under way. */
export function createLaunches(now: () => Date): Launches {
  const pending = expiringMap<PendingLaunch>(LAUNCH_LIFE_MS, 10_000, now);
  const seen = expiringMap<true>(SEEN_LIFE_MS, 50_000, now);
  const hasSeen = (value: string): boolean => seen.get(value) !== undefined;
  return {
    begin: (begun) => {
      const launch = { ...begun, id: randomBytes(16).toString('base64url') };
      // JSON, like some platforms' hints: a tool that does not hand it back byte for byte is found out.
      const messageHint = JSON.stringify({ launch: launch.id, activity: launch.message.activity?.id ?? null });
      pending.set(messageHint, launch);
      return { launch, messageHint };
    },
    takeOptional: (messageHint) => {
      const launch = pending.get(messageHint) ?? null;
      pending.delete(messageHint);
      return launch;
    },
    hasSeen,
    seenBefore: (value) => {
      const before = hasSeen(value);
      seen.set(value, true);
      return before;
    },
  };
}
