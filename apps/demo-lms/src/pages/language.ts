import type { Request, RequestHandler } from 'express';
import { readCookie } from './cookies.ts';

/** The languages of the practice LMS; Dutch comes first. */
export type PageLanguage = 'nl' | 'en';

const COOKIE = 'lms_lang';

const toLanguage = (value: unknown): PageLanguage | null => (value === 'nl' || value === 'en' ? value : null);

/** The language of this request: `?lang=`, else the cookie, else Dutch. */
export function pageLanguage(req: Request): PageLanguage {
  return toLanguage(req.query['lang']) ?? toLanguage(readCookie(req, COOKIE)) ?? 'nl';
}

/** Keeps the language that a person chose with `?lang=`. */
export const rememberLanguage: RequestHandler = (req, res, next) => {
  const chosen = toLanguage(req.query['lang']);
  if (chosen) res.cookie(COOKIE, chosen, { httpOnly: true, sameSite: 'lax', maxAge: 365 * 24 * 3600 * 1000 });
  next();
};

/** Points as people write them: `17,5` in Dutch, `17.5` in English. */
export function formatPoints(points: number, language: PageLanguage): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(points);
}

/** A moment as people write it, in this computer's time zone. */
export function formatMoment(iso: string, language: PageLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

/** A moment as people write a date with its time, in this computer's time zone. */
export function formatDay(iso: string, language: PageLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}
