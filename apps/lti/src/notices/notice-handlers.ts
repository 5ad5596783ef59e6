import type { Logger, PlatformFetch } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import type { AccessTokens } from '../access-tokens/access-tokens.ts';
import { CLAIM, type LaunchClaims } from '../launch/claims.ts';
import { Recent } from '../session/recent.ts';
import { CONTEXT_COPY } from './notice-checks.ts';
import { type HandlerWish, takeHandlerTask, updateRegistered } from './notices.repository.ts';

/** Right to say where notices go. */
const SCOPE = 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers';
/** Pause after a failure. */
const TRY_AGAIN_MS = 3_600_000;
/** Deployments that this process remembers to have seen to. */
const SIZE = 5000;

interface Needs {
  db: Db;
  accessTokens: AccessTokens;
  fetch: PlatformFetch;
  publicUrl: string;
  logger: Logger;
  now: () => Date;
}

/** Tells platforms that offer it where to send word of copied courses: once for each deployment. */
export class NoticeHandlers {
  readonly #needs: Needs;
  /** When a deployment was last looked at, by tenant and address. */
  readonly #seen = new Recent<number>(SIZE);

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** After a launch, without making anybody wait; a failure is logged, and tried again at a launch an hour later. */
  see(tenantId: string, claims: LaunchClaims): void {
    const service = claims[CLAIM.pns];
    if (!service?.notice_types_supported.includes(CONTEXT_COPY)) return;
    const { publicUrl, logger, now } = this.#needs;
    const serviceUrl = service.platform_notification_service_url;
    const key = `${tenantId} ${serviceUrl}`;
    const at = now().getTime();
    if (at - (this.#seen.get(key) ?? Number.NEGATIVE_INFINITY) < TRY_AGAIN_MS) return;
    this.#seen.set(key, at);
    this.#register({ tenantId, serviceUrl, handler: `${publicUrl}/lti/notices` }).catch((error: unknown) => {
      logger.warn({ tenantId, err: error }, 'the platform does not send notices');
    });
  }

  async #register(wish: HandlerWish): Promise<void> {
    const { db, accessTokens, fetch, logger, now } = this.#needs;
    const { tenantId, serviceUrl, handler } = wish;
    const tryAgainBefore = new Date(now().getTime() - TRY_AGAIN_MS);
    if (!(await takeHandlerTask(db, wish, { now: now(), tryAgainBefore }))) return;
    const { accessToken } = await accessTokens.get({ tenantId, scopes: [SCOPE], renew: false });
    const answer = await fetch(serviceUrl, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify({ notice_type: CONTEXT_COPY, handler }),
    });
    if (answer.status < 200 || answer.status > 299) throw new Error(`it answered ${String(answer.status)}`);
    await updateRegistered(db, tenantId, now());
    logger.info({ tenantId }, 'the platform sends notices');
  }
}
