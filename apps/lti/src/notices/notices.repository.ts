import type { Db } from '@mgv/service-kit/database';
import { eq, isNull, lt, and, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { noticeHandlers, notices } from './notices.schema.ts';

/** A notice that passed every check. */
export interface Notice {
  tenantId: string;
  noticeId: string;
  type: string;
  contextId: string | null;
  originContexts: string[];
}

/** Writes notices that are not known yet. @returns how many were new. */
export async function insertNotices(db: Db, received: readonly Notice[], receivedAt: Date): Promise<number> {
  if (received.length === 0) return 0;
  const rows = received.map((notice) => ({ ...notice, receivedAt }));
  const written = await db.insert(notices).values(rows).onConflictDoNothing().returning({ id: notices.noticeId });
  return written.length;
}

/** A course, and what its launch says about where it was copied from. */
export interface CourseTrail {
  tenantId: string;
  courseId: string;
  /** Ids of the platform, nearest first. */
  contexts: readonly string[];
}

const AncestorsSchema = z.object({ rows: z.array(z.object({ id: z.uuid() })) });

/**
 * The courses of ours that a course was copied from, nearest first, at most 50: by what its launch says, by the notices
 * about it, and by notices about those. A course that was never opened is in between but not in the answer.
 */
export async function selectAncestors(db: Db, { tenantId, courseId, contexts }: CourseTrail): Promise<string[]> {
  const found = await db.execute(sql`
    with recursive trail (context_id, distance, place) as (
      select context_id, 0, 0 from courses where id = ${courseId} and tenant_id = ${tenantId}
      union
      select said.context_id, said.place::int, 0
      from jsonb_array_elements_text(${JSON.stringify(contexts)}::jsonb) with ordinality as said (context_id, place)
      union
      select origin.context_id, trail.distance + 1, origin.place::int
      from trail
      join notices on notices.tenant_id = ${tenantId} and notices.context_id = trail.context_id
      cross join lateral jsonb_array_elements_text(notices.origin_contexts)
        with ordinality as origin (context_id, place)
      where trail.distance < 50
    )
    select courses.id
    from trail join courses on courses.tenant_id = ${tenantId} and courses.context_id = trail.context_id
    where courses.id <> ${courseId} and courses.context_id <> ''
    group by courses.id
    order by min(trail.distance), min(trail.place), courses.id
    limit 50`);
  return AncestorsSchema.parse(found).rows.map(({ id }) => id);
}

/** Where a deployment should send its notices. */
export interface HandlerWish {
  tenantId: string;
  serviceUrl: string;
  handler: string;
}

/**
 * Takes the task of telling a deployment where its notices go.
 *
 * @param tryAgainBefore - A failure that is older may be tried again.
 * @returns false when it was done, or somebody else does it.
 */
export async function takeHandlerTask(
  db: Db,
  wish: HandlerWish,
  { now, tryAgainBefore }: { now: Date; tryAgainBefore: Date },
): Promise<boolean> {
  const { serviceUrl, handler } = wish;
  const other = or(
    sql`${noticeHandlers.serviceUrl} <> ${serviceUrl}`,
    sql`${noticeHandlers.handler} <> ${handler}`,
    and(isNull(noticeHandlers.registeredAt), lt(noticeHandlers.triedAt, tryAgainBefore)),
  );
  const taken = await db
    .insert(noticeHandlers)
    .values({ ...wish, triedAt: now })
    .onConflictDoUpdate({
      target: noticeHandlers.tenantId,
      set: { serviceUrl, handler, triedAt: now, registeredAt: null },
      ...(other && { setWhere: other }),
    })
    .returning({ tenantId: noticeHandlers.tenantId });
  return taken.length === 1;
}

/** The platform agreed. */
export async function updateRegistered(db: Db, tenantId: string, registeredAt: Date): Promise<void> {
  await db.update(noticeHandlers).set({ registeredAt }).where(eq(noticeHandlers.tenantId, tenantId));
}
