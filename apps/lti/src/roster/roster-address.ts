import type { Extent, KnownRoster } from './roster.repository.ts';

/** Members to ask for at a time: small enough for every platform, and for our limit on answers. */
const LIMIT = 100;
/** Members from which a course counts as large. */
const LARGE = 500;
/** How long changes alone will do, in milliseconds: then the list is read whole again. */
const WHOLE_EVERY_MS = 24 * 3_600_000;

/** An address to try. */
export interface RosterAddress {
  url: string;
  extent: Extent;
}

interface Wish {
  /** `context_memberships_url` of the launch. */
  url: string;
  /** Resource link id. */
  linkId: string;
  known: Pick<KnownRoster, 'members' | 'wholeAt' | 'differencesUrl'> | null;
  now: Date;
}

/**
 * Addresses of a roster, best first: what has changed since the last time; in a large course its students; who may open
 * this link (`rlid`); everybody in the course. Not every platform has all of these, nor knows every link: a teacher may
 * have opened the tool from elsewhere.
 *
 * @see https://www.imsglobal.org/spec/lti-nrps/v2p0#membership-differences
 * @see https://www.imsglobal.org/spec/lti-nrps/v2p0#role-query-parameter
 * @see https://www.imsglobal.org/spec/lti-nrps/v2p0#resource-link-membership-service
 */
export function rosterAddresses({ url, linkId, known, now }: Wish): RosterAddress[] {
  const withQuery = (filters: Record<string, string>): string => {
    const target = new URL(url);
    const query = { ...filters, limit: String(LIMIT) };
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
    return target.href;
  };
  const addresses: RosterAddress[] = [
    { url: withQuery({ rlid: linkId }), extent: 'everybody' },
    { url: withQuery({}), extent: 'everybody' },
  ];
  if ((known?.members.length ?? 0) > LARGE)
    addresses.unshift({ url: withQuery({ rlid: linkId, role: 'Learner' }), extent: 'learners' });
  if (known?.differencesUrl && now.getTime() - known.wholeAt.getTime() < WHOLE_EVERY_MS)
    addresses.unshift({ url: known.differencesUrl, extent: 'changes' });
  return addresses;
}
