import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Practice } from '../testing/practice.ts';

const MEMBERS = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(async () => {
  await practice.stop();
});
beforeEach(async () => {
  await practice.behave({});
});

interface Page {
  members: Record<string, unknown>[];
  links: Record<string, string>;
  type: string;
  status: number;
}

async function read(path: string): Promise<Page> {
  const answer = await practice.read(path.startsWith('http') ? path : practice.issuer + path, MEMBERS);
  const links = [...(answer.headers.get('link') ?? '').matchAll(/<([^>]*)>; rel="(\w+)"/g)];
  return {
    members: ((await answer.json()) as { members?: Record<string, unknown>[] }).members ?? [],
    links: Object.fromEntries(links.map(([, url = '', rel = '']) => [rel, url])),
    type: answer.headers.get('content-type') ?? '',
    status: answer.status,
  };
}

const setStatus = async (status: string): Promise<void> => {
  const body = JSON.stringify({ courseId: '1', userId: '6', status });
  const headers = { 'Content-Type': 'application/json' };
  expect((await fetch(`${practice.issuer}/api/members`, { method: 'POST', headers, body })).status).toBe(200);
};

describe('roster', () => {
  it('gives 2,000 members in pages of at most 200', async () => {
    const ids = new Set<unknown>();
    let next: string | undefined = '/lti/courses/2/memberships';
    let pages = 0;
    while (next !== undefined && pages < 50) {
      const page: Page = await read(next);
      for (const { user_id: id } of page.members) ids.add(id);
      next = page.links['next'];
      pages += 1;
    }
    expect(ids.size).toBe(2000);
    expect(pages).toBe(10);
  });

  it('names the observer a mentor, and leaves the administrator out', async () => {
    const { members } = await read('/lti/courses/1/memberships');
    expect(members.find(({ user_id: id }) => id === '7')).toMatchObject({ roles: ['Mentor'] });
    expect(members.map(({ user_id: id }) => id)).not.toContain('8');
  });

  it('tells what changed since', async () => {
    const before = (await read('/lti/courses/1/memberships')).links['differences'] ?? '';
    expect((await read(before)).members).toEqual([]);
    await setStatus('Inactive');
    const inactive = await read('/lti/courses/1/memberships?role=Learner');
    expect(inactive.members.find(({ user_id: id }) => id === '6')).toMatchObject({ status: 'Inactive' });
    await setStatus('Deleted');
    expect((await read('/lti/courses/1/memberships')).members.map(({ user_id: id }) => id)).not.toContain('6');
    expect((await read(before)).members).toMatchObject([{ user_id: '6', status: 'Deleted' }]);
    await setStatus('Active');
  });

  it('knows the links of the course alone', async () => {
    expect((await read('/lti/courses/1/memberships?rlid=10')).members).toHaveLength(6);
    expect((await read('/lti/courses/1/memberships?rlid=14')).status).toBe(404);
    expect((await read('/lti/courses/99/memberships')).status).toBe(404);
  });

  it('leaves names out when nobody may have them', async () => {
    await practice.behave({ privacy: 'anonymous' });
    const { members } = await read('/lti/courses/1/memberships');
    for (const member of members) expect(Object.keys(member).toSorted()).toEqual(['roles', 'status', 'user_id']);
    const claims = await practice.launch('/lti/launch/10', '4');
    expect(claims).toMatchObject({ sub: '4' });
    expect(claims).not.toHaveProperty('name');
  });

  it.each([
    { fault: 'foreign-next', next: 'http://other.example/memberships?limit=2&from=2' },
    { fault: 'endless', next: '/lti/courses/1/memberships?limit=2&from=0' },
  ])('sends people on a wrong way: $fault', async ({ fault, next }) => {
    await practice.behave({ roster: fault });
    const { links } = await read('/lti/courses/1/memberships?limit=2');
    expect(links['next']).toBe(next.startsWith('http') ? next : practice.issuer + next);
  });

  it('can begin with an empty page', async () => {
    await practice.behave({ roster: 'empty-page' });
    const first = await read('/lti/courses/1/memberships');
    expect(first.members).toEqual([]);
    expect((await read(first.links['next'] ?? '')).members).toHaveLength(6);
  });

  it('can refuse, and can answer in the old media type', async () => {
    await practice.behave({ roster: 'refused' });
    expect((await read('/lti/courses/1/memberships')).status).toBe(403);
    await practice.behave({ roster: 'old-type' });
    expect((await read('/lti/courses/1/memberships')).type).toContain('vnd.ims.lis.v2.membershipcontainer');
  });
});
