import { decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Launches } from '../platform/launches.ts';
import type { Platform } from '../platform/platform.ts';
import type { Tool, Tools } from '../tools/tool.ts';
import { type ContentItem, ContentItemSchema, type NewActivity, toNewActivity } from './content-item.ts';
import { problem } from './deep-linking.problem.ts';
import type { DeepLinkingSelections, Selection } from './selections.ts';

interface Deps {
  platform: Platform;
  tools: Tools;
  launches: Launches;
  selections: DeepLinkingSelections;
  now: () => Date;
}

/** What a picker answered. */
export interface Chosen {
  selection: Selection;
  /** Empty when nothing was chosen. */
  items: readonly NewActivity[];
  /** For the person, in the tool's words. */
  message: string | null;
  failure: string | null;
  /** For the log. */
  log: string | null;
}

const PREFIX = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const DATA = `${PREFIX}data` as const;
const CONTENT_ITEMS = `${PREFIX}content_items` as const;
const DEPLOYMENT_ID = 'https://purl.imsglobal.org/spec/lti/claim/deployment_id';
const words = z.string().max(1000).optional();

const AnswerSchema = z.object({
  nonce: z.string().min(1).max(1000),
  'https://purl.imsglobal.org/spec/lti/claim/message_type': z.literal('LtiDeepLinkingResponse'),
  'https://purl.imsglobal.org/spec/lti/claim/version': z.literal('1.3.0'),
  [DEPLOYMENT_ID]: z.string(),
  [DATA]: z.string(),
  /** Absent is the same as empty: nothing was chosen. */
  [CONTENT_ITEMS]: z.array(ContentItemSchema).max(100).default([]),
  [`${PREFIX}msg`]: words,
  [`${PREFIX}errormsg`]: words,
  [`${PREFIX}log`]: words,
  [`${PREFIX}errorlog`]: words,
});

/**
 * Verifies the tool's answer to a deep linking request, once.
 *
 * @throws {ProblemError} `bad-deep-linking-signature`, `bad-deep-linking-response`, `too-many-items`,
 *   `used-deep-linking-response`.
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-response-message
 */
export async function openDeepLinkingResponse(deps: Deps, jwt: string): Promise<Chosen> {
  const tool = signerOf(deps.tools, jwt);
  const parsed = AnswerSchema.safeParse(await verify(deps, tool, jwt));
  if (!parsed.success) throw problem('bad-deep-linking-response', { cause: parsed.error });
  const answer = parsed.data;
  if (answer[DEPLOYMENT_ID] !== tool.deploymentId) throw problem('bad-deep-linking-response');
  const items = newActivities(answer[CONTENT_ITEMS], tool);
  if (deps.launches.seenBefore(`deep linking ${answer.nonce}`)) throw problem('used-deep-linking-response');
  const selection = deps.selections.takeOptional(answer[DATA]);
  if (selection?.clientId !== tool.clientId) throw problem('used-deep-linking-response');
  if (items.length > 1 && !selection.multiple) throw problem('too-many-items');
  return {
    selection,
    items: selection.lineItem ? items : items.map((item) => ({ ...item, lineItem: null })),
    message: answer[`${PREFIX}msg`] ?? null,
    failure: answer[`${PREFIX}errormsg`] ?? null,
    log: answer[`${PREFIX}errorlog`] ?? answer[`${PREFIX}log`] ?? null,
  };
}

/** The tool that an answer says it comes from; the signature is yet to be checked. */
function signerOf(tools: Tools, jwt: string): Tool {
  let issuer: string | undefined;
  try {
    issuer = decodeJwt(jwt).iss;
  } catch (cause) {
    throw problem('bad-deep-linking-signature', { cause });
  }
  const tool = tools.selectOptional(issuer);
  if (!tool) throw problem('bad-deep-linking-signature');
  return tool;
}

async function verify({ platform, tools, now }: Deps, tool: Tool, jwt: string): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(jwt, tools.keysOf(tool), {
      algorithms: ['RS256'],
      issuer: tool.clientId,
      audience: platform.issuer,
      requiredClaims: ['exp', 'iat', 'nonce'],
      currentDate: now(),
    });
    if ((payload.iat ?? 0) * 1000 > now().getTime()) throw new Error('iat lies ahead');
    return payload;
  } catch (cause) {
    throw problem('bad-deep-linking-signature', { cause });
  }
}

function newActivities(items: readonly ContentItem[], tool: Tool): NewActivity[] {
  try {
    return items.map((item) => toNewActivity(item, tool));
  } catch (cause) {
    throw problem('bad-deep-linking-response', { cause });
  }
}
