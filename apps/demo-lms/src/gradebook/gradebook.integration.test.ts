import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_SCOPES } from '../testing/minimal-tool.ts';
import { nextScore, Practice } from '../testing/practice.ts';

const LINE_ITEM = 'application/vnd.ims.lis.v2.lineitem+json';
const LINE_ITEMS = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const RESULTS = 'application/vnd.ims.lis.v2.resultcontainer+json';
const MEMBERS = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(async () => {
  await practice.stop();
});

describe('gradebook', () => {
  it('takes a score, shows it everywhere, and gives it back as a result', async () => {
    const answer = await practice.postScore(nextScore());
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    expect(await practice.cell()).toMatchObject({ score: 87.5, maximum: 100, comment: 'Goed <u>gevraagd</u>' });
    const headers = { Authorization: await practice.bearer(), Accept: RESULTS };
    const results: unknown = await (await fetch(`${practice.lineItem('/results')}&user_id=4`, { headers })).json();
    expect(results).toEqual([
      expect.objectContaining({
        userId: '4',
        resultScore: 87.5,
        resultMaximum: 100,
        scoreOf: practice.lineItem(),
        comment: 'Goed <u>gevraagd</u>',
      }),
    ]);
    expect(await practice.page('/courses/1/gradebook', '2')).toContain('87,5 / 100');
    expect(await practice.page('/courses/1/gradebook', '2')).toContain('&lt;u&gt;');
    expect(await practice.page('/courses/1', '4')).toContain('87,5 / 100');
    expect(await practice.page('/courses/1/gradebook', '5')).not.toContain('Sam de Vries');
  });

  it('refuses the same second with 409, and keeps what it had', async () => {
    const first = nextScore({ scoreGiven: 10 });
    expect((await practice.postScore(first)).status).toBe(200);
    const again = await practice.postScore({ ...first, scoreGiven: 1 });
    expect(again.status).toBe(409);
    expect(again.statusText).toContain('earlier timestamp');
    expect(await practice.cell()).toMatchObject({ score: 50 });
  });

  it('clears the grade for a status', async () => {
    expect((await practice.postScore(nextScore({ gradingProgress: 'PendingManual' }))).status).toBe(200);
    expect(await practice.cell()).toMatchObject({ score: null, comment: null });
  });

  it.each([
    { name: 'a teacher', body: { userId: '2' }, headers: {}, status: 400 },
    { name: 'nobody', body: { userId: '99' }, headers: {}, status: 400 },
    { name: 'no maximum', body: { scoreMaximum: undefined }, headers: {}, status: 400 },
    { name: 'a bad timestamp', body: { timestamp: 'now' }, headers: {}, status: 400 },
    { name: 'plain JSON', body: {}, headers: { 'Content-Type': 'application/json' }, status: 400 },
    { name: 'no token', body: {}, headers: { Authorization: '' }, status: 401 },
    { name: 'a foreign token', body: {}, headers: { Authorization: 'Bearer abc.def' }, status: 401 },
  ])('refuses a score with $name', async ({ body, headers, status }) => {
    expect((await practice.postScore(nextScore(body), headers)).status).toBe(status);
  });

  it('refuses a token without the scope', async () => {
    const headers = { Authorization: await practice.bearer(ALL_SCOPES.split(' ')[1]) };
    expect((await practice.postScore(nextScore(), headers)).status).toBe(403);
  });

  it('adds, reads, changes and lists line items, in pages', async () => {
    const Authorization = await practice.bearer();
    const list = `${practice.issuer}/lti/courses/1/lineitems?type_id=1`;
    const body = JSON.stringify({ label: 'Eigen kolom', scoreMaximum: 5, resourceId: 'eigen', tag: 'los' });
    const headers = { Authorization, 'Content-Type': LINE_ITEM };
    const made = await fetch(list, { method: 'POST', headers, body });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const changed = await fetch(id, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ label: 'Nieuw', scoreMaximum: 8 }),
    });
    expect(changed.status).toBe(200);
    expect(await (await fetch(id, { headers: { Authorization, Accept: LINE_ITEM } })).json()).toMatchObject({
      id,
      label: 'Nieuw',
      scoreMaximum: 8,
    });
    expect((await fetch(id, { method: 'DELETE', headers: { Authorization } })).status).toBe(405);
    const accept = { Authorization, Accept: LINE_ITEMS };
    expect(await (await fetch(`${list}&resource_link_id=12`, { headers: accept })).json()).toHaveLength(1);
    let next: string | null = `${list}&limit=1`;
    let count = 0;
    while (next !== null && count < 10) {
      const answer: Response = await fetch(next, { headers: accept });
      expect(await answer.json()).toHaveLength(1);
      count += 1;
      next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(count).toBe(3);
    expect((await fetch(list, { headers: { Authorization } })).status).toBe(400);
  });

  it('lists the members, in pages', async () => {
    const headers = { Authorization: await practice.bearer(), Accept: MEMBERS };
    const url = `${practice.issuer}/lti/courses/1/memberships`;
    const first = await fetch(`${url}?limit=2`, { headers });
    expect(first.headers.get('link')).toBe(`<${url}?limit=2&from=2>; rel="next"`);
    const learners = (await (await fetch(`${url}?role=Learner`, { headers })).json()) as { members: unknown[] };
    expect(learners.members).toHaveLength(3);
  });

  it('finds everything again after a restart, tokens included', async () => {
    const Authorization = await practice.bearer();
    await practice.postScore(nextScore({ userId: '6', scoreGiven: 20 }));
    await practice.restart();
    expect(await practice.cell('6')).toMatchObject({ score: 100 });
    expect((await practice.postScore(nextScore({ userId: '6' }), { Authorization })).status).toBe(200);
  });
});
