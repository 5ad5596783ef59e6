import { type Actor, type Review, ReviewSchema } from '@mgv/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handedIn } from '../testing/handed-in.ts';
import { course } from '../testing/people.ts';
import { startTestGrading, type TestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';

describe.each(ENGINES)('a launch for one student’s work, on %s', (engine) => {
  let database: TestDatabase;
  let app: TestGrading;

  beforeAll(async () => {
    database = await createTestDatabase(engine);
    app = await startTestGrading(database, 'http://127.0.0.1:9');
  });
  afterAll(async () => {
    await app.close();
    await database.remove();
  });

  /** The same person, whose launch asked for somebody's work. */
  const asking = (actor: Actor, review: { of?: Actor; attempt?: string }): Actor => ({
    ...actor,
    review: { lmsUserId: review.of?.person.lmsUserId ?? null, attemptId: review.attempt ?? null },
  });
  const review = async (actor: Actor): Promise<Review> =>
    ReviewSchema.parse((await app.call(actor, 'GET', '/api/review')).body);
  const refusal = (actor: Actor): Promise<string> => app.refusal(actor, 'GET', '/api/review');

  it.each(['trainer', 'assistant'] as const)('lti-229 leads a %s to the student’s newest attempt', async (role) => {
    const { person } = course(null);
    const [student, grader] = [person('student', 'Noor'), person(role, 'Anna')];
    await handedIn(app, student);
    const second = await handedIn(app, student);
    const found = await review(asking(grader, { of: student }));
    expect(found).toEqual({ attemptId: second, name: 'Noor', ordinal: 1 });
    expect(await app.inspect(asking(grader, { of: student }), second)).toMatchObject({ name: 'Noor' });
  });

  it('lti-229 leaves out what was not handed in', async () => {
    const { person } = course(null);
    const [student, trainer] = [person('student', 'Noor'), person('trainer', 'Anna')];
    const first = await handedIn(app, student);
    await app.start(student);
    expect(await review(asking(trainer, { of: student }))).toMatchObject({ attemptId: first });
  });

  it.each([
    { name: 'never came', come: () => Promise.resolve(), found: { attemptId: null, name: null, ordinal: null } },
    {
      name: 'only opened it',
      come: (student: Actor) => app.open(student),
      found: { attemptId: null, name: 'Noor', ordinal: 1 },
    },
    {
      name: 'is still busy',
      come: (student: Actor) => app.start(student),
      found: { attemptId: null, name: 'Noor', ordinal: 1 },
    },
  ])('lti-229 has nothing of a student who $name', async ({ come, found }) => {
    const { person } = course(null);
    const [student, trainer] = [person('student', 'Noor'), person('trainer', 'Anna')];
    await come(student);
    expect(await review(asking(trainer, { of: student }))).toEqual(found);
  });

  it('lti-230 leads a student to their own newest attempt', async () => {
    const { person } = course(null);
    const student = person('student', 'Noor');
    expect(await review(asking(student, { of: student }))).toMatchObject({ attemptId: null });
    const id = await handedIn(app, student);
    expect(await review(asking(student, { of: student }))).toMatchObject({ attemptId: id });
    expect(await review(asking(student, { attempt: id }))).toMatchObject({ attemptId: id });
    expect(await app.read(asking(student, { attempt: id }), id)).toMatchObject({ state: 'handed-in' });
  });

  it('lti-231 lets no student see another’s, whether there is any or not', async () => {
    const { person } = course(null);
    const [student, other, absent] = [person('student', 'Noor'), person('student', 'Bo'), person('student', 'Ali')];
    const id = await handedIn(app, student);
    const elsewhere = await handedIn(app, course(null).person('student', 'Zoë'));
    for (const wanted of [
      { of: student },
      { of: absent },
      { attempt: id },
      { attempt: elsewhere },
      { attempt: crypto.randomUUID() },
      { of: other, attempt: id },
    ])
      expect(await refusal(asking(other, wanted))).toBe('403 not-your-work');
    expect(await app.refusal(asking(other, { attempt: id }), 'GET', `/api/attempts/${id}`)).toBe('404 not-found');
    expect(await app.refusal(asking(other, { attempt: id }), 'GET', `/api/submissions/${id}`)).toBe('403 forbidden');
  });

  it('lti-232 opens the attempt of a relaunch that names another link of the course', async () => {
    const { person } = course(null);
    const [student, trainer] = [person('student', 'Noor'), person('trainer', 'Anna')];
    const first = await handedIn(app, student);
    await handedIn(app, student);
    const speedGrader = {
      ...asking(trainer, { attempt: first }),
      link: { ...trainer.link, id: 'the-course-itself', scenarioId: null },
      gradebook: null,
    };
    expect(await review(speedGrader)).toEqual({ attemptId: first, name: 'Noor', ordinal: 1 });
    expect(await app.inspect(speedGrader, first)).toMatchObject({ attemptNumber: 1, attempts: [{}, {}] });
    expect((await app.list(speedGrader)).rows).toHaveLength(1);
    expect(await app.open(speedGrader)).toMatchObject({ scenario: { id: 'gemengd' } });
  });

  it('lti-232 opens no attempt of another course, or that was not handed in, and makes no assignment', async () => {
    const here = course(null);
    const there = course(null).person('student', 'Zoë');
    const foreign = await handedIn(app, there);
    const trainer = here.person('trainer', 'Anna');
    for (const attempt of [foreign, crypto.randomUUID()]) {
      expect(await refusal(asking(trainer, { attempt }))).toBe('404 not-in-course');
      expect(await app.refusal(asking(trainer, { attempt }), 'GET', `/api/submissions/${attempt}`)).toBe(
        '404 not-found',
      );
      expect(await app.open(asking(trainer, { attempt }))).toMatchObject({ scenario: null });
    }
    const open = await app.start(here.person('student', 'Noor'));
    expect(await review(asking(trainer, { attempt: open.id }))).toMatchObject({ attemptId: null, name: 'Noor' });
  });

  it('lti-232 opens no attempt of the same course id at another tenant', async () => {
    const student = course(null).person('student', 'Noor');
    const id = await handedIn(app, student);
    const stranger = { ...course(null).person('trainer', 'Anna'), courseId: student.courseId, link: student.link };
    expect(await refusal(asking(stranger, { attempt: id }))).toBe('404 not-in-course');
  });

  it.each(['observer', 'admin', 'none'] as const)('lti-231 is not for the role %s', async (role) => {
    const { person } = course(null);
    const student = person('student', 'Noor');
    await handedIn(app, student);
    expect(await refusal(asking(person(role, null), { of: student }))).toBe('403 forbidden');
  });

  it('does not exist for a plain launch', async () => {
    expect(await refusal(course(null).person('trainer', 'Anna'))).toBe('404 not-found');
  });
});
