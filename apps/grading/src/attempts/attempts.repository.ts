import type { Db } from '@mgv/service-kit/database';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { attempts } from './attempts.schema.ts';

const AttemptSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  assignmentId: z.uuid(),
  participantId: z.uuid(),
  number: z.int(),
  scenarioVersion: z.string(),
  startedAt: z.date(),
  savedAt: z.date().nullable(),
  handedInAt: z.date().nullable(),
});
/** One go at an assignment. */
export type Attempt = z.infer<typeof AttemptSchema>;
/** An attempt by id. */
export type AttemptKey = Pick<Attempt, 'tenantId' | 'id'>;

const byId = ({ tenantId, id }: AttemptKey) => and(eq(attempts.tenantId, tenantId), eq(attempts.id, id));

/** A student's attempts, oldest first. */
export async function selectAttempts(db: Db, participant: { tenantId: string; id: string }): Promise<Attempt[]> {
  const rows = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.tenantId, participant.tenantId), eq(attempts.participantId, participant.id)))
    .orderBy(attempts.number);
  return rows.map((row) => AttemptSchema.parse(row));
}

/** All attempts at an assignment, oldest first within each student. */
export async function selectAttemptsOf(db: Db, assignment: { tenantId: string; id: string }): Promise<Attempt[]> {
  const rows = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.tenantId, assignment.tenantId), eq(attempts.assignmentId, assignment.id)))
    .orderBy(attempts.number);
  return rows.map((row) => AttemptSchema.parse(row));
}

/** Whether anybody has started. */
export async function hasAttempts(db: Db, assignment: { tenantId: string; id: string }): Promise<boolean> {
  const [row] = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(eq(attempts.tenantId, assignment.tenantId), eq(attempts.assignmentId, assignment.id)))
    .limit(1);
  return row !== undefined;
}

/** One attempt, or `null` when there is none with this id in this tenant. */
export async function selectOptionalAttempt(db: Db, key: AttemptKey): Promise<Attempt | null> {
  const [row] = await db.select().from(attempts).where(byId(key));
  return row ? AttemptSchema.parse(row) : null;
}

/** As {@link selectOptionalAttempt}; answers and the hand-in wait until the transaction ends. */
export async function lockAttempt(db: Db, key: AttemptKey): Promise<Attempt> {
  const [row] = await db.select().from(attempts).where(byId(key)).for('no key update');
  return AttemptSchema.parse(row);
}

/** Adds an attempt. */
export async function insertAttempt(db: Db, attempt: Attempt): Promise<Attempt> {
  const [row] = await db.insert(attempts).values(attempt).returning();
  return AttemptSchema.parse(row);
}

/** Sets when something was last saved. */
export async function updateSavedAt(db: Db, key: AttemptKey, savedAt: Date): Promise<void> {
  await db.update(attempts).set({ savedAt }).where(byId(key));
}

/** Hands an attempt in; gives `null` when it was handed in before. */
export async function updateHandedIn(db: Db, key: AttemptKey, handedInAt: Date): Promise<Attempt | null> {
  const [row] = await db
    .update(attempts)
    .set({ handedInAt })
    .where(and(byId(key), isNull(attempts.handedInAt)))
    .returning();
  return row ? AttemptSchema.parse(row) : null;
}

/** A student's handed-in attempts, oldest first. */
export async function selectHandedIn(db: Db, participant: { tenantId: string; id: string }): Promise<Attempt[]> {
  const rows = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.tenantId, participant.tenantId),
        eq(attempts.participantId, participant.id),
        isNotNull(attempts.handedInAt),
      ),
    )
    .orderBy(attempts.number);
  return rows.map((row) => AttemptSchema.parse(row));
}
