import { type RosterMember, RosterMemberSchema } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { people } from '../launch/launch.schema.ts';
import { rosterMembers, rosters } from './roster.schema.ts';

/** Whose roster: of one link in one course. */
export interface RosterPlace {
  tenantId: string;
  courseId: string;
  /** Resource link id. */
  linkId: string;
}

/** What is known of a roster from before. */
export interface KnownRoster {
  members: RosterMember[];
  readAt: Date;
  wholeAt: Date;
  differencesUrl: string | null;
}

/** Who is named in a reading. */
export type Extent = 'everybody' | 'learners' | 'changes';

/** A reading to keep. */
export interface RosterReading {
  members: Pick<RosterMember, 'personId' | 'role' | 'status'>[];
  readAt: Date;
  differencesUrl: string | null;
  /** What was read: who of the others has left then? */
  extent: Extent;
}

/** A person by id. */
export interface RosterPerson {
  id: string;
  /** As their newest launch gave it. */
  name: string | null;
}

const at = ({ tenantId, courseId, linkId }: RosterPlace) =>
  and(eq(rosters.tenantId, tenantId), eq(rosters.courseId, courseId), eq(rosters.lmsLinkId, linkId));

/** The last known roster; `null` before the first. Names are those of launches. */
export async function selectOptionalRoster(db: Db, place: RosterPlace): Promise<KnownRoster | null> {
  const [roster] = await db.select().from(rosters).where(at(place));
  if (!roster) return null;
  const { id, readAt, wholeAt, differencesUrl } = roster;
  const rows = await db
    .select({
      personId: rosterMembers.personId,
      name: people.name,
      role: rosterMembers.role,
      status: rosterMembers.status,
    })
    .from(rosterMembers)
    .innerJoin(people, and(eq(people.id, rosterMembers.personId), eq(people.tenantId, place.tenantId)))
    .where(eq(rosterMembers.rosterId, id));
  return { members: z.array(RosterMemberSchema).parse(rows), readAt, wholeAt, differencesUrl };
}

/** The people behind LMS ids, by that id; who is new is added without a name. */
export async function upsertPeople(
  db: Db,
  tenantId: string,
  lmsUserIds: readonly string[],
): Promise<Map<string, RosterPerson>> {
  const given = sql`jsonb_array_elements_text(${JSON.stringify(lmsUserIds)}::jsonb)`;
  await db.execute(sql`
    insert into people (tenant_id, lms_user_id)
    select ${tenantId}::uuid, given.sub from ${given} as given (sub)
    where not exists (select from people where tenant_id = ${tenantId}::uuid and lms_user_id = given.sub)
    order by given.sub
    on conflict do nothing`);
  const rows = await db
    .select({ id: people.id, name: people.name, lmsUserId: people.lmsUserId })
    .from(people)
    .where(and(eq(people.tenantId, tenantId), sql`${people.lmsUserId} in (select ${given})`));
  return new Map(rows.map(({ lmsUserId, ...person }) => [lmsUserId, person]));
}

/** Keeps a reading: who was in the roster and is not named any more has left. */
export async function writeRoster(db: Db, place: RosterPlace, reading: RosterReading): Promise<void> {
  const { tenantId, courseId, linkId } = place;
  const { members, readAt, differencesUrl, extent } = reading;
  const named = JSON.stringify(members.map(({ personId, role, status }) => ({ person_id: personId, role, status })));
  await db.transaction(async (tx) => {
    const changed = { readAt, differencesUrl, ...(extent !== 'changes' && { wholeAt: readAt }) };
    const [roster] = await tx
      .insert(rosters)
      .values({ tenantId, courseId, lmsLinkId: linkId, readAt, wholeAt: readAt, differencesUrl })
      .onConflictDoUpdate({ target: [rosters.courseId, rosters.lmsLinkId], set: changed })
      .returning({ id: rosters.id });
    if (!roster) throw new Error('the roster was not written');
    if (extent !== 'changes') await leaveOut(tx, roster.id, reading);
    await tx.execute(sql`
      insert into roster_members (roster_id, person_id, role, status)
      select ${roster.id}::uuid, person_id, role, status
      from jsonb_to_recordset(${named}::jsonb) as named (person_id uuid, role text, status text)
      on conflict (roster_id, person_id) do update set role = excluded.role, status = excluded.status
      where (roster_members.role, roster_members.status) is distinct from (excluded.role, excluded.status)`);
  });
}

/** Marks as left whom a whole reading would have named; those named are set right after this. */
async function leaveOut(tx: Db, rosterId: string, { members, extent }: RosterReading): Promise<void> {
  const named = JSON.stringify(members.map(({ personId }) => personId));
  await tx.execute(sql`
    update roster_members set status = 'left'
    where roster_id = ${rosterId}::uuid and status <> 'left'
      and (${extent} = 'everybody' or role = 'student')
      and person_id not in (select value::uuid from jsonb_array_elements_text(${named}::jsonb))`);
}
