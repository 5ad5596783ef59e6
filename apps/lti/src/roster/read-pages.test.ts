import { expect, it } from 'vitest';
import type { MembersPage } from './members-page.ts';
import { readPages, sameOrigin } from './read-pages.ts';

const ROOT = 'https://lms.example/members';
const page = (ids: string[], next: string | null): MembersPage => ({
  members: ids.map((lmsUserId) => ({ lmsUserId, name: null, role: 'student', status: 'active' })),
  next,
  differences: null,
});

/** Reads everything from ROOT; gives who was named and what was asked, in order. */
async function readAll(pages: (url: string) => MembersPage): Promise<{ ids: string[]; asked: string[] }> {
  const asked: string[] = [];
  const ids: string[] = [];
  const ask = (url: string): Promise<MembersPage> => {
    asked.push(url);
    return Promise.resolve(pages(url));
  };
  for await (const { members } of readPages(ask, ROOT)) ids.push(...members.map(({ lmsUserId }) => lmsUserId));
  return { ids, asked };
}

const listed = (pages: Record<string, MembersPage>) => readAll((url) => pages[url] ?? page([], null));

it('lti-153 follows next over three pages, each address as it stands there', async () => {
  const second = `${ROOT}?from=1&per_page=1&q=%7E~%2f`;
  const third = 'https://LMS.example:443/members?bookmark=WzE,Mg';
  const read = await listed({
    [ROOT]: page(['a'], second),
    [second]: page(['b'], third),
    [third]: page(['c'], null),
  });
  expect(read).toEqual({ ids: ['a', 'b', 'c'], asked: [ROOT, second, third] });
});

it('lti-153 follows an address without a host', async () => {
  const read = await listed({ [ROOT]: page(['a'], '?from=1'), [`${ROOT}?from=1`]: page(['b'], null) });
  expect(read.ids).toEqual(['a', 'b']);
});

it.each([
  { name: 'another host', next: 'https://evil.example/members' },
  { name: 'another port', next: 'https://lms.example:8443/members' },
  { name: 'another scheme', next: 'http://lms.example/members' },
  { name: 'a host without a scheme', next: '//evil.example/members' },
  { name: 'a name in front of the host', next: 'https://lms.example@evil.example/members' },
  { name: 'a subdomain', next: 'https://lms.example.evil.example/' },
  { name: 'no address at all', next: 'https://' },
  { name: 'a script', next: 'javascript:alert(1)' },
])('lti-153 never takes the token to $name', async ({ next }) => {
  const asked: string[] = [];
  const reading = readAll((url) => {
    asked.push(url);
    return page(['a'], next);
  });
  await expect(reading).rejects.toMatchObject({ code: 'unreadable' });
  expect(asked).toEqual([ROOT]);
});

it.each([
  { name: 'itself', next: (url: string) => url },
  { name: 'the first page', next: (url: string) => (url === ROOT ? `${ROOT}?2` : ROOT) },
])('lti-153 stops at a page that leads back to $name', async ({ next }) => {
  const read = await readAll((url) => page([url], next(url)));
  expect(new Set(read.asked).size).toBe(read.asked.length);
  expect(read.asked.length).toBeLessThanOrEqual(2);
});

it('lti-153 gives up a list without end', async () => {
  let count = 0;
  const endless = readAll(() => page([], `${ROOT}?${String((count += 1))}`));
  await expect(endless).rejects.toMatchObject({ code: 'unreadable' });
  expect(count).toBe(1000);
});

it('lti-154 goes on after an empty page and after a short one', async () => {
  const read = await listed({
    [ROOT]: page(['a'], `${ROOT}?2`),
    [`${ROOT}?2`]: page([], `${ROOT}?3`),
    [`${ROOT}?3`]: page(['b', 'c'], null),
  });
  expect(read.ids).toEqual(['a', 'b', 'c']);
});

it('lti-162 asks for a page only after the one before was used', async () => {
  let underWay = 0;
  let asked = 0;
  const ask = async (url: string): Promise<MembersPage> => {
    underWay += 1;
    asked += 1;
    expect(underWay).toBe(1);
    await Promise.resolve();
    underWay -= 1;
    return page([url], asked < 5 ? `${ROOT}?${String(asked)}` : null);
  };
  let used = 0;
  for await (const each of readPages(ask, ROOT)) {
    used += each.members.length;
    expect(asked).toBe(used);
  }
  expect(used).toBe(5);
});

it('gives an address whole', () => {
  expect(sameOrigin('/next', `${ROOT}?a=b`)).toBe('https://lms.example/next');
});
