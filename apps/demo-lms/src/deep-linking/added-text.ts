import type { PageLanguage } from '../pages/language.ts';

/** How many activities were added, in words. */
export function addedText(count: number, language: PageLanguage): string {
  if (count === 0) return language === 'nl' ? 'Er is niets toegevoegd' : 'Nothing was added';
  if (count === 1) return language === 'nl' ? '1 activiteit toegevoegd' : '1 activity added';
  return language === 'nl' ? `${String(count)} activiteiten toegevoegd` : `${String(count)} activities added`;
}
