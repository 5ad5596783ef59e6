import type { Actor } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isStaff } from '../staff/staff.repository.ts';
import { type Assignment, lockAssignment } from './assignments.repository.ts';
import { participants } from './assignments.schema.ts';

const ParticipantSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  assignmentId: z.uuid(),
  personId: z.uuid(),
  lmsUserId: z.string(),
  name: z.string().nullable(),
  test: z.boolean(),
  ordinal: z.int(),
  lastScoreAt: z.date().nullable(),
});
/** A student in an assignment. */
export type Participant = z.infer<typeof ParticipantSchema>;
/** A participant by id. */
export type ParticipantKey = Pick<Participant, 'tenantId' | 'id'>;

const byId = ({ tenantId, id }: ParticipantKey) => and(eq(participants.tenantId, tenantId), eq(participants.id, id));

/** The actor as a participant, or `null` before the first opening. */
export async function selectOptionalParticipant(
  db: Db,
  { tenantId, id }: Pick<Assignment, 'tenantId' | 'id'>,
  personId: string,
): Promise<Participant | null> {
  const [row] = await db
    .select()
    .from(participants)
    .where(
      and(eq(participants.tenantId, tenantId), eq(participants.assignmentId, id), eq(participants.personId, personId)),
    );
  return row ? ParticipantSchema.parse(row) : null;
}

/** A participant by id. */
export async function selectParticipant(db: Db, key: ParticipantKey): Promise<Participant> {
  const [row] = await db.select().from(participants).where(byId(key));
  return ParticipantSchema.parse(row);
}

/** As {@link selectParticipant}; hand-ins, marks and releases of this student wait until the transaction ends. */
export async function lockParticipant(db: Db, key: ParticipantKey): Promise<Participant> {
  const [row] = await db.select().from(participants).where(byId(key)).for('no key update');
  return ParticipantSchema.parse(row);
}

/** Everybody who opened an assignment, in that order. */
export async function selectParticipants(
  db: Db,
  { tenantId, id }: Pick<Assignment, 'tenantId' | 'id'>,
): Promise<Participant[]> {
  const rows = await db
    .select()
    .from(participants)
    .where(and(eq(participants.tenantId, tenantId), eq(participants.assignmentId, id)))
    .orderBy(participants.ordinal);
  return rows.map((row) => ParticipantSchema.parse(row));
}

/** Those who opened an assignment and have one of these ids at the platform. */
export async function selectParticipantsByLmsId(
  db: Db,
  { tenantId, id }: Pick<Assignment, 'tenantId' | 'id'>,
  lmsUserIds: readonly string[],
): Promise<Participant[]> {
  if (lmsUserIds.length === 0) return [];
  const rows = await db
    .select()
    .from(participants)
    .where(
      and(
        eq(participants.tenantId, tenantId),
        eq(participants.assignmentId, id),
        inArray(participants.lmsUserId, [...lmsUserIds]),
      ),
    );
  return rows.map((row) => ParticipantSchema.parse(row));
}

/** Keeps the timestamp of the newest score made for a student. */
export async function updateLastScoreAt(db: Db, key: ParticipantKey, lastScoreAt: Date): Promise<void> {
  await db.update(participants).set({ lastScoreAt }).where(byId(key));
}

/** Adds the actor to an assignment, with the next ordinal, or brings the name up to date. Who grades here is a test person. */
export async function upsertParticipant(
  db: Db,
  assignment: Assignment,
  { person }: Actor,
  at: Date,
): Promise<Participant> {
  const { lmsUserId, name } = person;
  const test = person.test || (await isStaff(db, assignment, person.id));
  const known = await selectOptionalParticipant(db, assignment, person.id);
  if (known) {
    if (known.lmsUserId === lmsUserId && known.name === name && known.test === test) return known;
    const [row] = await db.update(participants).set({ lmsUserId, name, test }).where(byId(known)).returning();
    return ParticipantSchema.parse(row);
  }
  return db.transaction(async (tx) => {
    const { id: assignmentId, tenantId } = await lockAssignment(tx, assignment);
    const ordinal = sql<number>`(select coalesce(max(${participants.ordinal}), 0) + 1 from ${participants}
      where ${participants.tenantId} = ${tenantId} and ${participants.assignmentId} = ${assignmentId})`;
    const values = { id: crypto.randomUUID(), tenantId, assignmentId, personId: person.id, lmsUserId, name, test };
    const [row] = await tx
      .insert(participants)
      .values({ ...values, ordinal, openedAt: at })
      .onConflictDoUpdate({
        target: [participants.assignmentId, participants.personId],
        set: { lmsUserId, name, test },
      })
      .returning();
    return ParticipantSchema.parse(row);
  });
}
