import type { AgsPoints } from '@mgv/core';
import { OutboundError, type OutboundAnswer, type OutboundRequest, type PlatformFetch } from '@mgv/service-kit';
import { z } from 'zod';
import type { GetAccessToken } from './access-token.ts';
import { readRetryAfter } from './back-off.ts';
import { classifyAnswer, classifyFailure, type Verdict } from './classify-answer.ts';
import { DeliveryError } from './delivery.error.ts';
import { parseJson } from './parse-json.ts';

const TYPE = 'application/vnd.ims.lis';

/** Media types of AGS; Moodle refuses everything else, lists and wildcards too. */
export const MEDIA = {
  score: `${TYPE}.v1.score+json`,
  results: `${TYPE}.v2.resultcontainer+json`,
  lineItem: `${TYPE}.v2.lineitem+json`,
  lineItems: `${TYPE}.v2.lineitemcontainer+json`,
} as const;

/** A score as AGS wants it. @see https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service */
export interface Score extends AgsPoints {
  userId: string;
  activityProgress: 'Completed';
  gradingProgress: 'FullyGraded';
  /** ISO 8601 with milliseconds and zone. */
  timestamp: string;
  comment?: string;
}

/** Sends requests to one platform with its access token, renewed once when the platform says 401. */
export type SendAgs = (url: string, request: OutboundRequest) => Promise<{ answer: OutboundAnswer; verdict: Verdict }>;

interface Needs {
  fetch: PlatformFetch;
  getAccessToken: GetAccessToken;
  tenantId: string;
  scopes: string[];
  now: () => Date;
  /** Called before every request; throws when nothing may be sent any more. */
  keepLease: () => Promise<void>;
}

/** The function it gives throws {@link DeliveryError} for all but a success and a conflict. */
export function agsSender({ fetch, getAccessToken, tenantId, scopes, now, keepLease }: Needs): SendAgs {
  const once = async (url: string, request: OutboundRequest, renew: boolean): ReturnType<SendAgs> => {
    await keepLease();
    const token = await getAccessToken({ tenantId, scopes, renew });
    await keepLease();
    const headers = { ...request.headers, Authorization: `Bearer ${token}` };
    const answer = await fetch(url, { ...request, headers }).catch((cause: unknown) => {
      if (!(cause instanceof OutboundError)) throw cause;
      const { kind, reason } = classifyFailure(cause);
      throw new DeliveryError(reason, kind === 'refused', { cause });
    });
    return { answer, verdict: classifyAnswer(answer) };
  };
  return async (url, request) => {
    const first = await once(url, request, false);
    const { answer, verdict } = first.verdict.kind === 'token-expired' ? await once(url, request, true) : first;
    if (verdict.kind === 'token-expired') throw new DeliveryError('no-access', true);
    if (verdict.kind === 'refused') throw new DeliveryError(verdict.reason, true);
    if (verdict.kind === 'retry') {
      const retryAfter = readRetryAfter(answer.headers['retry-after'], now());
      throw new DeliveryError(verdict.reason, false, { retryAfter });
    }
    return { answer, verdict };
  };
}

/** A line item's service URL: the name goes into the path, before the query. @see https://www.imsglobal.org/spec/lti-ags/v2p0#score-service */
export function serviceUrl(
  lineItem: string,
  service: 'scores' | 'results',
  query: Record<string, string> = {},
): string {
  const url = new URL(lineItem);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${service}`;
  return withQuery(url.href, query);
}

/** Adds parameters behind those that a URL has. */
export function withQuery(text: string, query: Record<string, string>): string {
  const url = new URL(text);
  const added = new URLSearchParams(query).toString();
  url.search = [url.search.replace(/^\?/, ''), added].filter((part) => part !== '').join('&');
  return url.href;
}

/** Posts a score; gives whether the platform took it (false: 409). */
export async function postScore(send: SendAgs, lineItem: string, score: Score): Promise<boolean> {
  const { verdict } = await send(serviceUrl(lineItem, 'scores'), {
    method: 'POST',
    headers: { 'Content-Type': MEDIA.score },
    body: JSON.stringify(score),
  });
  return verdict.kind === 'accepted';
}

const ResultsSchema = z.array(
  z.object({
    userId: z.union([z.string(), z.number()]).transform(String).optional(),
    resultScore: z.number().nullish(),
    resultMaximum: z.number().positive().nullish(),
  }),
);

/**
 * Reads what the gradebook shows for a student; `null` for no mark. Without paging: Moodle answers `limit` with 404.
 *
 * @throws {DeliveryError} `server-error` for an answer that makes no sense.
 */
export async function readResult(send: SendAgs, lineItem: string, userId: string): Promise<AgsPoints | null> {
  const url = serviceUrl(lineItem, 'results', { user_id: userId });
  const { answer } = await send(url, { headers: { Accept: MEDIA.results } });
  const results = ResultsSchema.safeParse(parseJson(answer.body));
  if (!results.success) throw new DeliveryError('server-error', false, { cause: results.error });
  const result = results.data.find((each) => each.userId === userId);
  if (result?.resultScore === undefined || result.resultScore === null) return null;
  return { scoreGiven: result.resultScore, scoreMaximum: result.resultMaximum ?? 1 };
}
