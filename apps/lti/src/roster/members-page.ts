import type { RosterMember } from '@mgv/contracts';
import { z } from 'zod';
import { IdClaimSchema } from '../launch/claims.ts';
import { nameOf } from '../launch/launch-facts.ts';
import { isTestPerson, roleOf } from '../launch/roles.ts';
import { linksOf } from './link-header.ts';
import { RosterError } from './roster.error.ts';

/** Media type to ask for, exactly: Moodle refuses every other. */
export const MEDIA_TYPE = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

/** Somebody as the platform's list names them. */
export interface PlatformMember extends Omit<RosterMember, 'personId'> {
  /** `sub` of their launches. */
  lmsUserId: string;
}

/** One page of the list. */
export interface MembersPage {
  members: PlatformMember[];
  /** Address of the next page, as the platform wrote it; `null` on the last. */
  next: string | null;
  /** Where the platform will say what has changed since. */
  differences: string | null;
}

const STATUS = { Active: 'active', Inactive: 'inactive', Deleted: 'left' } as const;
const text = z.string().optional().catch(undefined);
const MemberSchema = z.object({
  user_id: IdClaimSchema,
  /** A member without one is active. */
  status: z.enum(['Active', 'Inactive', 'Deleted']).catch('Active'),
  roles: z.array(z.string()).catch([]),
  name: text,
  given_name: text,
  family_name: text,
});
const ContainerSchema = z.object({ members: z.array(z.unknown()) });

/**
 * Reads one page of members, whatever it says its type is: older Canvas names another. A member that makes no sense is
 * left out, and so are test persons; everything but an id and roles is optional.
 *
 * @throws {RosterError} `unreadable`.
 * @see https://www.imsglobal.org/spec/lti-nrps/v2p0#membership-container-media-type
 */
export function parseMembersPage(body: string, linkHeader: string | undefined): MembersPage {
  const container = ContainerSchema.safeParse(jsonOf(body));
  if (!container.success) throw new RosterError('unreadable', 'the answer is no list of members');
  const links = linksOf(linkHeader);
  return {
    members: container.data.members.flatMap((each) => memberOf(each) ?? []),
    next: links.get('next') ?? null,
    differences: links.get('differences') ?? null,
  };
}

function memberOf(given: unknown): PlatformMember | null {
  const { data } = MemberSchema.safeParse(given);
  if (!data || isTestPerson(data.roles)) return null;
  return { lmsUserId: data.user_id, name: nameOf(data), role: roleOf(data.roles), status: STATUS[data.status] };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
