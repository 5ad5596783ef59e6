import { createLogger } from '@mgv/service-kit';
import { openDatabase } from '@mgv/service-kit/database';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../app.ts';
import { insertAssignment } from '../assignments/assignments.repository.ts';
import { upsertParticipant } from '../assignments/participants.repository.ts';
import { insertAttempt } from '../attempts/attempts.repository.ts';
import { course } from '../testing/people.ts';
import { createTestDatabase, ENGINES } from '../testing/test-database.ts';
import { insertMark, selectMarks } from './marks.repository.ts';
import { markVersions } from './marks.schema.ts';

it.each(ENGINES)('a stored version cannot be changed, not even by SQL: on %s', { timeout: 60_000 }, async (engine) => {
  const { dataDir, databaseUrl, remove } = await createTestDatabase(engine);
  const logger = createLogger('grading', 'silent');
  const { db, close } = await openDatabase({
    url: databaseUrl,
    dataDir,
    name: 'grading',
    migrations: MIGRATIONS,
    logger,
  });
  const at = new Date('2026-11-21T20:00:00Z');
  const student = course(null).person('student', 'Noor');
  const { tenantId, courseId, link } = student;
  const [assignmentId, attemptId, markId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const settings = { title: 'X', points: 10, attempts: null, counts: 'last', results: 'per-step' } as const;
  const chosen = { settings, settingsFrom: 'link', itemId: null, copiedFrom: null } as const;
  const content = { scenarioId: 'gemengd', scenarioVersion: 'v1', ...chosen };
  const noGradebook = { gradebook: null, ownLineItem: null, platformFamily: null };
  const keys = { id: assignmentId, tenantId, courseId, linkId: link.id };
  const assignment = await insertAssignment(db, { ...keys, ...content, ...noGradebook, createdAt: at });
  const { id: participantId } = await upsertParticipant(db, assignment, student, at);
  const times = { startedAt: at, savedAt: null, handedInAt: at };
  await insertAttempt(db, {
    id: attemptId,
    tenantId,
    assignmentId,
    participantId,
    number: 1,
    scenarioVersion: 'v1',
    ...times,
  });
  const nobody = { authorId: null, authorName: null, judgements: {}, comment: '', reason: '' };
  const numbers = { version: 1, points: 7.35, maximum: 10, complete: true, createdAt: at };
  await insertMark(db, { id: markId, tenantId, attemptId, ...nobody, ...numbers });

  const change = db
    .update(markVersions)
    .set({ points: sql`10` })
    .where(eq(markVersions.id, markId));
  await expect(change.execute()).rejects.toMatchObject({ cause: { code: '23001' } });
  expect(await selectMarks(db, tenantId, [attemptId])).toMatchObject([{ points: 7.35 }]);
  expect(await selectMarks(db, crypto.randomUUID(), [attemptId])).toEqual([]);
  await close();
  await remove();
});
