import { configureLocalization } from '@lit/localize';
import type { LocalisedText } from '@mgv/core';
import { formatPoints, localise, type Language } from '@mgv/core/browser';
import { sourceLocale, targetLocales } from '../generated/locale-codes.ts';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: () => import('../generated/locales/en.ts'),
});

/** Language the page shows now. */
export function currentLanguage(): Language {
  return getLocale() === 'en' ? 'en' : 'nl';
}

/** Changes the language; elements with `@localized()` draw themselves again. Loads the translation the first time. */
export async function setLanguage(language: Language): Promise<void> {
  await setLocale(language);
  document.documentElement.lang = language;
}

/** Content text in the page's language. */
export function inLanguage(text: LocalisedText): string {
  return localise(text, currentLanguage());
}

/** Points in the page's language, at most two decimals: `17,5`. */
export function points(value: number): string {
  return formatPoints(value, currentLanguage());
}

/** A moment as a person writes it, in their own time zone: `3 maart om 14:05`. */
export function moment(iso: string): string {
  return new Intl.DateTimeFormat(currentLanguage() === 'en' ? 'en-GB' : 'nl', {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso));
}
