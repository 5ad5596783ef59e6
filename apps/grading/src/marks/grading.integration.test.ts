import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakePlatform, startFakePlatform } from '../testing/fake-platform.ts';
import { handedIn, judgement } from '../testing/handed-in.ts';
import { course } from '../testing/people.ts';
import { ANSWERS } from '../testing/scenarios.ts';
import { startTestGrading, type TestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';

describe.each(ENGINES)('a trainer, on %s', (engine) => {
  let database: TestDatabase;
  let platform: FakePlatform;
  let app: TestGrading;
  const all = { toon: true, diepte: true };
  const some = { toon: true, diepte: false };

  beforeAll(async () => {
    database = await createTestDatabase(engine);
    platform = await startFakePlatform();
    app = await startTestGrading(database, platform.url);
  });
  afterAll(async () => {
    await app.close();
    await platform.close();
    await database.remove();
  });

  it('sees automatic points at once, judges the texts, and the student sees it after release', async () => {
    const { person } = course(platform);
    const [student, trainer] = [person('student', 'Noor'), person('assistant', 'Anna')];
    const id = await handedIn(app, student);
    const before = await app.inspect(trainer, id);
    expect(before.points).toMatchObject({ kies: 2, orden: 0.5, reageer: null, schrijf: null });
    expect(before).toMatchObject({
      versions: [],
      attempts: [{ number: 1 }],
      position: 1,
      total: 1,
      previous: null,
      next: null,
    });
    const graded = await app.grade(trainer, id, judgement(some));
    expect(graded.versions).toMatchObject([{ version: 1, points: 6.5, maximum: 10.5, complete: true, author: 'Anna' }]);
    expect((await app.list(trainer)).rows).toMatchObject([{ state: 'graded', points: 6.5 }]);
    expect(await app.read(student, id)).toMatchObject({ state: 'handed-in', mark: null });
    await app.release(trainer, id, 1);
    const view = await app.read(student, id);
    expect(view).toMatchObject({ state: 'released', mark: { points: 6.5, maximum: 10.5, comment: 'Goed gewerkt.' } });
    expect(view.mark?.steps['reageer']).toEqual({
      points: 4,
      maximum: 4,
      criteria: [
        {
          title: { nl: 'Onderdeel toon' },
          level: { nl: 'KEY hoog toon' },
          points: 4,
          maximum: 4,
          remark: 'Mooi kort.',
        },
      ],
    });
    expect((await app.list(trainer)).rows).toMatchObject([{ state: 'released' }]);
    expect((await app.open(student)).attempts).toMatchObject([{ state: 'released', points: 6.5, counts: true }]);
  });

  it('cannot grade over a newer version or a newer attempt, and nothing is lost', async () => {
    const { person } = course(platform);
    const [student, trainer, other] = [person('student', 'Noor'), person('trainer', 'T'), person('trainer', 'U')];
    const id = await handedIn(app, student);
    const path = `/api/submissions/${id}/marks`;
    const both = await Promise.all([trainer, other].map((who) => app.call(who, 'POST', path, judgement(some))));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await app.refusal(other, 'POST', path, judgement(all))).toBe('409 mark-changed');
    const second = await handedIn(app, student, { kies: ANSWERS['kies']! });
    expect(await app.refusal(trainer, 'POST', path, judgement(all, { basedOn: 1 }))).toBe('409 newer-attempt');
    const kept = await app.grade(trainer, id, judgement(all, { basedOn: 1, newestAttempt: 2 }));
    expect(kept.versions.map(({ points }) => points)).toEqual([6.5, 10.5]);
    expect(await app.refusal(trainer, 'POST', `/api/submissions/${id}/release`, { version: 1 })).toBe(
      '409 mark-changed',
    );
    const newest = await app.inspect(trainer, second);
    expect(newest).toMatchObject({ attemptNumber: 2, versions: [{ version: 1, author: null, points: 2 }] });
  });

  it('gives a reason for changing what was released, and releases a version once', async () => {
    const { person } = course(platform);
    const [student, trainer] = [person('student', 'Noor'), person('trainer', 'T')];
    const id = await handedIn(app, student);
    await app.grade(trainer, id, judgement(some));
    const first = await app.release(trainer, id, 1);
    expect((await app.release(trainer, id, 1)).versions).toEqual(first.versions);
    const path = `/api/submissions/${id}/marks`;
    expect(await app.refusal(trainer, 'POST', path, judgement(all, { basedOn: 1, reason: ' ' }))).toBe(
      '400 reason-required',
    );
    await app.grade(trainer, id, judgement(all, { basedOn: 1, reason: 'Verkeerd gelezen.' }));
    expect((await app.read(student, id)).mark?.points).toBe(6.5);
    await app.release(trainer, id, 2);
    expect((await app.read(student, id)).mark?.points).toBe(10.5);
    expect(await app.refusal(trainer, 'POST', `/api/submissions/${id}/release`, { version: 9 })).toBe('404 not-found');
  });

  it.each([
    { name: 'a step without a rubric', judgements: { kies: { levels: {}, remarks: {} } } },
    { name: 'an unknown criterion', judgements: { reageer: { levels: { x: 0 }, remarks: {} } } },
    { name: 'an unknown level', judgements: { reageer: { levels: { toon: 2 }, remarks: {} } } },
    { name: 'a remark on nothing', judgements: { reageer: { levels: {}, remarks: { x: 'y' } } } },
  ])('cannot judge $name', async ({ judgements }) => {
    const { person } = course(platform);
    const id = await handedIn(app, person('student', 'Noor'));
    const trainer = person('trainer', 'T');
    const body = judgement(all, { judgements });
    expect(await app.refusal(trainer, 'POST', `/api/submissions/${id}/marks`, body)).toBe('400 invalid-request');
    expect((await app.inspect(trainer, id)).versions).toEqual([]);
  });

  it('saves a half judgement, which cannot be released', async () => {
    const { person } = course(platform);
    const id = await handedIn(app, person('student', 'Noor'));
    const trainer = person('trainer', 'T');
    await app.grade(trainer, id, judgement(all, { judgements: { reageer: { levels: { toon: 1 }, remarks: {} } } }));
    expect((await app.list(trainer)).rows).toMatchObject([{ state: 'to-grade', points: 6.5 }]);
    expect(await app.refusal(trainer, 'POST', `/api/submissions/${id}/release`, { version: 1 })).toBe(
      '409 mark-incomplete',
    );
    expect(await app.releaseAll(trainer)).toEqual({ released: 0, incomplete: 1 });
  });

  it('releases all that is complete, and goes from student to student by name', async () => {
    const { person } = course(platform, 'automatisch');
    const trainer = person('trainer', 'T');
    const ids: string[] = [];
    for (const name of ['Zoë', 'Bo', null])
      ids.push(await handedIn(app, person('student', name), { kies: ANSWERS['kies']! }));
    const [zoe, bo, nameless] = ids;
    await app.start(person('student', 'Ali'));
    expect((await app.list(trainer)).rows.map(({ name, ordinal, state }) => [name, ordinal, state])).toEqual([
      ['Ali', 4, 'busy'],
      ['Bo', 2, 'graded'],
      ['Zoë', 1, 'graded'],
      [null, 3, 'graded'],
    ]);
    expect(await app.inspect(trainer, zoe!)).toMatchObject({ previous: bo, next: nameless, position: 2, total: 3 });
    expect(await app.releaseAll(trainer)).toEqual({ released: 3, incomplete: 0 });
    expect(await app.releaseAll(trainer)).toEqual({ released: 0, incomplete: 0 });
  });

  it('is not a student, nor somebody of another course', async () => {
    const { person } = course(platform);
    const student = person('student', 'Noor');
    const id = await handedIn(app, student);
    const stranger = course(platform).person('trainer', 'V');
    for (const [method, path, body] of [
      ['GET', '/api/submissions', undefined],
      ['GET', `/api/submissions/${id}`, undefined],
      ['POST', `/api/submissions/${id}/marks`, judgement(all)],
      ['POST', `/api/submissions/${id}/release`, { version: 1 }],
      ['POST', '/api/releases', undefined],
      ['POST', `/api/passbacks/${id}/retry`, undefined],
    ] as const) {
      expect(await app.refusal(student, method, path, body)).toBe('403 forbidden');
      if (path.includes(id)) expect(await app.refusal(stranger, method, path, body)).toBe('404 not-found');
    }
    const open = await app.start(person('student', 'Bo'));
    expect(await app.refusal(person('trainer', 'T'), 'GET', `/api/submissions/${open.id}`)).toBe('404 not-found');
  });
});
