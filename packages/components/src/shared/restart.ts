import type { PageData } from '@mgv/contracts';
import { isRecord } from './platform-messages.ts';

/** What begins this launch again. */
export interface KeptRestart {
  action: string;
  fields: Record<string, string>;
}

/** What a page kept for the one that comes after a reload. */
export interface KeptPage {
  /** Goes on with the session. */
  ticket: string;
  language: PageData['language'];
}

/**
 * Keeps with this page of the history, for this frame alone, how a reload goes on and how to begin the launch again; in
 * the address stands the page that does so. It works where the browser gives no web storage too.
 */
export function keepRestart(
  { restart, resume, language }: Pick<PageData, 'restart' | 'resume' | 'language'>,
  page: Window = window,
): void {
  try {
    page.history.replaceState({ restart, ticket: resume.ticket, language }, '', resume.url);
  } catch {
    // A reload then says: open it again from the course.
  }
}

/** The way to begin the launch again that {@link keepRestart} kept, or `null`. */
export function keptRestart(page: Window = window): KeptRestart | null {
  const state: unknown = page.history.state;
  const kept = isRecord(state) ? state['restart'] : null;
  if (!isRecord(kept)) return null;
  const { action, fields } = kept;
  if (typeof action !== 'string' || !isRecord(fields)) return null;
  const texts = Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string');
  return { action, fields: Object.fromEntries(texts) };
}

/** What a reload goes on with, or `null`. */
export function keptPage(page: Window = window): KeptPage | null {
  const state: unknown = page.history.state;
  const ticket = isRecord(state) ? state['ticket'] : null;
  if (!isRecord(state) || typeof ticket !== 'string') return null;
  return { ticket, language: state['language'] === 'en' ? 'en' : 'nl' };
}

/**
 * The address that begins the launch again. An address and not a form: the service sends the browser on to the platform,
 * where a form of a page that may post to ourselves alone could not follow.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login (GET or POST)
 */
export function restartAddress({ action, fields }: KeptRestart): string {
  return `${action}?${new URLSearchParams(fields).toString()}`;
}
