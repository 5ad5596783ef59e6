import type { AssignmentDates } from '@mgv/contracts';

/** The dates as `<input type="datetime-local">` gives them: without a zone, empty when there is none. */
export type TypedDates = Record<keyof AssignmentDates, string>;

/** Why the dates cannot be sent: a part of one is missing, or they are not in order. */
export type DatesFault = 'unfinished' | 'reversed';

/** An assignment without dates. */
export const NO_DATES: AssignmentDates = { opensAt: null, dueAt: null, closesAt: null };

/** A moment in this browser's time zone as ISO 8601 in UTC; `null` when nothing was filled in. */
const momentOf = (typed: string): string | null => (typed === '' ? null : new Date(typed).toISOString());

/** Turns the form into dates; `fault` is null when they can be sent. */
export function readDates(typed: TypedDates): { dates: AssignmentDates; fault: DatesFault | null } {
  if (Object.values(typed).some((text) => text !== '' && Number.isNaN(Date.parse(text)))) {
    return { dates: NO_DATES, fault: 'unfinished' };
  }
  const dates = {
    opensAt: momentOf(typed.opensAt),
    dueAt: momentOf(typed.dueAt),
    closesAt: momentOf(typed.closesAt),
  };
  const times = [dates.opensAt, dates.dueAt, dates.closesAt].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  const ordered = times.every((time, index) => index === 0 || (times[index - 1] ?? time) <= time);
  return { dates, fault: ordered ? null : 'reversed' };
}
