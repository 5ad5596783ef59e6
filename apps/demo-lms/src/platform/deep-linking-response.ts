import { ProblemError } from '@mgv/service-kit';
import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { type ContentItem, ContentItemSchema, type NewActivity, toNewActivity } from './content-item.ts';
import type { DeepLinkingSelections } from './deep-linking-selections.ts';
import type { Launches } from './launches.ts';
import type { Platform } from './platform.ts';

interface Deps {
  platform: Platform;
  toolKeys: JWTVerifyGetKey;
  launches: Launches;
  selections: DeepLinkingSelections;
  now: () => Date;
}

const nothingAdded = (why: { nl: string; en: string }): { status: number; nl: Text; en: Text } => ({
  status: 400,
  nl: { title: 'Er is niets toegevoegd', detail: `${why.nl} Kies de activiteit opnieuw.` },
  en: { title: 'Nothing was added', detail: `${why.en} Choose the activity again.` },
});

interface Text {
  title: string;
  detail: string;
}

const problem = ProblemError.of({
  'bad-deep-linking-response': nothingAdded({
    nl: 'Het antwoord van de tool klopt niet.',
    en: 'The answer of the tool is not valid.',
  }),
  'bad-deep-linking-signature': nothingAdded({
    nl: 'De handtekening, de afzender of de tijd van het antwoord klopt niet.',
    en: 'The signature, the sender or the time of the answer is not right.',
  }),
  'used-deep-linking-response': nothingAdded({
    nl: 'Dit antwoord is al gebruikt, of hoort bij geen keuze die loopt.',
    en: 'This answer was used before, or belongs to no choice under way.',
  }),
});

const DATA = 'https://purl.imsglobal.org/spec/lti-dl/claim/data';
const CONTENT_ITEMS = 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items';
const DEPLOYMENT_ID = 'https://purl.imsglobal.org/spec/lti/claim/deployment_id';

const AnswerSchema = z.object({
  nonce: z.string().min(1).max(1000),
  'https://purl.imsglobal.org/spec/lti/claim/message_type': z.literal('LtiDeepLinkingResponse'),
  'https://purl.imsglobal.org/spec/lti/claim/version': z.literal('1.3.0'),
  [DEPLOYMENT_ID]: z.string(),
  [DATA]: z.string(),
  /** Absent is the same as empty: nothing was chosen. */
  [CONTENT_ITEMS]: z.array(ContentItemSchema).max(100).default([]),
});

/**
 * Verifies the tool's answer to a deep linking request, once.
 *
 * @returns what it adds; empty when nothing was chosen.
 * @throws {ProblemError} `bad-deep-linking-signature`, `bad-deep-linking-response`, `used-deep-linking-response`.
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-response-message
 */
export async function openDeepLinkingResponse(deps: Deps, jwt: string): Promise<readonly NewActivity[]> {
  const { platform, launches, selections } = deps;
  const payload = await verify(deps, jwt);
  const parsed = AnswerSchema.safeParse(payload);
  if (!parsed.success) throw problem('bad-deep-linking-response', { cause: parsed.error });
  const answer = parsed.data;
  if (answer[DEPLOYMENT_ID] !== platform.deploymentId) throw problem('bad-deep-linking-response');
  const added = newActivities(answer[CONTENT_ITEMS], platform);
  if (launches.seenBefore(`deep linking ${answer.nonce}`)) throw problem('used-deep-linking-response');
  if (selections.takeOptional(answer[DATA]) === null) throw problem('used-deep-linking-response');
  return added;
}

async function verify({ platform, toolKeys, now }: Deps, jwt: string): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(jwt, toolKeys, {
      algorithms: ['RS256'],
      issuer: platform.clientId,
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

function newActivities(items: readonly ContentItem[], platform: Platform): NewActivity[] {
  try {
    return items.map((item) => toNewActivity(item, platform.tool.launchUrl));
  } catch (cause) {
    throw problem('bad-deep-linking-response', { cause });
  }
}
