import { type Language, LANGUAGES } from '@mgv/core';

/**
 * The first locale that is one of our languages (`nl-NL` and `nl_NL` are Dutch); else `fallback`.
 *
 * @param locales - The most telling first.
 */
export function chooseLanguage(locales: readonly (string | undefined)[], fallback: Language): Language {
  for (const locale of locales) {
    const primary = locale?.toLowerCase().split(/[-_]/)[0];
    const found = LANGUAGES.find((language) => language === primary);
    if (found) return found;
  }
  return fallback;
}
