import type { Actor } from '@mgv/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakePlatform, startFakePlatform } from '../testing/fake-platform.ts';
import { handedIn } from '../testing/handed-in.ts';
import { course } from '../testing/people.ts';
import { ANSWERS } from '../testing/scenarios.ts';
import { startTestGrading, type TestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';

describe.each(ENGINES)('who is no student, on %s', (engine) => {
  let database: TestDatabase;
  let platform: FakePlatform;
  let app: TestGrading;

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

  const KIES = { kies: ANSWERS['kies']! };
  const as = (role: Actor['role'], actor: Actor): Actor => ({ ...actor, role });
  const posted = (actor: Actor): number =>
    platform.posts.filter(({ userId }) => userId === actor.person.lmsUserId).length;

  it.each([
    { name: 'before', first: true },
    { name: 'only after', first: false },
  ])('lti-106 never sends the mark of a teacher who plays the student, seen as a teacher $name', async ({ first }) => {
    const { person } = course(platform, 'automatisch');
    const [teacher, student] = [person('trainer', 'Anna'), person('student', 'Noor')];
    if (first) await app.open(teacher);
    const played = await handedIn(app, as('student', teacher), KIES);
    await handedIn(app, student, KIES);
    await app.open(teacher);
    const list = await app.list(teacher);
    expect(list.rows.map(({ name, test }) => [name, test])).toEqual([
      ['Noor', false],
      ['Anna', true],
    ]);
    expect(list.staff).toEqual([teacher.person.id]);
    await app.release(teacher, played, 1);
    await app.releaseAll(teacher);
    await expect.poll(() => posted(student), { timeout: 20_000 }).toBe(1);
    expect(posted(teacher)).toBe(0);
    expect((await app.list(teacher)).rows).toMatchObject([{ passback: {} }, { passback: null }]);
    // And in the role of a student again: still the same person.
    expect(await app.read(as('student', teacher), played)).toMatchObject({ mark: { gradebook: 'not-sent' } });
    expect((await app.list(teacher)).rows).toMatchObject([{ test: false }, { test: true }]);
  });

  it('lti-106 takes a teacher of another course for a student here', async () => {
    const [here, there] = [course(platform, 'automatisch'), course(platform, 'automatisch')];
    const both = there.person('trainer', 'Anna');
    await app.open(both);
    const student = { ...here.person('student', 'Anna'), tenantId: both.tenantId, person: both.person };
    await handedIn(app, student, KIES);
    const trainer = { ...here.person('trainer', 'T'), tenantId: both.tenantId };
    expect((await app.list(trainer)).rows).toMatchObject([{ name: 'Anna', test: false }]);
  });

  it('lti-100 leaves test persons out of releasing all, and of the way from student to student', async () => {
    const { person } = course(platform, 'automatisch');
    const trainer = person('trainer', 'Anna');
    const [noor, bo] = [person('student', 'Noor'), person('student', 'Bo')];
    const test = person('student', 'Test Student', { person: { test: true } });
    const [first, second, other] = [
      await handedIn(app, bo, KIES),
      await handedIn(app, noor, KIES),
      await handedIn(app, test, KIES),
    ];
    expect(await app.inspect(trainer, first)).toMatchObject({ next: second, position: 1, total: 2 });
    expect(await app.inspect(trainer, second)).toMatchObject({ previous: first, next: null, total: 2 });
    expect(await app.inspect(trainer, other)).toMatchObject({ previous: null, next: null, total: 1, test: true });
    expect(await app.releaseAll(trainer)).toEqual({ released: 2, incomplete: 0 });
    await expect.poll(() => posted(noor) + posted(bo), { timeout: 20_000 }).toBe(2);
    await app.release(trainer, other, 1);
    expect(posted(test)).toBe(0);
    expect(await app.read(test, other)).toMatchObject({ state: 'released', mark: { gradebook: 'not-sent' } });
  });
});
