import { AssignmentSettingsSchema, GradebookSchema } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { assignments } from './assignments.schema.ts';

const AssignmentSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  courseId: z.uuid(),
  linkId: z.string(),
  scenarioId: z.string(),
  scenarioVersion: z.string(),
  settings: AssignmentSettingsSchema,
  settingsFrom: z.enum(['link', 'copy', 'trainer']),
  itemId: z.string().nullable(),
  copiedFrom: z.uuid().nullable(),
  createdAt: z.date(),
  gradebook: GradebookSchema.nullable(),
  ownLineItem: z.string().nullable(),
  platformFamily: z.string().nullable(),
});
/** One resource link with its scenario and settings. */
export type Assignment = z.infer<typeof AssignmentSchema>;

/** What names an assignment: the launch's tenant, course and link. */
export type AssignmentKey = Pick<Assignment, 'tenantId' | 'courseId' | 'linkId'>;

const byKey = ({ tenantId, courseId, linkId }: AssignmentKey) =>
  and(eq(assignments.tenantId, tenantId), eq(assignments.courseId, courseId), eq(assignments.linkId, linkId));
const byId = ({ tenantId, id }: Pick<Assignment, 'tenantId' | 'id'>) =>
  and(eq(assignments.tenantId, tenantId), eq(assignments.id, id));

/** The assignment behind a link, or `null` while it has none. */
export async function selectOptionalAssignment(db: Db, key: AssignmentKey): Promise<Assignment | null> {
  const [row] = await db.select().from(assignments).where(byKey(key));
  return row ? AssignmentSchema.parse(row) : null;
}

/** An assignment by its id. */
export async function selectAssignment(db: Db, key: Pick<Assignment, 'tenantId' | 'id'>): Promise<Assignment> {
  const [row] = await db.select().from(assignments).where(byId(key));
  return AssignmentSchema.parse(row);
}

/** As {@link selectAssignment}, and nobody else changes it, or adds a participant or attempt, until the transaction ends. */
export async function lockAssignment(db: Db, key: Pick<Assignment, 'tenantId' | 'id'>): Promise<Assignment> {
  const [row] = await db.select().from(assignments).where(byId(key)).for('no key update');
  return AssignmentSchema.parse(row);
}

/** Inserts once per link: whoever comes second gets the first one's row. */
export async function insertAssignment(db: Db, assignment: Assignment): Promise<Assignment> {
  const [row] = await db
    .insert(assignments)
    .values({ ...assignment, updatedAt: assignment.createdAt })
    .onConflictDoNothing()
    .returning();
  if (row) return AssignmentSchema.parse(row);
  const [first] = await db.select().from(assignments).where(byKey(assignment));
  return AssignmentSchema.parse(first);
}

/** Where to look for the original of a copy. */
export interface OriginPlaces extends AssignmentKey {
  /** `null` for any. */
  scenarioId: string | null;
  itemId: string | null;
  /** Courses and links that the copy may come from. */
  courseIds: readonly string[];
  linkIds: readonly string[];
}

/** Other assignments of the tenant that a link may be a copy of: by link, by course, or in the same course by item. */
export async function selectPossibleOrigins(db: Db, places: OriginPlaces): Promise<Assignment[]> {
  const { tenantId, courseId, linkId, scenarioId, itemId, courseIds, linkIds } = places;
  const sameItem =
    itemId === null ? undefined : and(eq(assignments.courseId, courseId), eq(assignments.itemId, itemId));
  const rows = await db
    .select()
    .from(assignments)
    .where(
      and(
        eq(assignments.tenantId, tenantId),
        or(ne(assignments.courseId, courseId), ne(assignments.linkId, linkId)),
        scenarioId === null ? undefined : eq(assignments.scenarioId, scenarioId),
        or(inArray(assignments.linkId, [...linkIds]), inArray(assignments.courseId, [...courseIds]), sameItem),
      ),
    )
    .limit(1000);
  return rows.map((row) => AssignmentSchema.parse(row));
}

/** Changes some fields. */
export async function updateAssignment(
  db: Db,
  key: Pick<Assignment, 'tenantId' | 'id'>,
  change: Partial<Omit<Assignment, 'id' | 'createdAt' | keyof AssignmentKey>> & { updatedAt: Date },
): Promise<Assignment> {
  const [row] = await db.update(assignments).set(change).where(byId(key)).returning();
  return AssignmentSchema.parse(row);
}

/** Whether another assignment of this tenant posts to this line item. */
export async function isLineItemTaken(
  db: Db,
  { tenantId, id }: Pick<Assignment, 'tenantId' | 'id'>,
  lineItem: string,
): Promise<boolean> {
  const uses = or(eq(assignments.ownLineItem, lineItem), sql`${assignments.gradebook} ->> 'lineItem' = ${lineItem}`);
  const [row] = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(eq(assignments.tenantId, tenantId), ne(assignments.id, id), uses))
    .limit(1);
  return row !== undefined;
}
