import { msg } from '@lit/localize';

/** `open` is not tried yet. */
export type CheckState = 'good' | 'attention' | 'bad' | 'open';

/** One thing that was looked at, in words. */
export interface CheckLine {
  id: string;
  state: CheckState;
  title: string;
  /** What was found; no names of people. */
  found: string;
  /** What to do, where it is not good. */
  advice?: string;
}

/** The state in a word, so that colour is not all that tells. */
export function stateWord(state: CheckState): string {
  const words = {
    good: msg('In orde'),
    attention: msg('Let op'),
    bad: msg('Niet in orde'),
    open: msg('Nog niet geprobeerd'),
  };
  return words[state];
}

/** The lines as plain text, to send to somebody who can help. */
export function toPlainText(heading: readonly string[], lines: readonly CheckLine[]): string {
  const text = lines.map(({ state, title, found, advice }) =>
    [`[${stateWord(state)}] ${title}: ${found}`, ...(advice === undefined ? [] : [`  → ${advice}`])].join('\n'),
  );
  return [...heading, '', ...text].join('\n');
}
