import { json, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Faults } from '../faults/faults.ts';
import { type Access, refuse } from '../gradebook/access.ts';
import { NOTICE_TYPES, SCOPES } from '../platform/platform.ts';
import type { State } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { Tools } from '../tools/tool.ts';
import type { Notices } from './notices.ts';

interface Deps {
  store: StateStore;
  tools: Tools;
  access: Access;
  notices: Notices;
  faults: () => Faults;
}

const HandlerSchema = z.object({
  notice_type: z.enum(NOTICE_TYPES),
  /** Empty takes the handler away. */
  handler: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]),
});

const PATH = '/lti/notice-handlers/:deploymentId';

/**
 * `GET|PUT /lti/notice-handlers/:deploymentId`: where a tool wants notices. `GET /api/notices`: what was sent, for tests.
 *
 * @see https://www.imsglobal.org/spec/lti-pns/v1p0#notice-handlers
 */
export function noticeHandlersRouter({ store, tools, access, notices, faults }: Deps): Router {
  const router = Router();
  const own: RequestHandler = (req, res, next) => {
    const tool = tools.selectOptional(access.clientId(req));
    if (faults().notices === 'off' || tool?.deploymentId !== req.params['deploymentId']) {
      refuse(res, 404, 'Unknown deployment');
    } else next();
  };
  router.get('/api/notices', (_req, res) => {
    res.json(notices.sent());
  });
  router.get(PATH, access.scope(SCOPES.noticeHandlers), own, (req, res) => {
    const clientId = access.clientId(req);
    res.json({
      client_id: clientId,
      deployment_id: req.params['deploymentId'],
      notice_handlers: handlersOf(store.state, clientId),
    });
  });
  router.put(PATH, access.scope(SCOPES.noticeHandlers), own, json(), async (req, res) => {
    const clientId = access.clientId(req);
    const given = HandlerSchema.safeParse(req.body);
    if (!given.success || !isOwn(tools, clientId, given.data.handler)) {
      refuse(res, 400, 'No notice_type that is supported, or no handler on the domain of the tool');
      return;
    }
    const { notice_type: type, handler } = given.data;
    await store.change((state) => {
      const others = state.noticeHandlers.filter((one) => one.clientId !== clientId || one.type !== type);
      state.noticeHandlers = handler === '' ? others : [...others, { clientId, type, handler }];
    });
    res.json({ notice_type: type, handler });
    if (type === 'LtiHelloWorldNotice' && handler !== '') await notices.hello({ clientId, type, handler });
  });
  return router;
}

const handlersOf = ({ noticeHandlers }: State, clientId: string): Record<string, string>[] =>
  noticeHandlers
    .filter((one) => one.clientId === clientId)
    .map(({ type, handler }) => ({ notice_type: type, handler }));

const isOwn = (tools: Tools, clientId: string, handler: string): boolean =>
  handler === '' || new URL(handler).hostname === new URL(tools.selectOptional(clientId)?.origin ?? 'x:').hostname;
