import { type Actor, type SummaryList, SummaryListSchema } from '@mgv/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handedIn, judgement } from '../testing/handed-in.ts';
import { type Course, course } from '../testing/people.ts';
import { startTestGrading, type TestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';

describe.each(ENGINES)('an observer, on %s', (engine) => {
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

  const observerOf = ({ person }: Course, ...students: Actor[]): Actor =>
    person('observer', 'Ouder', { mentees: students.map((student) => student.person.lmsUserId) });
  const summaries = async (actor: Actor): Promise<SummaryList> =>
    SummaryListSchema.parse((await app.call(actor, 'GET', '/api/summaries')).body);

  it('lti-098 sees of its own students how far they are, and of nobody else', async () => {
    const here = course(null);
    const [noor, bo, absent, other] = ['Noor', 'Bo', 'Ali', 'Zoë'].map((name) => here.person('student', name));
    await handedIn(app, noor!);
    await app.start(bo!);
    await handedIn(app, other!);
    const seen = await summaries(observerOf(here, noor!, bo!, absent!));
    expect(seen).toMatchObject({
      title: 'Opdracht 1',
      students: [
        { name: 'Noor', attempts: [{ state: 'handed-in', points: null }], mark: null },
        { name: 'Bo', attempts: [{ state: 'open' }], mark: null },
        { name: null, attempts: [], mark: null },
      ],
    });
    expect(JSON.stringify(seen)).not.toMatch(/Zoë|KEY|luisteren|Je wilt nu niet/);
  });

  it('lti-098 sees points and remarks once the student does, and not before', async () => {
    const here = course(null);
    const [student, trainer] = [here.person('student', 'Noor'), here.person('trainer', 'Anna')];
    const observer = observerOf(here, student);
    const id = await handedIn(app, student);
    await app.grade(trainer, id, judgement({ toon: true, diepte: false }));
    const before = await summaries(observer);
    expect(before.students).toMatchObject([
      { attempts: [{ state: 'handed-in', points: null }], mark: null, steps: [] },
    ]);
    expect(JSON.stringify(before)).not.toMatch(/Goed gewerkt|Mooi kort|6\.5/);
    await app.release(trainer, id, 1);
    const { mark } = await app.read(student, id);
    const [after] = (await summaries(observer)).students;
    expect(after).toMatchObject({ attempts: [{ state: 'released', points: 6.5 }], mark });
    expect(after?.mark).toMatchObject({ comment: 'Goed gewerkt.', gradebook: 'not-sent' });
    expect(after?.steps.map(({ id: step }) => step)).toEqual(['kies', 'orden', 'reageer', 'schrijf']);
    expect(JSON.stringify(after)).not.toMatch(/KEY duwen|KEY een|KEY voorbeeld|KEY waarom|Je wilt nu niet/);
  });

  it('lti-098 changes nothing by looking', async () => {
    const here = course(null);
    const observer = observerOf(here, here.person('student', 'Noor'));
    expect(await summaries(observer)).toMatchObject({ title: 'Opdracht 1', students: [{ attempts: [] }] });
    const trainer = here.person('trainer', 'Anna');
    expect(await app.list(trainer)).toMatchObject({ rows: [] });
  });

  it('lti-098 sees nobody when the platform names nobody', async () => {
    const here = course(null);
    await handedIn(app, here.person('student', 'Noor'));
    expect((await summaries(observerOf(here))).students).toEqual([]);
  });

  it('lti-098 sees nobody of another course, or of another school with the same ids', async () => {
    const [here, there] = [course(null), course(null)];
    const student = here.person('student', 'Noor');
    await handedIn(app, student);
    const seen = await summaries(observerOf(there, student));
    expect(seen.students).toEqual([{ name: null, attempts: [], mark: null, steps: [] }]);
  });

  it.each(['observer', 'admin', 'none'] as const)('lti-098 lti-099 the role %s may ask nothing else', async (role) => {
    const here = course(null);
    const student = here.person('student', 'Noor');
    const id = await handedIn(app, student);
    const actor = here.person(role, null, { mentees: role === 'observer' ? [student.person.lmsUserId] : [] });
    for (const [method, path] of [
      ['GET', '/api/assignment'],
      ['PUT', '/api/assignment'],
      ['POST', '/api/attempts'],
      ['GET', `/api/attempts/${id}`],
      ['POST', `/api/attempts/${id}/hand-in`],
      ['PUT', `/api/attempts/${id}/answers/kies`],
      ['POST', `/api/attempts/${id}/answers/kies/lock`],
      ['GET', '/api/submissions'],
      ['GET', `/api/submissions/${id}`],
      ['POST', `/api/submissions/${id}/marks`],
      ['POST', `/api/submissions/${id}/release`],
      ['POST', '/api/releases'],
      ['POST', `/api/passbacks/${id}/retry`],
      ['GET', '/api/review'],
    ] as const)
      expect(`${path} ${await app.refusal(actor, method, path, method === 'GET' ? undefined : {})}`).toBe(
        `${path} 403 forbidden`,
      );
    if (role !== 'observer') expect(await app.refusal(actor, 'GET', '/api/summaries')).toBe('403 forbidden');
  });

  it.each(['student', 'trainer', 'assistant'] as const)('lti-098 is not what a %s asks', async (role) => {
    expect(await app.refusal(course(null).person(role, 'T'), 'GET', '/api/summaries')).toBe('403 forbidden');
  });
});
