import { type KeyObject, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { signedTimes } from '../access-tokens/client-assertion.ts';
import { CLAIM } from '../launch/claims.ts';
import type { Registration } from '../platforms/registration.ts';
import type { ContentItem } from './content-item.ts';

const DL = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

/** What goes wrong, for the person and for the platform's log. */
interface ResponseError {
  message: string;
  log: string;
}

interface DeepLinkingResponse {
  registration: Registration;
  deploymentId: string;
  key: KeyObject;
  /** Given back unchanged; `null` when the request had none. */
  data: string | null;
  /** Empty when the trainer cancelled, or nothing could be chosen. */
  items: readonly ContentItem[];
  error: ResponseError | null;
  now: Date;
}

/** @see https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-response-message */
export function signDeepLinkingResponse(response: DeepLinkingResponse): Promise<string> {
  const { registration, deploymentId, key, data, items, error, now } = response;
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
    ...(error && { [`${DL}errormsg`]: error.message, [`${DL}errorlog`]: error.log }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: registration.kid, typ: 'JWT' })
    .sign(key);
}
