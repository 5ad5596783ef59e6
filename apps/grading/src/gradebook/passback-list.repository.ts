import { type PassbackRow, PassbackRowSchema, type PassbackState } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { assignments, participants } from '../assignments/assignments.schema.ts';
import { passbacks } from './gradebook.schema.ts';
import type { PassbackKey } from './passbacks.repository.ts';

/** Newest passbacks of all tenants, for the administrator of the installation: 200 at most, without names. */
export async function selectPassbackRows(db: Db, state: PassbackState | undefined): Promise<PassbackRow[]> {
  const rows = await db
    .select({
      passback: passbacks,
      personId: participants.personId,
      assignmentTitle: sql<string>`${assignments.settings} ->> 'title'`,
    })
    .from(passbacks)
    .innerJoin(
      participants,
      and(eq(participants.id, passbacks.participantId), eq(participants.tenantId, passbacks.tenantId)),
    )
    .innerJoin(
      assignments,
      and(eq(assignments.id, passbacks.assignmentId), eq(assignments.tenantId, passbacks.tenantId)),
    )
    .where(state && eq(passbacks.state, state))
    .orderBy(desc(passbacks.createdAt), desc(passbacks.timestamp))
    .limit(200);
  return rows.map(({ passback, personId, assignmentTitle }) =>
    PassbackRowSchema.parse({
      id: passback.id,
      tenantId: passback.tenantId,
      assignmentTitle,
      personId,
      state: passback.state,
      scoreGiven: passback.scoreGiven,
      scoreMaximum: passback.scoreMaximum,
      timestamp: passback.timestamp.toISOString(),
      tries: passback.tries,
      reason: passback.reason,
      nextTryAt: passback.nextTryAt?.toISOString() ?? null,
    }),
  );
}

/** Keys of these passbacks, or of all that are refused or waiting. */
export async function selectRetryable(db: Db, ids: readonly string[] | null): Promise<PassbackKey[]> {
  if (ids?.length === 0) return [];
  const wanted = ids ? inArray(passbacks.id, [...ids]) : inArray(passbacks.state, ['refused', 'waiting']);
  return db.select({ id: passbacks.id, tenantId: passbacks.tenantId }).from(passbacks).where(wanted);
}
