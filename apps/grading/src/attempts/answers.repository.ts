import { type Answer, type Answers, AnswerSchema } from '@mgv/core';
import type { Db } from '@mgv/service-kit/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { AttemptKey } from './attempts.repository.ts';
import { answers } from './attempts.schema.ts';

const SavedAnswerSchema = z.object({
  stepId: z.string(),
  answer: AnswerSchema,
  sequence: z.number(),
  savedAt: z.date(),
  lockedAt: z.date().nullable(),
});
/** The newest answer to one step. */
export type SavedAnswer = z.infer<typeof SavedAnswerSchema>;

/** An answer to keep. */
export interface NewAnswer {
  stepId: string;
  answer: Answer;
  sequence: number;
  savedAt: Date;
}

/** All answers of an attempt. */
export async function selectAnswers(db: Db, { tenantId, id }: AttemptKey): Promise<SavedAnswer[]> {
  const rows = await db
    .select()
    .from(answers)
    .where(and(eq(answers.tenantId, tenantId), eq(answers.attemptId, id)));
  return rows.map((row) => SavedAnswerSchema.parse(row));
}

/** Keeps an answer unless a newer or a locked one is there; gives whether it was kept. */
export async function upsertAnswer(db: Db, { tenantId, id }: AttemptKey, answer: NewAnswer): Promise<boolean> {
  const rows = await db
    .insert(answers)
    .values({ tenantId, attemptId: id, ...answer })
    .onConflictDoUpdate({
      target: [answers.attemptId, answers.stepId],
      set: { answer: answer.answer, sequence: answer.sequence, savedAt: answer.savedAt },
      setWhere: sql`${answers.lockedAt} is null and ${answers.sequence} <= ${answer.sequence}`,
    })
    .returning({ stepId: answers.stepId });
  return rows.length > 0;
}

/** Fixes an answer. */
export async function updateLocked(
  db: Db,
  { tenantId, id }: AttemptKey,
  stepId: string,
  lockedAt: Date,
): Promise<void> {
  await db
    .update(answers)
    .set({ lockedAt })
    .where(
      and(
        eq(answers.tenantId, tenantId),
        eq(answers.attemptId, id),
        eq(answers.stepId, stepId),
        isNull(answers.lockedAt),
      ),
    );
}

/** Answers by step id, as core wants them. */
export function answersOf(saved: readonly SavedAnswer[]): Answers {
  return Object.fromEntries(saved.map(({ stepId, answer }) => [stepId, answer]));
}
