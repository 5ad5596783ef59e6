import type { LocalisedText } from './text.ts';

/** Languages of the product. Dutch is the source, English the second. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The text in `language`, or the Dutch source where there is no translation. */
export function localise(text: LocalisedText, language: Language): string {
  return text[language] ?? text.nl;
}
