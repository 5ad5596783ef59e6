import type { AssignmentSettings } from '@mgv/contracts';

/** What belongs to one assignment alone. */
export type ItemSettings = Pick<AssignmentSettings, 'title' | 'points'>;
/** What several assignments may share. */
export type SharedSettings = Omit<AssignmentSettings, keyof ItemSettings>;

/** Title and points as they stand in the form: what people type is text. */
export type TypedItem = Record<keyof ItemSettings, string>;

/** The other settings as they stand in the form. */
export interface TypedSettings {
  /** '1' to '20', or 'unlimited'. */
  attempts: string;
  counts: AssignmentSettings['counts'];
  results: AssignmentSettings['results'];
}

/** Which fields cannot be sent as they are. */
export type ItemFaults = Partial<Record<keyof ItemSettings, true>>;

/** Reads a number with a comma or a point: `17,5`. `NaN` for anything else. */
export function readNumber(text: string): number {
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Turns title and points into settings; `faults` is empty when they can be sent. */
export function readItem(typed: TypedItem): { item: ItemSettings; faults: ItemFaults } {
  const title = typed.title.trim();
  const points = readNumber(typed.points);
  const faults: ItemFaults = {
    ...((title === '' || title.length > 255) && { title: true as const }),
    ...(!(points > 0 && points <= 1000) && { points: true as const }),
  };
  return { item: { title, points }, faults };
}

/** The other settings, which cannot be wrong. */
export function readShared({ attempts, counts, results }: TypedSettings): SharedSettings {
  return { attempts: attempts === 'unlimited' ? null : Number(attempts), counts, results };
}

/** The form for those settings. */
export function typeShared({ attempts, counts, results }: SharedSettings): TypedSettings {
  return { attempts: attempts === null ? 'unlimited' : String(attempts), counts, results };
}
