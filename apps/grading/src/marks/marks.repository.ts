import { StepJudgementSchema } from '@mgv/contracts';
import type { Db } from '@mgv/service-kit/database';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { markVersions, releases } from './marks.schema.ts';

const MarkSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  attemptId: z.uuid(),
  version: z.int(),
  points: z.number(),
  maximum: z.number(),
  complete: z.boolean(),
  judgements: z.record(z.string(), StepJudgementSchema),
  comment: z.string(),
  reason: z.string(),
  authorId: z.uuid().nullable(),
  authorName: z.string().nullable(),
  createdAt: z.date(),
});
const ReleasableMarkSchema = MarkSchema.extend({ releasedAt: z.date().nullable() });
/** One version of a mark. */
export type Mark = z.infer<typeof MarkSchema>;
/** With the moment its student could see it first, if that has come. */
export type ReleasableMark = z.infer<typeof ReleasableMarkSchema>;

/** All versions of the marks of these attempts, oldest first within each. */
export async function selectMarks(db: Db, tenantId: string, attemptIds: readonly string[]): Promise<ReleasableMark[]> {
  if (attemptIds.length === 0) return [];
  const rows = await db
    .select({ ...getTableColumns(markVersions), releasedAt: releases.releasedAt })
    .from(markVersions)
    .leftJoin(releases, and(eq(releases.markVersionId, markVersions.id), eq(releases.tenantId, tenantId)))
    .where(and(eq(markVersions.tenantId, tenantId), inArray(markVersions.attemptId, [...attemptIds])))
    .orderBy(markVersions.version);
  return rows.map((row) => ReleasableMarkSchema.parse(row));
}

/** Adds a version. */
export async function insertMark(db: Db, mark: Mark): Promise<void> {
  await db.insert(markVersions).values(mark);
}

/** One release. */
export interface Release {
  markVersionId: string;
  tenantId: string;
  participantId: string;
  attemptId: string;
  releasedBy: string;
  releasedAt: Date;
}

/** Releases a version, once. */
export async function insertRelease(db: Db, release: Release): Promise<void> {
  await db.insert(releases).values(release).onConflictDoNothing();
}

/** The mark that its student sees: the highest released version. */
export function releasedMark(marks: readonly ReleasableMark[]): (ReleasableMark & { releasedAt: Date }) | null {
  for (const mark of marks.toReversed()) {
    if (mark.releasedAt) return { ...mark, releasedAt: mark.releasedAt };
  }
  return null;
}
