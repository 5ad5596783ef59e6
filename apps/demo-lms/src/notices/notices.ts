import { randomUUID } from 'node:crypto';
import type { Logger } from '@mgv/service-kit';
import { SignJWT } from 'jose';
import type { Faults } from '../faults/faults.ts';
import { CLAIM, type Platform } from '../platform/platform.ts';
import type { PlatformKey } from '../platform/platform-key.ts';
import type { NoticeHandler } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { Tool, Tools } from '../tools/tool.ts';

interface Deps {
  platform: Platform;
  key: PlatformKey;
  store: StateStore;
  tools: Tools;
  faults: () => Faults;
  logger: Logger;
  now: () => Date;
  fetch: typeof globalThis.fetch;
}

/** A notice that went to a tool. */
export interface SentNotice {
  id: string;
  type: string;
  clientId: string;
  /** HTTP status; `null` when nobody answered in time. */
  status: number | null;
}

/** Sends notices to the tools that asked for them. */
export interface Notices {
  /** Tells every tool with a handler of this type; resolves when all have answered, or time is up. */
  send: (type: string, claims: Record<string, unknown>) => Promise<void>;
  /** Tells one tool that its handler is known. */
  hello: (handler: NoticeHandler) => Promise<void>;
  /** The latest 100. */
  sent: () => readonly SentNotice[];
}

const NOTICE_LIFE_S = 3600;
const PATIENCE_MS = 3000;

/** @see https://www.imsglobal.org/spec/lti-pns/v1p0 */
export function createNotices(deps: Deps): Notices {
  const { store, tools, faults, logger } = deps;
  const sent: SentNotice[] = [];
  const deliver = async (handler: NoticeHandler, claims: Record<string, unknown>): Promise<void> => {
    const tool = tools.selectOptional(handler.clientId);
    if (!tool) return;
    const id = randomUUID();
    for (let times = faults().notices === 'twice' ? 2 : 1; times > 0; times -= 1) {
      const status = await post(deps, handler, await noticeJwt(deps, tool, { id, type: handler.type, claims }));
      sent.push({ id, type: handler.type, clientId: tool.clientId, status });
      sent.splice(0, sent.length - 100);
      if (status === null || status >= 300) logger.warn({ type: handler.type, status }, 'a notice did not arrive');
    }
  };
  return {
    send: async (type, claims) => {
      if (faults().notices === 'off') return;
      const handlers = store.state.noticeHandlers.filter((one) => one.type === type);
      await Promise.all(handlers.map((handler) => deliver(handler, claims)));
    },
    hello: (handler) => deliver(handler, {}),
    sent: () => sent,
  };
}

interface Notice {
  id: string;
  type: string;
  claims: Record<string, unknown>;
}

function noticeJwt({ platform, key, now }: Deps, tool: Tool, { id, type, claims }: Notice): Promise<string> {
  const issuedAt = Math.floor(now().getTime() / 1000);
  return new SignJWT({
    ...claims,
    iss: platform.issuer,
    aud: tool.clientId,
    azp: tool.clientId,
    nonce: randomUUID(),
    iat: issuedAt,
    exp: issuedAt + NOTICE_LIFE_S,
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: tool.deploymentId,
    [`${CLAIM}notice`]: { id, timestamp: now().toISOString(), type },
  })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid })
    .sign(key.privateKey);
}

async function post({ fetch }: Deps, { handler }: NoticeHandler, jwt: string): Promise<number | null> {
  try {
    const response = await fetch(handler, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ notices: [{ jwt }] }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
