import { type Roster, RosterSchema } from '@mgv/contracts';
import { createLogger } from '@mgv/service-kit';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { CLAIM } from '../launch/claims.ts';
import { people } from '../launch/launch.schema.ts';
import { countRows, ENGINES } from '../testing/test-database.ts';
import { type Answer, type Claims, freshId } from '../testing/test-platform.ts';
import { testSystem } from '../testing/test-system.ts';
import type { MembersPage } from './members-page.ts';
import { Rosters } from './rosters.ts';

const SCOPE = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const LEARNER = { roles: ['Learner'] };
const MINUTE = 60_000;

describe.each(ENGINES)('the roster on %s', (engine) => {
  const system = testSystem(engine);
  let path: string;
  let claims: Claims;

  beforeEach(() => {
    path = `/members/${freshId()}`;
    claims = {
      sub: `teacher-${freshId()}`,
      [CLAIM.roles]: ['Instructor'],
      [CLAIM.context]: { id: freshId() },
      [CLAIM.nrps]: { context_memberships_url: `${system.platform.issuer}${path}`, service_versions: ['2.0'] },
    };
    const token = { access_token: 'roster-token', token_type: 'Bearer', expires_in: 3600, scope: SCOPE };
    system.platform.answers['/token'] = () => ({ status: 200, body: JSON.stringify(token) });
  });

  /** What the platform answers from now on: to the list of the link, or to another query. */
  const list = (members: object[], link = '', query = '?rlid=link-1&limit=100'): void => {
    answer({ status: 200, body: JSON.stringify({ members }), ...(link !== '' && { headers: { link } }) }, query);
  };
  const answer = (given: Answer, query = '?rlid=link-1&limit=100'): void => {
    system.platform.answers[`${path}${query}`] = () => given;
  };
  const asked = (): string[] =>
    system.platform.requests.map(({ path: each }) => each).filter((each) => each.startsWith(path));
  const open = async (change: Claims = {}): Promise<string> => (await system.open({ ...claims, ...change })).data.token;
  const rosterOf = async (token: string): Promise<Roster> => {
    const reply = await system.call(token, '/roster');
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-store']);
    return RosterSchema.parse(await reply.json());
  };
  /** Names or ids with their status, in order. */
  const seen = ({ members }: Roster): string[] =>
    members.map(({ name, role, status }) => `${name ?? '-'} ${role} ${status}`).sort();

  it('lti-147 lti-156 lti-157 lti-158 gives who is in the course, with the ids of their launches', async () => {
    const sub = freshId();
    const student = await system.open({ ...claims, sub, name: 'Sam', [CLAIM.roles]: ['Learner'] });
    list([
      { ...LEARNER, user_id: sub },
      { ...LEARNER, user_id: freshId(), name: 'Noor', status: 'Inactive' },
      { roles: ['Instructor'], user_id: freshId(), status: 'Active' },
    ]);
    const roster = await rosterOf(await open());
    expect(seen(roster)).toEqual(['- trainer active', 'Noor student inactive', 'Sam student active']);
    expect(roster).toMatchObject({ problem: null, readAt: expect.any(String) as string });
    expect(roster.members.find(({ name }) => name === 'Sam')?.personId).toBe(student.actor?.person.id);
  });

  it('lti-151 asks for a token of this scope alone', async () => {
    list([]);
    const opened = await open();
    // The token kept from the tests before has expired by then.
    system.later = 2 * 3_600_000;
    await rosterOf(opened);
    const bodies = system.platform.requests.filter((request) => request.path === '/token').map(({ body }) => body);
    expect(bodies.map((body) => new URLSearchParams(body).get('scope'))).toEqual([SCOPE]);
  });

  it('keeps no name that only the roster gave', async () => {
    const id = freshId();
    list([{ ...LEARNER, user_id: id, name: `Geheim ${id}` }]);
    expect(seen(await rosterOf(await open()))).toEqual([`Geheim ${id} student active`]);
    const kept = await system.tool.database.db.select().from(people).where(eq(people.lmsUserId, id));
    expect(kept).toMatchObject([{ lmsUserId: id, name: null }]);
  });

  it.each([
    { name: 'no claim', nrps: () => undefined },
    { name: 'no versions', nrps: (url: string) => ({ context_memberships_url: url }) },
    { name: 'version 1.0 alone', nrps: (url: string) => ({ context_memberships_url: url, service_versions: ['1.0'] }) },
    { name: 'no address', nrps: () => ({ service_versions: ['2.0'] }) },
  ])('lti-152 has no roster and no problem with $name', async ({ nrps }) => {
    const token = await open({ [CLAIM.nrps]: nrps(`${system.platform.issuer}${path}`) });
    expect(await rosterOf(token)).toEqual({ members: [], readAt: null, problem: null });
    expect(asked()).toEqual([]);
  });

  it.each([
    { role: 'Instructor', status: 200 },
    { role: 'http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant', status: 200 },
    { role: 'Learner', status: 403 },
    { role: 'Mentor', status: 403 },
    { role: 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator', status: 403 },
  ])('lti-099 answers $status to $role', async ({ role, status }) => {
    list([]);
    const token = await open({ [CLAIM.roles]: [role] });
    expect((await system.call(token, '/roster')).status).toBe(status);
  });

  it('is nobody’s without a session', async () => {
    expect((await system.call('x'.repeat(43), '/roster')).status).toBe(401);
  });

  it.each([403, 404])('lti-159 falls back to the course when the link gives %i', async (status) => {
    answer({ status, body: '' });
    list([{ ...LEARNER, user_id: freshId() }], '', '?limit=100');
    expect((await rosterOf(await open())).members).toHaveLength(1);
    expect(asked()).toEqual([`${path}?rlid=link-1&limit=100`, `${path}?limit=100`]);
  });

  it('lti-153 lti-154 follows the pages, and keeps nothing of a list that leads elsewhere', async () => {
    const page = (number: number): string => `<${system.platform.issuer}${path}?p=${String(number)}>; rel="next"`;
    list([{ ...LEARNER, user_id: 'a' }], page(2));
    list([], page(3), '?p=2');
    list([{ ...LEARNER, user_id: 'b' }], '', '?p=3');
    const token = await open();
    expect((await rosterOf(token)).members).toHaveLength(2);
    system.later += MINUTE;
    list([{ ...LEARNER, user_id: 'c' }], '<https://evil.example/members>; rel="next"');
    expect(await rosterOf(token)).toMatchObject({ members: [{}, {}], problem: 'unreadable' });
  });

  it('lti-155 takes changes where the platform offers them', async () => {
    const [stays, goes] = [freshId(), freshId()];
    const changes = (number: number): string =>
      `<${system.platform.issuer}${path}?since=${String(number)}>; rel="differences"`;
    list(
      [stays, goes].map((id) => ({ ...LEARNER, user_id: id, name: id })),
      changes(1),
    );
    const token = await open();
    expect(seen(await rosterOf(token))).toEqual([stays, goes].map((id) => `${id} student active`).sort());
    system.later += MINUTE;
    list([{ ...LEARNER, user_id: goes, status: 'Deleted' }], changes(2), '?since=1');
    expect(seen(await rosterOf(token))).toEqual([`${stays} student active`, `${goes} student left`].sort());
    system.later += MINUTE;
    answer({ status: 404, body: '' }, '?since=2');
    list([{ ...LEARNER, user_id: goes }]);
    expect(seen(await rosterOf(token))).toEqual([`${goes} student active`, `${stays} student left`].sort());
    expect(asked().map((each) => each.split('?')[1])).toEqual([
      'rlid=link-1&limit=100',
      'since=1',
      'since=2',
      'rlid=link-1&limit=100',
    ]);
  });

  it('lti-156 shows who is not named any more as left', async () => {
    const [stays, goes] = [freshId(), freshId()];
    list([stays, goes].map((id) => ({ ...LEARNER, user_id: id, name: id })));
    const token = await open();
    await rosterOf(token);
    list([{ ...LEARNER, user_id: stays, name: stays }]);
    system.later += MINUTE;
    expect(seen(await rosterOf(token))).toEqual([`${stays} student active`, `${goes} student left`].sort());
  });

  it('asks once a minute, whoever asks, and once for all who ask together', async () => {
    list([{ ...LEARNER, user_id: freshId() }]);
    const [one, other] = [await open(), await open({ sub: freshId() })];
    const all = await Promise.all([one, other, one, other].map(rosterOf));
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
    await rosterOf(one);
    expect(asked()).toHaveLength(1);
    system.later += MINUTE;
    await rosterOf(other);
    expect(asked()).toHaveLength(2);
  });

  it.each([
    { name: 'falls over', given: { status: 500, body: '' }, problem: 'unreachable' },
    { name: 'is too busy', given: { status: 429, body: '' }, problem: 'unreachable' },
    { name: 'refuses', given: { status: 403, body: '' }, problem: 'not-allowed' },
    { name: 'talks nonsense', given: { status: 200, body: '<html>' }, problem: 'unreadable' },
  ])('gives the last known list when the platform $name, and asks again after a minute', async ({ given, problem }) => {
    const id = freshId();
    list([{ ...LEARNER, user_id: id, name: id }]);
    const token = await open();
    const before = await rosterOf(token);
    system.later += MINUTE;
    answer(given);
    expect(await rosterOf(token)).toEqual({ ...before, problem });
    const count = asked().length;
    await rosterOf(token);
    expect(asked()).toHaveLength(count);
    list([{ ...LEARNER, user_id: id, name: id }]);
    system.later += MINUTE;
    expect(await rosterOf(token)).toMatchObject({ problem: null });
  });

  it('has nothing but the reason when the platform never gave a list', async () => {
    answer({ status: 500, body: '' });
    expect(await rosterOf(await open())).toEqual({ members: [], readAt: null, problem: 'unreachable' });
    expect(system.log.join('')).not.toContain('roster-token');
  });

  it('gives another instance the last known list, and does not let a slow platform keep a page waiting', async () => {
    list([{ ...LEARNER, user_id: freshId(), name: 'Noor' }]);
    const opened = await system.open(claims);
    const known = await rosterOf(opened.data.token);
    const { actor } = opened;
    if (!actor) throw new Error('nobody asked');
    const [place, url] = [{ ...actor, linkId: actor.link.id }, `${system.platform.issuer}${path}`];
    const slow = Promise.withResolvers<MembersPage>();
    const other = new Rosters({
      db: system.tool.database.db,
      now: () => new Date(),
      logger: createLogger('lti', 'silent'),
      askerFor: () => () => slow.promise,
      patienceMs: 1,
    });
    const without = known.members.map((member) => ({ ...member, name: null }));
    expect(await other.get(place, url)).toEqual({ ...known, members: without, problem: 'still-reading' });
    slow.resolve({ members: [], next: null, differences: null });
    await expect.poll(async () => (await other.get(place, url)).problem, { timeout: 20_000 }).toBeNull();
  });

  it(
    'lti-160 lti-162 reads 2,000 members page by page, and only the students the next time',
    { timeout: 30_000 },
    async () => {
      const prefix = freshId();
      const members = Array.from({ length: 2000 }, (_, index) => ({
        user_id: `${prefix}-${String(index)}`,
        roles: [index % 20 === 0 ? 'Instructor' : 'Learner'],
        name: `Student ${String(index)}`,
      }));
      let [underWay, most] = [0, 0];
      const pages = (filter: string, wanted: object[]): void => {
        for (let from = 0; from < wanted.length; from += 100) {
          const query =
            from === 0 ? `?rlid=link-1${filter}&limit=100` : `?f=${filter.length > 0 ? 'l' : ''}${String(from)}`;
          const next = `${system.platform.issuer}${path}?f=${filter.length > 0 ? 'l' : ''}${String(from + 100)}`;
          const body = JSON.stringify({ members: wanted.slice(from, from + 100) });
          system.platform.answers[`${path}${query}`] = () => {
            most = Math.max(most, (underWay += 1));
            setImmediate(() => (underWay -= 1));
            const more = from + 100 < wanted.length;
            return { status: 200, body, ...(more && { headers: { link: `<${next}>; rel="next"` } }) };
          };
        }
      };
      pages('', members);
      pages(
        '&role=Learner',
        members.filter(({ roles }) => roles[0] === 'Learner'),
      );
      const before = await countRows(system.tool.database, 'people');
      const token = await open();
      await expect.poll(async () => (await rosterOf(token)).problem, { timeout: 25_000 }).toBeNull();
      expect((await rosterOf(token)).members).toHaveLength(2000);
      expect([asked().length, most]).toEqual([20, 1]);
      expect((await countRows(system.tool.database, 'people')) - before).toBe(2001);
      system.later += MINUTE;
      const again = await rosterOf(token);
      expect(asked()[20]).toBe(`${path}?rlid=link-1&role=Learner&limit=100`);
      expect(again.members.filter(({ role, status }) => role === 'trainer' && status === 'active')).toHaveLength(100);
    },
  );
});
