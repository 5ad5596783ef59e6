import type { AskMembers } from './ask-members.ts';
import type { MembersPage } from './members-page.ts';
import { RosterError } from './roster.error.ts';

/** Pages after which a list is taken for endless. */
const MOST_PAGES = 1000;

/** A page with the address that it came from. */
export interface FetchedPage extends MembersPage {
  url: string;
}

/**
 * The pages of a list, one after the other. The platform's own links lead on, used as they are: an empty page, or one
 * with fewer members than asked for, is not the end. A link to a page that was read before is.
 *
 * @throws {RosterError} `unreadable` for a link to another origin, which would be handed our token, and for a list
 *   without end; else as `ask`.
 * @see https://www.imsglobal.org/spec/lti-nrps/v2p0#limit-query-parameter
 */
export async function* readPages(ask: AskMembers, first: string): AsyncGenerator<FetchedPage, void> {
  const seen = new Set<string>();
  let url: string | null = first;
  while (url !== null && !seen.has(url)) {
    if (seen.size === MOST_PAGES) throw new RosterError('unreadable', 'the list has no end');
    seen.add(url);
    const page: FetchedPage = { ...(await ask(url)), url };
    yield page;
    url = page.next === null ? null : sameOrigin(page.next, url);
  }
}

/**
 * An address that the platform gave, whole.
 *
 * @param from - The page that it stood on.
 * @throws {RosterError} `unreadable` when it leads to another origin.
 */
export function sameOrigin(address: string, from: string): string {
  const target = URL.canParse(address, from) ? new URL(address, from) : null;
  if (target?.origin !== new URL(from).origin) throw new RosterError('unreadable', 'the list goes on at another host');
  return URL.canParse(address) ? address : target.href;
}
