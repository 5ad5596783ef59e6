import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakePlatform, startFakePlatform } from '../testing/fake-platform.ts';
import { handedIn } from '../testing/handed-in.ts';
import { course } from '../testing/people.ts';
import { type Program, startProgram } from '../testing/program.ts';
import { ANSWERS } from '../testing/scenarios.ts';
import { startTestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';

describe.each(ENGINES)('a service that dies, on %s', (engine) => {
  let database: TestDatabase;
  let platform: FakePlatform;
  let program: Program;

  beforeEach(async () => {
    database = await createTestDatabase(engine);
    platform = await startFakePlatform();
    program = await startProgram(database, platform.url);
  });
  afterEach(async () => {
    await program.kill();
    await platform.close();
    await database.remove();
  });

  it.each([
    { name: 'before the platform stored the score', stored: false },
    { name: 'after the platform stored the score', stored: true },
  ])('delivers after its restart, once in effect: killed $name', { timeout: 90_000 }, async ({ stored }) => {
    const { person } = course(platform, 'signalen-herkennen');
    const [student, trainer] = [person('student', 'Noor'), person('trainer', 'T')];
    const id = await handedIn(program, student, {});
    platform.faults.score = (score) => {
      if (stored) platform.results.set(score.userId, score);
      return 'silence';
    };
    await program.release(trainer, id, 1);
    await expect.poll(() => platform.posts.length, { timeout: 10_000 }).toBe(1);
    await program.kill();
    platform.faults.score = null;
    program = await startProgram(database, platform.url);
    const state = async () => (await program.inspect(trainer, id)).passback?.state;
    await expect.poll(state, { timeout: 60_000, interval: 200 }).toBe('confirmed');
    expect(platform.posts).toHaveLength(2);
    expect(platform.posts[1]).toEqual(platform.posts[0]);
    expect(platform.results.get(student.person.lmsUserId)).toEqual(platform.posts[0]);
  });
});

describe.runIf(ENGINES.includes('postgres'))('instances on one PostgreSQL', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase('postgres');
  });
  afterEach(async () => {
    await database.remove();
  });

  it('share the work, and post no score twice', { timeout: 60_000 }, async () => {
    const platforms = [await startFakePlatform(), await startFakePlatform()] as const;
    const [platform, second] = platforms;
    const apps = await Promise.all(platforms.map(({ url }) => startTestGrading(database, url)));
    const courses = Array.from({ length: 8 }, () => course(platform, 'automatisch'));
    const right = { kies: ANSWERS['kies']! };
    const trainers = courses.map(({ person }) => person('trainer', 'T'));
    for (const { person } of courses) {
      const students = [1, 2, 3].map((number) => person('student', `S${String(number)}`));
      await Promise.all(students.map((student, index) => handedIn(apps[index % 2]!, student, right)));
    }
    await Promise.all(trainers.map((trainer, index) => apps[index % 2]!.releaseAll(trainer)));
    const states = async () => {
      const lists = await Promise.all(trainers.map((trainer) => apps[0]!.list(trainer)));
      return new Set(lists.flatMap(({ rows }) => rows.map(({ passback }) => passback?.state)));
    };
    await expect.poll(states, { timeout: 30_000 }).toEqual(new Set(['confirmed']));
    const users = platform.posts.map(({ userId }) => userId);
    expect(users).toHaveLength(24);
    expect(new Set(users).size).toBe(24);
    expect(platform.tokenRequests.length).toBeGreaterThan(0);
    expect(second.tokenRequests.length).toBeGreaterThan(0);
    await Promise.all(apps.map(({ close }) => close()));
    await Promise.all(platforms.map(({ close }) => close()));
  });

  it('go on by themselves after the database threw everybody out', { timeout: 60_000 }, async () => {
    const platform = await startFakePlatform();
    const app = await startTestGrading(database, platform.url);
    const { person } = course(platform, 'automatisch');
    const id = await handedIn(app, person('student', 'Noor'), { kies: ANSWERS['kies']! });
    const db = drizzle(process.env['TEST_DATABASE_URL'] ?? '');
    const name = new URL(database.databaseUrl ?? '').pathname.slice(1);
    await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`);
    await db.$client.end();
    const trainer = person('trainer', 'T');
    const release = async () =>
      (await app.call(trainer, 'POST', `/api/submissions/${id}/release`, { version: 1 })).status;
    await expect.poll(release, { timeout: 20_000 }).toBe(200);
    const state = async () => (await app.inspect(trainer, id)).passback?.state;
    await expect.poll(state, { timeout: 20_000 }).toBe('confirmed');
    await app.close();
    await platform.close();
  });
});
