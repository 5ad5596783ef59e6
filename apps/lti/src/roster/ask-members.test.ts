import { OutboundError, type OutboundRequest, type ProblemError } from '@mgv/service-kit';
import { expect, it } from 'vitest';
import { accessTokenProblem } from '../access-tokens/access-tokens.problem.ts';
import { membersAsker } from './ask-members.ts';

const LIST = '{"members":[{"user_id":"5","roles":["Learner"]}]}';
interface Answer {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

/** A platform that gives these answers one after the other, with what it was asked. */
function platform(answers: (Answer | OutboundError)[], token: ProblemError | null = null) {
  const asked: { url: string; request: OutboundRequest | undefined }[] = [];
  const wishes: object[] = [];
  const asker = membersAsker({
    accessTokens: {
      get: (wish) => {
        wishes.push(wish);
        if (token) return Promise.reject(token);
        const accessToken = `token-${String(wishes.length)}`;
        return Promise.resolve({ accessToken, scopes: [], expiresAt: '2026-03-03T11:00:00Z' });
      },
    },
    fetch: (url, request) => {
      asked.push({ url, request });
      const answer = answers.shift();
      if (!answer || answer instanceof OutboundError) return Promise.reject(answer ?? new Error('nothing left'));
      return Promise.resolve({ statusText: '', headers: {}, body: '', ...answer });
    },
  });
  return { ask: asker('tenant-1'), asked, wishes };
}

const AT = 'https://lms.example/members?limit=100';
const MEDIA_TYPE = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

it('lti-148 lti-149 lti-150 lti-151 asks by GET with exactly this Accept and a token of exactly this scope', async () => {
  const { ask, asked, wishes } = platform([{ status: 200, body: LIST }]);
  expect((await ask(AT)).members).toMatchObject([{ lmsUserId: '5', role: 'student' }]);
  expect(asked).toEqual([{ url: AT, request: { headers: { accept: MEDIA_TYPE, authorization: 'Bearer token-1' } } }]);
  const scope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
  expect(wishes).toEqual([{ tenantId: 'tenant-1', scopes: [scope], renew: false }]);
});

it.each([
  { name: 'today’s', type: `${MEDIA_TYPE}; charset=utf-8` },
  { name: 'lti-161 older Canvas’s', type: 'application/vnd.ims.lis.v2.membershipcontainer+json' },
])('reads an answer of $name type', async ({ type }) => {
  const { ask } = platform([{ status: 200, body: LIST, headers: { 'content-type': type } }]);
  expect((await ask(AT)).members).toHaveLength(1);
});

it('lti-150 takes one fresh token after a 401', async () => {
  const { ask, asked, wishes } = platform([{ status: 401 }, { status: 200, body: LIST }, { status: 401 }]);
  expect((await ask(AT)).members).toHaveLength(1);
  expect(wishes).toMatchObject([{ renew: false }, { renew: true }]);
  expect(asked.at(-1)?.request?.headers).toMatchObject({ authorization: 'Bearer token-2' });
  await expect(ask(AT)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(asked).toHaveLength(3);
});

it('lti-150 gives up when the fresh token is refused too', async () => {
  const { ask, asked } = platform([{ status: 401 }, { status: 401 }]);
  await expect(ask(AT)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(asked).toHaveLength(2);
});

it.each([
  { answer: { status: 400 }, code: 'declined' },
  { answer: { status: 403 }, code: 'declined' },
  { answer: { status: 404 }, code: 'declined' },
  { answer: { status: 429 }, code: 'unreachable' },
  { answer: { status: 500 }, code: 'unreachable' },
  { answer: { status: 503 }, code: 'unreachable' },
  { answer: { status: 204 }, code: 'unreadable' },
  { answer: { status: 418 }, code: 'unreadable' },
  { answer: { status: 200, body: '<html>' }, code: 'unreadable' },
  { answer: new OutboundError('timed-out', 'x'), code: 'unreachable' },
  { answer: new OutboundError('unreachable', 'x'), code: 'unreachable' },
  { answer: new OutboundError('redirected', 'x'), code: 'unreadable' },
  { answer: new OutboundError('private-address', 'x'), code: 'unreadable' },
  { answer: new OutboundError('too-large', 'x'), code: 'unreadable' },
])('calls $answer $code', async ({ answer, code }) => {
  await expect(platform([answer]).ask(AT)).rejects.toMatchObject({ code });
});

it.each([
  { problem: accessTokenProblem('platform-token-refused'), code: 'not-allowed' },
  { problem: accessTokenProblem('platform-disabled'), code: 'not-allowed' },
  { problem: accessTokenProblem('platform-unreachable'), code: 'unreachable' },
])('asks nothing without a token: $code', async ({ problem, code }) => {
  const { ask, asked } = platform([], problem);
  await expect(ask(AT)).rejects.toMatchObject({ code });
  expect(asked).toEqual([]);
});
