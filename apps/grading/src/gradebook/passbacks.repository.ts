import { PassbackStateSchema } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { and, asc, desc, eq, inArray, lt, lte, notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import { deliveryLeases, passbacks } from './gradebook.schema.ts';

const PassbackSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  assignmentId: z.uuid(),
  participantId: z.uuid(),
  markVersionId: z.uuid(),
  scoreGiven: z.number(),
  scoreMaximum: z.number(),
  comment: z.string(),
  timestamp: z.date(),
  state: PassbackStateSchema,
  tries: z.int(),
  reason: z.string().nullable(),
  nextTryAt: z.date().nullable(),
  waitingSince: z.date(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
/** One score on its way to the gradebook. */
export type Passback = z.infer<typeof PassbackSchema>;
/** A passback by id. */
export type PassbackKey = Pick<Passback, 'tenantId' | 'id'>;

const byId = ({ tenantId, id }: PassbackKey) => and(eq(passbacks.tenantId, tenantId), eq(passbacks.id, id));

/** Adds a passback. */
export async function insertPassback(db: Db, passback: Passback): Promise<void> {
  await db.insert(passbacks).values(passback);
}

/** A passback, or `null` when this tenant has none with this id. */
export async function selectOptionalPassback(db: Db, key: PassbackKey): Promise<Passback | null> {
  const [row] = await db.select().from(passbacks).where(byId(key));
  return row ? PassbackSchema.parse(row) : null;
}

/** The newest passback of a student, or `null`. */
export async function selectNewestPassback(
  db: Db,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<Passback | null> {
  const [row] = await db
    .select()
    .from(passbacks)
    .where(and(eq(passbacks.tenantId, tenantId), eq(passbacks.participantId, id)))
    .orderBy(desc(passbacks.timestamp))
    .limit(1);
  return row ? PassbackSchema.parse(row) : null;
}

/** The newest passback of every student of an assignment, by participant id. */
export async function selectNewestPassbacks(
  db: Db,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<Map<string, Passback>> {
  const rows = await db
    .select()
    .from(passbacks)
    .where(and(eq(passbacks.tenantId, tenantId), eq(passbacks.assignmentId, id)))
    .orderBy(asc(passbacks.timestamp));
  return new Map(rows.map((row) => [row.participantId, PassbackSchema.parse(row)]));
}

/** Makes every passback of a student that did not arrive give way to the one with timestamp `newest`. */
export async function supersedeOlder(
  db: Db,
  participant: { tenantId: string; id: string },
  newest: Date,
  at: Date,
): Promise<void> {
  await db
    .update(passbacks)
    .set({ state: 'superseded', nextTryAt: null, updatedAt: at })
    .where(
      and(
        eq(passbacks.tenantId, participant.tenantId),
        eq(passbacks.participantId, participant.id),
        inArray(passbacks.state, ['waiting', 'refused', 'not-connected']),
        lt(passbacks.timestamp, newest),
      ),
    );
}

/** Changes a passback that still waits; does nothing to one that was superseded meanwhile. */
export async function updateWaiting(
  db: Db,
  key: PassbackKey,
  change: Partial<Passback> & { updatedAt: Date },
): Promise<void> {
  await db
    .update(passbacks)
    .set(change)
    .where(and(byId(key), eq(passbacks.state, 'waiting')));
}

/** The passback of a tenant that has been due longest, or `null`. */
export async function selectOptionalDue(db: Db, tenantId: string, at: Date): Promise<Passback | null> {
  const [row] = await db
    .select()
    .from(passbacks)
    .where(and(eq(passbacks.tenantId, tenantId), eq(passbacks.state, 'waiting'), lte(passbacks.nextTryAt, at)))
    .orderBy(asc(passbacks.nextTryAt), asc(passbacks.timestamp))
    .limit(1);
  return row ? PassbackSchema.parse(row) : null;
}

/** Tenants with something due since `before` that nobody is delivering at `at`. */
export async function selectNeglectedTenants(db: Db, before: Date, at: Date): Promise<string[]> {
  const busy = db
    .select({ one: sql`1` })
    .from(deliveryLeases)
    .where(and(eq(deliveryLeases.tenantId, passbacks.tenantId), sql`${deliveryLeases.until} > ${at.toISOString()}`));
  const rows = await db
    .selectDistinct({ tenantId: passbacks.tenantId })
    .from(passbacks)
    .where(and(eq(passbacks.state, 'waiting'), lte(passbacks.nextTryAt, before), notExists(busy)))
    .limit(1000);
  return rows.map(({ tenantId }) => tenantId);
}

/** Lets a refused, waiting or unconnected passback go again at once; gives its tenant's key, or `null`. */
export async function updateToRetry(db: Db, key: PassbackKey, at: Date): Promise<PassbackKey | null> {
  const [row] = await db
    .update(passbacks)
    .set({ state: 'waiting', reason: null, nextTryAt: at, waitingSince: at, updatedAt: at })
    .where(and(byId(key), inArray(passbacks.state, ['refused', 'waiting', 'not-connected'])))
    .returning({ id: passbacks.id, tenantId: passbacks.tenantId });
  return row ?? null;
}

/** Lets the unconnected passbacks of an assignment go; gives how many. */
export async function connectPassbacks(
  db: Db,
  { tenantId, id }: { tenantId: string; id: string },
  at: Date,
): Promise<number> {
  const rows = await db
    .update(passbacks)
    .set({ state: 'waiting', reason: null, nextTryAt: at, waitingSince: at, updatedAt: at })
    .where(and(eq(passbacks.tenantId, tenantId), eq(passbacks.assignmentId, id), eq(passbacks.state, 'not-connected')))
    .returning({ id: passbacks.id });
  return rows.length;
}
