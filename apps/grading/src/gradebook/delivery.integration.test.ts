import type { Actor, AssignmentSettings } from '@mgv/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FakePlatform, startFakePlatform } from '../testing/fake-platform.ts';
import { handedIn, judgement } from '../testing/handed-in.ts';
import { type Change, course } from '../testing/people.ts';
import { ANSWERS } from '../testing/scenarios.ts';
import { startTestGrading, type TestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';
import { SCOPES } from './gradebook-state.ts';

describe.each(ENGINES)('a released mark, on %s', (engine) => {
  let database: TestDatabase;
  let platform: FakePlatform;
  let app: TestGrading;
  const low = { toon: false, diepte: false };
  const high = { toon: true, diepte: true };

  beforeAll(async () => {
    database = await createTestDatabase(engine);
    platform = await startFakePlatform();
    app = await startTestGrading(database, platform.url);
  });
  afterEach(() => {
    platform.faults = { score: null };
    platform.posts.length = 0;
    platform.created.length = 0;
  });
  afterAll(async () => {
    await app.close();
    await platform.close();
    await database.remove();
  });

  /** A student whose first attempt was judged and released. */
  async function released(change: Change = {}, who: Partial<Actor['person']> = {}) {
    const { person } = course(platform);
    const student = person('student', 'Noor', { ...change, person: who });
    const trainer = person('trainer', 'T', change);
    const id = await handedIn(app, student);
    await app.grade(trainer, id, judgement(low));
    await app.release(trainer, id, 1);
    const passback = async () => (await app.inspect(trainer, id)).passback;
    const state = async () => (await passback())?.state;
    const posts = () => platform.posts.filter(({ userId }) => userId === student.person.lmsUserId);
    return { student, trainer, id, passback, state, posts };
  }

  it('is posted exact, with its own timestamp and comment, and is read back', async () => {
    const { student, id, state, posts, passback } = await released();
    await expect.poll(state, { timeout: 10_000 }).toBe('confirmed');
    const { tenantId, person } = student;
    const [row] = (await app.passbacks()).filter((each) => each.tenantId === tenantId);
    expect(posts()).toEqual([
      {
        userId: person.lmsUserId,
        scoreGiven: 2.5,
        scoreMaximum: 10.5,
        activityProgress: 'Completed',
        gradingProgress: 'FullyGraded',
        timestamp: row?.timestamp,
        comment: 'Goed gewerkt.',
      },
    ]);
    expect(row?.timestamp).toMatch(/:\d\d\.000Z$/);
    expect(await passback()).toMatchObject({ tries: 1, reason: null, nextTryAt: null });
    expect(await app.read(student, id)).toMatchObject({ mark: { gradebook: 'in-gradebook' } });
  });

  it('gets a rising timestamp for each version, also when the clock is set back: V1, V2, V1', async () => {
    const { trainer, id, state, posts } = await released();
    await expect.poll(state, { timeout: 10_000 }).toBe('confirmed');
    app.clock.offset = -3_600_000;
    for (const [basedOn, levels] of [
      [1, high],
      [2, low],
    ] as const) {
      await app.grade(trainer, id, judgement(levels, { basedOn, reason: 'Herzien.' }));
      await app.release(trainer, id, basedOn + 1);
      await expect.poll(state, { timeout: 10_000 }).toBe('confirmed');
      await expect.poll(() => posts().length, { timeout: 10_000 }).toBe(basedOn + 1);
    }
    app.clock.offset = 0;
    const times = posts().map(({ timestamp }) => Date.parse(timestamp));
    expect(posts().map(({ scoreGiven }) => scoreGiven)).toEqual([2.5, 10.5, 2.5]);
    expect(times[1]! - times[0]!).toBe(1000);
    expect(times[2]! - times[1]!).toBe(1000);
  });

  it('is tried again with the same timestamp after a failure of the platform', async () => {
    let failures = 3;
    platform.faults.score = () => ((failures -= 1) >= 0 ? { status: 502, body: '<html>' } : null);
    const { state, posts, passback } = await released();
    await expect.poll(state, { timeout: 10_000 }).toBe('confirmed');
    expect(posts()).toHaveLength(4);
    expect(new Set(posts().map(({ timestamp }) => timestamp)).size).toBe(1);
    expect(await passback()).toMatchObject({ tries: 4, reason: null });
  });

  it('waits visibly while the platform is down, and is given up after 48 hours, until somebody retries', async () => {
    platform.faults.score = () => ({ status: 503 });
    const { state, passback, trainer, student, id } = await released();
    await expect.poll(async () => (await passback())?.reason, { timeout: 10_000 }).toBe('server-error');
    expect((await passback())?.explanation?.nl).toContain('storing');
    expect(await app.read(student, id)).toMatchObject({ mark: { gradebook: 'on-its-way' } });
    app.clock.offset += 49 * 3_600_000;
    await expect.poll(state, { timeout: 10_000 }).toBe('refused');
    expect(await passback()).toMatchObject({ reason: 'gave-up', nextTryAt: null });
    expect((await app.passbacks('?state=refused')).map(({ id: each }) => each)).toContain((await passback())?.id);
    platform.faults.score = null;
    await app.retry(trainer, (await passback())?.id ?? '');
    await expect.poll(state, { timeout: 10_000 }).toBe('confirmed');
  });

  it.each([
    { name: 'locked in Moodle', fault: { status: 500, body: '[]' }, reason: 'locked' },
    { name: 'of somebody who left', fault: { status: 422 }, reason: 'not-a-member' },
    { name: 'for a column that is gone', fault: { status: 404 }, reason: 'not-found' },
    { name: 'refused for want of a right', fault: { status: 401 }, reason: 'no-access' },
  ])('that is $name is refused with a plain reason, and not tried again', async ({ fault, reason }) => {
    platform.faults.score = () => fault;
    const { state, passback, posts } = await released();
    await expect.poll(state, { timeout: 10_000 }).toBe('refused');
    expect(await passback()).toMatchObject({ reason, nextTryAt: null });
    expect((await passback())?.explanation?.en).toMatch(/\.$/);
    expect(posts()).toHaveLength(fault.status === 401 ? 2 : 1);
  });

  it('gets one fresh token after a 401', async () => {
    let first = true;
    platform.tokenRequests.length = 0;
    platform.faults.score = () => {
      if (!first) return null;
      first = false;
      return { status: 401 };
    };
    const { state, student } = await released();
    await expect.poll(state, { timeout: 10_000 }).toBe('confirmed');
    const asked = platform.tokenRequests.slice(0, 2);
    expect(asked).toMatchObject([{ renew: false, tenantId: student.tenantId }, { renew: true }]);
  });

  it('is confirmed after a 409 when the gradebook shows it, and refused when it shows another', async () => {
    platform.faults.score = (score) => {
      platform.results.set(score.userId, score);
      return { status: 409 };
    };
    const ours = await released();
    await expect.poll(ours.state, { timeout: 10_000 }).toBe('confirmed');
    platform.faults.score = (score) => {
      platform.results.set(score.userId, { ...score, scoreGiven: 9 });
      return { status: 409 };
    };
    const theirs = await released();
    await expect.poll(theirs.state, { timeout: 10_000 }).toBe('refused');
    expect(await theirs.passback()).toMatchObject({ reason: 'stale' });
  });

  it('is shown as differing when the platform keeps another mark', async () => {
    platform.faults.score = (score) => {
      platform.results.set(score.userId, { ...score, scoreGiven: 9 });
      return { status: 200 };
    };
    const { state, passback } = await released();
    await expect.poll(state, { timeout: 10_000 }).toBe('sent');
    expect(await passback()).toMatchObject({ reason: 'differs' });
  });

  it('gives way to a newer one while it waits: only the newest is sent', async () => {
    platform.faults.score = () => ({ status: 503, headers: { 'Retry-After': '3600' } });
    const { trainer, id, passback, state, posts, student } = await released();
    await expect.poll(async () => (await passback())?.tries, { timeout: 10_000 }).toBe(1);
    platform.faults.score = null;
    await app.grade(trainer, id, judgement(high, { basedOn: 1, reason: 'Herzien.' }));
    await app.release(trainer, id, 2);
    await expect.poll(state, { timeout: 10_000 }).toBe('confirmed');
    expect(posts().map(({ scoreGiven }) => scoreGiven)).toEqual([2.5, 10.5]);
    const rows = (await app.passbacks()).filter(({ tenantId }) => tenantId === student.tenantId);
    expect(rows.map((row) => row.state)).toEqual(['confirmed', 'superseded']);
  });

  it('goes to one line item, made once, when launches name none', async () => {
    const lineItems = platform.lineItems;
    const gradebook = { lineItem: null, lineItems, scopes: Object.values(SCOPES) };
    const { person } = course(platform, 'automatisch');
    const change = { gradebook };
    const students = ['A', 'B', 'C', 'D'].map((name) => person('student', name, change));
    await Promise.all(students.map((student) => handedIn(app, student, { kies: ANSWERS['kies']! })));
    const trainer = person('trainer', 'T', change);
    await app.releaseAll(trainer);
    const states = async () => (await app.list(trainer)).rows.map(({ passback }) => passback?.state);
    await expect.poll(states, { timeout: 10_000 }).toEqual(students.map(() => 'confirmed'));
    expect(platform.created).toMatchObject([
      { label: 'Opdracht 1', scoreMaximum: 2, resourceId: 'automatisch', tag: 'mgv' },
    ]);
    expect(platform.most).toBe(1);
  });

  it('is not connected without a claim or a right, and goes as soon as a launch brings them', async () => {
    const none = await released({ gradebook: null });
    expect(await none.passback()).toMatchObject({ state: 'not-connected', reason: 'no-claim' });
    const noRight = { lineItem: platform.lineItem, lineItems: null, scopes: [SCOPES.result] };
    const { trainer, id, state, passback } = await released({ gradebook: noRight });
    expect(await passback()).toMatchObject({ state: 'not-connected', reason: 'no-permission' });
    const connected = { ...trainer, gradebook: { ...noRight, scopes: [SCOPES.score, SCOPES.result] } };
    await app.inspect(connected, id);
    await expect
      .poll(async () => (await app.inspect(connected, id)).passback?.state, { timeout: 10_000 })
      .toBe('confirmed');
    expect(await state()).toBe('confirmed');
  });

  it("of a 'student view' person stays here", async () => {
    const { student, id, passback, posts } = await released({}, { test: true });
    expect(await app.read(student, id)).toMatchObject({ state: 'released', mark: { gradebook: 'not-sent' } });
    expect(await passback()).toBeNull();
    expect(posts()).toEqual([]);
  });

  it('of the attempt that counts goes, and a change of settings sends another', async () => {
    const { person } = course(platform, 'automatisch');
    const [student, trainer] = [person('student', 'Noor'), person('trainer', 'T')];
    const settings = (counts: AssignmentSettings['counts']) => ({
      scenarioId: 'automatisch',
      settings: { title: 'X', points: 2, attempts: 2, counts, results: 'per-step' },
    });
    await app.setUp(trainer, settings('best'));
    const good = await handedIn(app, student, { kies: ANSWERS['kies']! });
    const bad = await handedIn(app, student, { kies: { kind: 'choice', picked: ['duwen'] } });
    expect(await app.releaseAll(trainer)).toEqual({ released: 2, incomplete: 0 });
    const shown = () => platform.results.get(student.person.lmsUserId)?.scoreGiven;
    await expect.poll(shown, { timeout: 10_000 }).toBe(2);
    expect((await app.read(student, bad)).mark?.gradebook).toBe('other-attempt-counts');
    await app.setUp(trainer, settings('last'));
    await expect.poll(shown, { timeout: 10_000 }).toBe(0);
    expect((await app.read(student, good)).mark?.gradebook).toBe('other-attempt-counts');
  });
});
