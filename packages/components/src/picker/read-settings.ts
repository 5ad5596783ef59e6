import type { AssignmentSettings } from '@mgv/contracts';

/** The settings form as it stands: what people type is text. */
export interface TypedSettings {
  title: string;
  points: string;
  /** '1' to '20', or 'unlimited'. */
  attempts: string;
  counts: AssignmentSettings['counts'];
  results: AssignmentSettings['results'];
}

/** Which fields cannot be sent as they are. */
export type SettingsFaults = Partial<Record<'title' | 'points', true>>;

/** Reads a number with a comma or a point: `17,5`. `NaN` for anything else. */
export function readNumber(text: string): number {
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Turns the form into settings; `faults` is empty when `settings` can be sent. */
export function readSettings(typed: TypedSettings): { settings: AssignmentSettings; faults: SettingsFaults } {
  const title = typed.title.trim();
  const points = readNumber(typed.points);
  const faults: SettingsFaults = {
    ...((title === '' || title.length > 255) && { title: true as const }),
    ...(!(points > 0 && points <= 1000) && { points: true as const }),
  };
  const attempts = typed.attempts === 'unlimited' ? null : Number(typed.attempts);
  return { settings: { title, points, attempts, counts: typed.counts, results: typed.results }, faults };
}

/** The form for settings, with numbers as `show` writes them. */
export function typeSettings(settings: AssignmentSettings, show: (points: number) => string): TypedSettings {
  return {
    title: settings.title,
    points: show(settings.points),
    attempts: settings.attempts === null ? 'unlimited' : String(settings.attempts),
    counts: settings.counts,
    results: settings.results,
  };
}
