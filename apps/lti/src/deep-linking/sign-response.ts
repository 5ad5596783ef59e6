import { type KeyObject, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { signedTimes } from '../access-tokens/client-assertion.ts';
import { CLAIM } from '../launch/claims.ts';
import type { Registration } from '../platforms/registration.ts';
import type { ContentItem } from './content-item.ts';

const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

interface DeepLinkingResponse {
  registration: Registration;
  deploymentId: string;
  key: KeyObject;
  /** Given back unchanged; `null` when the request had none. */
  data: string | null;
  /** Empty when the trainer cancelled. */
  items: readonly ContentItem[];
  now: Date;
}

/** @see https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-response-message */
export function signDeepLinkingResponse(response: DeepLinkingResponse): Promise<string> {
  const { registration, deploymentId, key, data, items, now } = response;
  return new SignJWT({
    iss: registration.clientId,
    aud: registration.issuer,
    ...signedTimes(now),
    nonce: randomUUID(),
    [CLAIM.messageType]: 'LtiDeepLinkingResponse',
    [CLAIM.version]: '1.3.0',
    [CLAIM.deploymentId]: deploymentId,
    ...(data !== null && { [`${DL}data`]: data }),
    [`${DL}content_items`]: items,
  })
    .setProtectedHeader({ alg: 'RS256', kid: registration.kid, typ: 'JWT' })
    .sign(key);
}
