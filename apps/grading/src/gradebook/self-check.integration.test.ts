import { ScoreCheckSchema } from '@mgv/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FakePlatform, type Fault, startFakePlatform } from '../testing/fake-platform.ts';
import { type Change, course } from '../testing/people.ts';
import { startTestGrading, type TestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';

describe.each(ENGINES)('a trial mark on %s', (engine) => {
  let database: TestDatabase;
  let platform: FakePlatform;
  let grading: TestGrading;

  beforeAll(async () => {
    database = await createTestDatabase(engine);
    platform = await startFakePlatform();
    grading = await startTestGrading(database, platform.url);
  });
  afterAll(async () => {
    await grading.close();
    await platform.close();
    await database.remove();
  });
  beforeEach(() => {
    platform.posts.length = 0;
    platform.faults.score = null;
  });

  /** A course where a real student has been, and a test student unless it says not. */
  async function visited({ test = true, change = {} }: { test?: boolean; change?: Change } = {}) {
    const { person } = course(platform);
    await grading.open(person('student', 'Noor', change));
    const tester = person('student', null, { ...change, person: { test: true } });
    if (test) await grading.open(tester);
    return { tester, person };
  }
  const tryScore = async (who: Parameters<TestGrading['call']>[0]) =>
    ScoreCheckSchema.parse((await grading.call(who, 'POST', '/api/self-check/score')).body);

  it.each(['trainer', 'assistant', 'admin'] as const)('goes to the test student alone, for a %s', async (role) => {
    const { tester, person } = await visited();
    expect(await tryScore(person(role, 'T'))).toEqual({ outcome: 'confirmed', explanation: null });
    expect(platform.posts.map(({ userId }) => userId)).toEqual([tester.person.lmsUserId]);
    expect(platform.posts[0]).toMatchObject({ activityProgress: 'Completed', gradingProgress: 'FullyGraded' });
  });

  it('twice in one second is no failure', async () => {
    const { person } = await visited();
    const trainer = person('trainer', 'T');
    await tryScore(trainer);
    expect((await tryScore(trainer)).outcome).toBe('confirmed');
  });

  it('is not sent where no test student has been', async () => {
    const { person } = await visited({ test: false });
    expect((await tryScore(person('trainer', 'T'))).outcome).toBe('no-test-person');
    expect((await tryScore(course(platform).person('trainer', 'T'))).outcome).toBe('no-test-person');
    expect(platform.posts).toEqual([]);
  });

  it('makes no column', async () => {
    const { lineItems } = platform;
    const scopes = ['lineitem', 'score'].map((name) => `https://purl.imsglobal.org/spec/lti-ags/scope/${name}`);
    const change = { gradebook: { lineItem: null, lineItems, scopes } };
    const { person } = await visited({ change });
    expect((await tryScore(person('trainer', 'T', change))).outcome).toBe('no-column-yet');
    expect([platform.posts, platform.created]).toEqual([[], []]);
  });

  it.each<{ name: string; fault: Fault; outcome: string; says: string | null }>([
    { name: 'refuses', fault: () => ({ status: 422 }), outcome: 'failed', says: 'student' },
    { name: 'has a failure', fault: () => ({ status: 503 }), outcome: 'try-later', says: null },
  ])('says that the platform $name', async ({ fault, outcome, says }) => {
    const { person } = await visited();
    platform.faults.score = fault;
    const said = await tryScore(person('trainer', 'T'));
    expect(said.outcome).toBe(outcome);
    if (says === null) expect(said.explanation).toBeNull();
    else expect(said.explanation?.nl).toContain(says);
  });

  it.each([
    { name: 'no gradebook', gradebook: null },
    { name: 'no right to score', gradebook: { lineItem: 'https://lms.example/l', lineItems: null, scopes: [] } },
  ])('says that there is $name', async ({ gradebook }) => {
    const { person } = await visited();
    const said = await tryScore(person('trainer', 'T', { gradebook }));
    expect(said).toMatchObject({ outcome: 'failed', explanation: { nl: expect.any(String) as string } });
    expect(platform.posts).toEqual([]);
  });

  it.each(['student', 'observer', 'none'] as const)('lti-117 is not for a %s', async (role) => {
    const { person } = await visited();
    expect(await grading.refusal(person(role, 'X'), 'POST', '/api/self-check/score')).toBe('403 forbidden');
    expect(platform.posts).toEqual([]);
  });
});
