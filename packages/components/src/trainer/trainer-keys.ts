/** What a key asks for in the grading view. */
export type TrainerKey =
  | { does: 'next' | 'previous' | 'remark' | 'criterion' | 'save' | 'help' }
  /** 0 is the first level. */
  | { does: 'level'; index: number };

const LETTERS: Record<string, TrainerKey> = {
  j: { does: 'next' },
  k: { does: 'previous' },
  r: { does: 'remark' },
  c: { does: 'criterion' },
  s: { does: 'save' },
  '?': { does: 'help' },
};

const TEXT_FIELDS = new Set(['text', 'search', 'number', 'email', 'url', 'tel', 'password', 'date', 'time']);

/** Whether keys typed here make text, or choose in a list: then they are never shortcuts. */
export function takesText(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return TEXT_FIELDS.has(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/**
 * The shortcut behind a key press, or `null`. With Ctrl, Alt or Meta a key belongs to the browser.
 *
 * @see https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
export function trainerKey(event: KeyboardEvent): TrainerKey | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  if (takesText(event.composedPath()[0])) return null;
  if (/^[1-9]$/.test(event.key)) return { does: 'level', index: Number(event.key) - 1 };
  return LETTERS[event.key.toLowerCase()] ?? null;
}

const STORED = 'mgv-trainer-keys';

/** Whether this trainer wants the shortcuts; remembered where the browser lets a frame remember. */
export const keyPreference = {
  read(): boolean {
    try {
      return localStorage.getItem(STORED) !== 'off';
    } catch {
      return true;
    }
  },
  write(wanted: boolean): void {
    try {
      localStorage.setItem(STORED, wanted ? 'on' : 'off');
    } catch {
      // A frame without storage: it holds until the page is left.
    }
  },
};
