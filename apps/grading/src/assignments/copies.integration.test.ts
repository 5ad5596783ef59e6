import type { Actor, AssignmentSettings } from '@mgv/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '../gradebook/gradebook-state.ts';
import { type FakePlatform, startFakePlatform } from '../testing/fake-platform.ts';
import { handedIn, judgement } from '../testing/handed-in.ts';
import { type Change, type Course, course } from '../testing/people.ts';
import { startTestGrading, type TestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';

const SETTINGS: AssignmentSettings = {
  title: 'Les 3',
  points: 25,
  attempts: 1,
  counts: 'best',
  results: 'after-release',
};
const PICKED: Partial<AssignmentSettings> = { title: 'Zoals gekozen', points: 12 };

/** Where a launch of a copy comes from. */
interface Place {
  courseId: string;
  linkId: string;
  itemId?: string;
  courses?: string[];
  links?: string[];
}
const place = (change: Partial<Place> = {}): Place => ({
  courseId: crypto.randomUUID(),
  linkId: crypto.randomUUID(),
  ...change,
});

describe.each(ENGINES)('copies on %s', (engine) => {
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

  /** Somebody of a school, in the course and at the link of a place. */
  const at = (school: Course, role: Actor['role'], { courseId, linkId, itemId, courses, links }: Place): Actor => {
    const link = { id: linkId, itemId: itemId ?? null, settings: PICKED };
    const history = { courseIds: courses ?? [], linkIds: links ?? [] };
    return school.person(role, role, { courseId, link, history } satisfies Change);
  };
  /** A link whose settings the trainer changed after it was picked. */
  const original = async (school: Course, where: Place, settings = SETTINGS): Promise<void> => {
    const trainer = at(school, 'trainer', where);
    await app.open(trainer);
    await app.setUp(trainer, { scenarioId: 'gemengd', settings });
  };

  it('lti-233 takes the settings over, and no work of students', async () => {
    const school = course(null);
    const old = place();
    await original(school, old);
    await handedIn(app, at(school, 'student', old));
    const copy = place({ courses: [old.courseId] });
    const opened = await app.open(at(school, 'student', copy));
    expect(opened).toMatchObject({ settings: SETTINGS, attempts: [], attemptsLeft: 1 });
    const { rows } = await app.list(at(school, 'trainer', copy));
    expect(rows.map(({ state }) => state)).toEqual(['opened']);
    expect((await app.list(at(school, 'trainer', old))).rows.map(({ state }) => state)).toEqual(['to-grade']);
  });

  it('lti-233 keeps copy and original apart afterwards', async () => {
    const school = course(null);
    const old = place();
    await original(school, old);
    const copy = place({ courses: [old.courseId] });
    await app.open(at(school, 'trainer', copy));
    await original(school, old, { ...SETTINGS, title: 'Veranderd' });
    expect((await app.open(at(school, 'trainer', copy))).settings).toEqual(SETTINGS);
    await app.setUp(at(school, 'trainer', copy), { scenarioId: 'gemengd', settings: { ...SETTINGS, points: 7 } });
    expect((await app.open(at(school, 'trainer', copy))).settings.points).toBe(7);
    expect((await app.open(at(school, 'trainer', old))).settings).toEqual({ ...SETTINGS, title: 'Veranderd' });
  });

  it('lti-233 finds the scenario by the history of a link that names none', async () => {
    const school = course(null, null);
    const old = place();
    await original(school, old);
    const copy = place({ links: [old.linkId] });
    expect(await app.open(at(school, 'trainer', copy))).toMatchObject({
      scenario: { id: 'gemengd' },
      settings: SETTINGS,
    });
    const byCourse = place({ courses: [old.courseId] });
    expect((await app.open(at(school, 'trainer', byCourse))).scenario).toBeNull();
  });

  it('lti-234 sets a link up as it was picked when nothing tells of a copy', async () => {
    const school = course(null);
    const old = place();
    await original(school, old);
    const opened = await app.open(at(school, 'student', place()));
    expect(opened.settings).toMatchObject(PICKED);
    expect((await app.open(at(school, 'trainer', old))).settings).toEqual(SETTINGS);
  });

  it('lti-234 looks in its own school only', async () => {
    const school = course(null);
    const old = place();
    await original(school, old);
    const copy = place({ courses: [old.courseId], links: [old.linkId] });
    expect((await app.open(at(course(null), 'student', copy))).settings).toMatchObject(PICKED);
  });

  it('lti-237 takes the nearest original of a copy of a copy', async () => {
    const school = course(null);
    const [first, second, third] = [place(), place(), place()];
    await original(school, first);
    const copied = { ...second, courses: [first.courseId] };
    await app.open(at(school, 'trainer', copied));
    await original(school, copied, { ...SETTINGS, title: 'Tweede jaar' });
    const again = await app.open(at(school, 'student', { ...third, courses: [second.courseId, first.courseId] }));
    expect(again.settings.title).toBe('Tweede jaar');
    const unopened = place({ courses: [crypto.randomUUID(), first.courseId] });
    expect((await app.open(at(school, 'student', unopened))).settings.title).toBe('Les 3');
  });

  it('lti-237 finds a duplicate within the course by its item, and by its link', async () => {
    const school = course(null);
    const old = place({ itemId: 'item-1' });
    await original(school, old);
    const { courseId } = old;
    const byItem = await app.open(at(school, 'trainer', place({ courseId, itemId: 'item-1' })));
    expect(byItem.settings).toEqual(SETTINGS);
    const byLink = await app.open(at(school, 'trainer', place({ courseId, links: [old.linkId] })));
    expect(byLink.settings).toEqual(SETTINGS);
    const other = await app.open(at(school, 'trainer', place({ courseId, itemId: 'item-2' })));
    expect(other.settings).toMatchObject(PICKED);
  });

  it('lti-237 leaves what was in a course that content is imported into', async () => {
    const school = course(null);
    const old = place({ itemId: 'item-1' });
    await original(school, old);
    const own = place({ itemId: 'item-2' });
    await app.open(at(school, 'trainer', own));
    const courses = [old.courseId];
    const imported = place({ courseId: own.courseId, itemId: 'item-1', courses });
    expect((await app.open(at(school, 'trainer', imported))).settings).toEqual(SETTINGS);
    expect((await app.open(at(school, 'trainer', { ...own, courses }))).settings).toMatchObject(PICKED);
    const fresh = place({ courseId: own.courseId, itemId: 'item-3', courses });
    expect((await app.open(at(school, 'trainer', fresh))).settings).toMatchObject(PICKED);
  });

  it.each([
    { name: 'and nobody has begun', itemId: undefined, begin: false, settings: SETTINGS },
    { name: 'and a student has begun, but the item is the same', itemId: 'item-1', begin: true, settings: SETTINGS },
    { name: 'unless a student has begun and only the course tells', itemId: undefined, begin: true, settings: PICKED },
  ])('lti-236 takes settings over when the copy is told of later, $name', async ({ itemId, begin, settings }) => {
    const school = course(null);
    const old = place(itemId === undefined ? {} : { itemId });
    await original(school, old);
    const copy = { ...place(), ...(itemId !== undefined && { itemId }) };
    const early = at(school, 'student', copy);
    expect((await app.open(early)).settings).toMatchObject(PICKED);
    if (begin) await app.start(early);
    const later = await app.open({ ...early, history: { courseIds: [old.courseId], linkIds: [] } });
    expect(later.settings).toMatchObject(settings);
  });

  it('lti-236 never replaces what a trainer chose in the copy', async () => {
    const school = course(null);
    const old = place();
    await original(school, old);
    const copy = place();
    await original(school, copy, { ...SETTINGS, title: 'Eigen keuze' });
    const opened = await app.open(at(school, 'trainer', { ...copy, courses: [old.courseId] }));
    expect(opened.settings.title).toBe('Eigen keuze');
  });

  it('lti-236 takes nothing from an assignment that is newer than the copy', async () => {
    const school = course(null);
    const copy = place();
    await app.open(at(school, 'student', copy));
    const later = place();
    await original(school, later);
    const opened = await app.open(at(school, 'student', { ...copy, courses: [later.courseId] }));
    expect(opened.settings).toMatchObject(PICKED);
  });

  it('lti-233 two first launches at the same time make one assignment with the settings', async () => {
    const school = course(null);
    const old = place();
    await original(school, old);
    const copy = place({ courses: [old.courseId] });
    const opened = await Promise.all([1, 2, 3].map(() => app.open(at(school, 'student', copy))));
    for (const { settings } of opened) expect(settings).toEqual(SETTINGS);
    expect((await app.list(at(school, 'trainer', copy))).rows).toHaveLength(3);
  });

  it('lti-233 sends marks of the copy to the column that the platform copied, and makes none', async () => {
    const school = course(null);
    const old = place();
    await original(school, old);
    const inCopy = place({ courses: [old.courseId] });
    const lineItem = `${platform.url}/ags/5/lineitem?type_id=1`;
    const found = { lineItem: null, lineItems: platform.lineItems, scopes: Object.values(SCOPES) };
    platform.existing.push({ id: lineItem, resourceId: 'gemengd', tag: 'mgv' });
    const student = { ...at(school, 'student', inCopy), gradebook: found };
    const id = await handedIn(app, student);
    const trainer = { ...at(school, 'trainer', inCopy), gradebook: found };
    await app.grade(trainer, id, judgement({ toon: true, diepte: false }));
    await app.release(trainer, id, 1);
    const state = async () => (await app.inspect(trainer, id)).passback?.state;
    await expect.poll(state, { timeout: 15_000 }).toBe('confirmed');
    expect(platform.created).toEqual([]);
    expect(platform.results.has(student.person.lmsUserId)).toBe(true);
  });

  it('lti-094 a link never seen is set up by address or custom parameters', async () => {
    const opened = await app.open(at(course(null), 'trainer', place()));
    expect(opened).toMatchObject({ scenario: { id: 'gemengd' }, settings: PICKED });
  });

  it('lti-094 a link never seen that names no scenario waits for the trainer', async () => {
    const school = course(null, null);
    const link = place();
    const student = at(school, 'student', link);
    expect((await app.open(student)).scenario).toBeNull();
    expect(await app.refusal(student, 'POST', '/api/attempts')).toBe('404 not-found');
    await original(school, link);
    expect((await app.open(student)).scenario).toMatchObject({ id: 'gemengd' });
  });
});
