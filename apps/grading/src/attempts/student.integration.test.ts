import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakePlatform, startFakePlatform } from '../testing/fake-platform.ts';
import { course, signed } from '../testing/people.ts';
import { ANSWERS } from '../testing/scenarios.ts';
import { startTestGrading, type TestGrading } from '../testing/start-test-grading.ts';
import { createTestDatabase, ENGINES, type TestDatabase } from '../testing/test-database.ts';

describe.each(ENGINES)('a student, on %s', (engine) => {
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

  it('opens an assignment that takes its settings from the link, the scenario and the defaults', async () => {
    const { person } = course(platform);
    const view = await app.open(person('student', 'Noor', { link: { settings: { counts: 'best', attempts: null } } }));
    expect(view.settings).toEqual({
      title: 'Opdracht 1',
      points: 10.5,
      attempts: null,
      counts: 'best',
      results: 'per-step',
    });
    expect(view).toMatchObject({ role: 'student', attempts: [], attemptsLeft: null, gradebook: 'connected' });
    expect(view.scenario).toMatchObject({ id: 'gemengd', maximum: 10.5, concepts: [{ nl: 'Weerstand' }] });
  });

  it('gets one assignment and one ordinal each when a class opens it at once', async () => {
    const { person } = course(platform);
    const students = Array.from({ length: 8 }, (_, index) => person('student', `S${String(index)}`));
    await Promise.all([...students, ...students].map((student) => app.open(student)));
    const { rows } = await app.list(person('trainer', 'T'));
    expect(rows.map(({ ordinal }) => ordinal).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['opened']));
  });

  it('sees no scenario until a trainer sets it up, which an assistant may not', async () => {
    const { person } = course(platform, null);
    const student = person('student', 'Noor');
    expect((await app.open(student)).scenario).toBeNull();
    expect(await app.refusal(student, 'POST', '/api/attempts')).toBe('404 not-found');
    const settings = { title: 'Zelf gekozen', points: 20, attempts: 1, counts: 'last', results: 'after-hand-in' };
    const body = { scenarioId: 'automatisch', settings };
    expect(await app.refusal(person('assistant', 'A'), 'PUT', '/api/assignment', body)).toBe('403 forbidden');
    expect(await app.refusal(student, 'PUT', '/api/assignment', body)).toBe('403 forbidden');
    const trainer = person('trainer', 'T');
    const unknown = { ...body, scenarioId: 'bestaat-niet' };
    expect(await app.refusal(trainer, 'PUT', '/api/assignment', unknown)).toBe('400 unknown-scenario');
    expect((await app.setUp(trainer, body)).scenario?.id).toBe('automatisch');
    expect((await app.open(student)).settings).toEqual(settings);
    await app.start(student);
    const other = { scenarioId: 'gemengd', settings };
    expect(await app.refusal(trainer, 'PUT', '/api/assignment', other)).toBe('409 scenario-in-use');
    const longer = await app.setUp(trainer, { ...body, settings: { ...settings, attempts: 3 } });
    expect(longer.settings.attempts).toBe(3);
  });

  it('has one open attempt, however often it is started, and as many as the settings allow', async () => {
    const { person } = course(platform);
    const student = person('student', 'Noor', { link: { settings: { attempts: 2 } } });
    const started = await Promise.all(Array.from({ length: 6 }, () => app.call(student, 'POST', '/api/attempts')));
    expect(started.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201]);
    const first = await app.start(student);
    await app.handIn(student, first.id);
    const second = await app.start(student);
    expect([first.number, second.number]).toEqual([1, 2]);
    await app.handIn(student, second.id);
    expect(await app.refusal(student, 'POST', '/api/attempts')).toBe('409 no-attempts-left');
    expect(await app.open(student)).toMatchObject({ attemptsLeft: 0, attempts: [{ number: 1 }, { number: 2 }] });
    expect(await app.refusal(person('trainer', 'T'), 'POST', '/api/attempts')).toBe('403 forbidden');
    expect(await app.refusal(person('none', 'X'), 'GET', '/api/assignment')).toBe('403 forbidden');
  });

  it('keeps the newest answer, whatever order they arrive in', async () => {
    const student = course(platform).person('student', 'Noor');
    const { id } = await app.start(student);
    const text = (words: string, sequence: number) => ({ answer: { kind: 'respond', text: words }, sequence });
    expect((await app.save(student, id, 'reageer', text('nieuw', 200))).outdated).toBe(false);
    expect((await app.save(student, id, 'reageer', text('oud', 100))).outdated).toBe(true);
    expect((await app.read(student, id)).answers['reageer']).toEqual({ kind: 'respond', text: 'nieuw' });
    const odd = text('nul\u0000 en half \ud800', 300);
    await app.save(student, id, 'reageer', odd);
    expect((await app.read(student, id)).answers['reageer']).toEqual({ kind: 'respond', text: 'nul en half \ufffd' });
  });

  it('locks a step, gets its feedback, and cannot change it any more', async () => {
    const student = course(platform).person('student', 'Noor');
    const { id } = await app.start(student);
    const wrong = { answer: { kind: 'choice', picked: ['duwen'] }, sequence: 1 };
    const locked = await app.lock(student, id, 'kies', wrong);
    expect(locked.feedback).toMatchObject({
      points: 0,
      parts: [{ id: 'duwen', verdict: 'wrong' }, { verdict: 'missed' }],
    });
    expect(locked.scenario.steps.map((step) => step.id)).toContain('na-duwen');
    const right = { answer: ANSWERS['kies'], sequence: 2 };
    expect(await app.lock(student, id, 'kies', right)).toEqual(locked);
    const path = `/api/attempts/${id}/answers`;
    expect(await app.refusal(student, 'PUT', `${path}/kies`, right)).toBe('409 answer-locked');
    const empty = { answer: { kind: 'choice', picked: [] }, sequence: 1 };
    const fresh = await app.start(course(platform).person('student', 'Bo'));
    expect(fresh.locked).toEqual([]);
    const blank = { answer: { kind: 'respond', text: '  ' }, sequence: 1 };
    expect(await app.refusal(student, 'POST', `${path}/reageer/lock`, blank)).toBe('409 step-not-answered');
    expect(await app.refusal(student, 'POST', `${path}/reageer/lock`, empty)).toBe('400 wrong-kind');
    const view = await app.read(student, id);
    expect(view).toMatchObject({ locked: ['kies'], answers: { kies: wrong.answer } });
    expect(view.answers['reageer']).toBeUndefined();
  });

  it('gets no feedback at a step where the settings say later', async () => {
    const student = course(platform).person('student', 'Noor', { link: { settings: { results: 'after-hand-in' } } });
    const { id } = await app.start(student);
    const body = { answer: ANSWERS['kies'], sequence: 1 };
    const path = `/api/attempts/${id}/answers/kies/lock`;
    expect(await app.refusal(student, 'POST', path, body)).toBe('409 lock-not-allowed');
    await app.save(student, id, 'kies', body);
    expect((await app.read(student, id)).feedback).toEqual({});
    expect(Object.keys((await app.handIn(student, id)).feedback)).toEqual(['kies']);
  });

  it('hands in once, however often, and then nothing changes', async () => {
    const student = course(platform).person('student', 'Noor');
    const { id } = await app.start(student);
    await app.save(student, id, 'kies', { answer: ANSWERS['kies'], sequence: 1 });
    const views = await Promise.all([1, 2, 3].map(() => app.handIn(student, id)));
    expect(views[1]).toEqual(views[0]);
    expect(views[2]).toEqual(views[0]);
    const body = { answer: ANSWERS['orden'], sequence: 2 };
    expect(await app.refusal(student, 'PUT', `/api/attempts/${id}/answers/orden`, body)).toBe('409 already-handed-in');
    expect(await app.refusal(student, 'POST', `/api/attempts/${id}/answers/orden/lock`, body)).toBe(
      '409 already-handed-in',
    );
    expect((await app.read(student, id)).answers).toEqual({ kies: ANSWERS['kies'] });
  });

  it.each([
    { name: 'a step that does not exist', step: 'nergens', answer: ANSWERS['kies'], want: '404 unknown-step' },
    { name: 'an explanation', step: 'uitleg', answer: ANSWERS['kies'], want: '400 wrong-kind' },
    { name: 'another kind', step: 'orden', answer: ANSWERS['kies'], want: '400 wrong-kind' },
    { name: 'an unknown option', step: 'kies', answer: { kind: 'choice', picked: ['x'] }, want: '400 unknown-option' },
    {
      name: 'two where one may',
      step: 'kies',
      answer: { kind: 'choice', picked: ['duwen', 'luisteren'] },
      want: '400 one-only',
    },
    {
      name: 'one twice',
      step: 'kies',
      answer: { kind: 'choice', picked: ['duwen', 'duwen'] },
      want: '400 picked-twice',
    },
    {
      name: 'an unknown item',
      step: 'orden',
      answer: { kind: 'classify', placed: { x: 'ja' } },
      want: '400 unknown-option',
    },
    {
      name: 'a text that is too long',
      step: 'reageer',
      answer: { kind: 'respond', text: 'x'.repeat(8001) },
      want: '400 invalid-request',
    },
    { name: 'no answer at all', step: 'kies', answer: undefined, want: '400 invalid-request' },
    {
      name: 'a body over 256 kB',
      step: 'reageer',
      answer: { kind: 'respond', text: 'x'.repeat(300_000) },
      want: '413 body-too-large',
    },
  ])('is refused $name, and nothing is stored', async ({ step, answer, want }) => {
    const student = course(platform).person('student', 'Noor');
    const { id } = await app.start(student);
    expect(await app.refusal(student, 'PUT', `/api/attempts/${id}/answers/${step}`, { answer, sequence: 1 })).toBe(
      want,
    );
    expect(await app.read(student, id)).toMatchObject({ answers: {}, savedAt: null });
  });

  it("does not find another student's or tenant's attempt, nor one that is no id", async () => {
    const { person, tenantId } = course(platform);
    const { id } = await app.start(person('student', 'Noor'));
    const elsewhere = course(platform).person('student', 'Bo');
    await app.start(elsewhere);
    const strangers = [
      person('student', 'Mo'),
      elsewhere,
      { ...person('student', 'Li'), tenantId: elsewhere.tenantId },
    ];
    for (const stranger of strangers) {
      for (const path of [
        `/api/attempts/${id}`,
        '/api/attempts/12',
        '/api/attempts/..%2f',
        `/api/attempts/${tenantId}`,
      ]) {
        expect(await app.refusal(stranger, 'GET', path)).toBe('404 not-found');
      }
      const body = { answer: ANSWERS['kies'], sequence: 1 };
      expect(await app.refusal(stranger, 'PUT', `/api/attempts/${id}/answers/kies`, body)).toBe('404 not-found');
      expect(await app.refusal(stranger, 'POST', `/api/attempts/${id}/hand-in`)).toBe('404 not-found');
    }
  });

  it('is nobody without a header that apps/lti signed for now', async () => {
    const student = course(platform).person('student', 'Noor');
    const late = new Date(app.now().getTime() - 120_000);
    const wrong = await signed(student, app.now(), 'another-key-another-key');
    for (const headers of [{}, { 'x-mgv-actor': 'x.y.z' }, wrong, await signed(student, late)]) {
      expect((await app.raw('/api/assignment', { headers })).status).toBe(401);
    }
    const malformed = { ...(await signed(student, app.now())), 'Content-Type': 'application/json' };
    const { status } = await app.raw('/api/attempts', { method: 'POST', headers: malformed, body: '{"a":' });
    expect(status).toBe(400);
    expect((await app.raw('/health/ready', {})).body).toEqual({ status: 'ok' });
    expect((await app.raw('/internal/passbacks', {})).status).toBe(404);
  });
});
