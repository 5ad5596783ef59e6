import { type Response, Router, text } from 'express';
import { z } from 'zod';
import { addLineItem } from '../courses/activities.ts';
import { type Platform, SCOPES } from '../platform/platform.ts';
import type { LineItem } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import { type Access, refuse } from './access.ts';
import { readBody } from './json-body.ts';
import { changeLineItem, GivenLineItemSchema, toLineItemBody } from './line-item.ts';

interface Deps {
  platform: Platform;
  store: StateStore;
  access: Access;
}

const ONE = 'application/vnd.ims.lis.v2.lineitem+json';
const MANY = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const LIST_PATH = '/lti/courses/1/lineitems';
const ONE_PATH = '/lti/courses/1/lineitems/:id/lineitem';

const QuerySchema = z.object({
  resource_link_id: z.string().optional(),
  resource_id: z.string().optional(),
  tag: z.string().optional(),
  limit: z.coerce.number().int().min(1).optional(),
  from: z.coerce.number().int().min(0).default(0),
});
type Query = z.infer<typeof QuerySchema>;

/**
 * The line items of the course: list, add, read, change. Removing one is refused: that would take grades with it.
 *
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#line-item-service
 */
export function lineItemsRouter(deps: Deps): Router {
  const { platform, store, access } = deps;
  const router = Router();
  const reading = access.scope(SCOPES.lineItem, SCOPES.lineItemReadonly);
  const writing = access.scope(SCOPES.lineItem);
  const sendOne = (res: Response, lineItem: LineItem, status = 200): void => {
    res
      .status(status)
      .type(ONE)
      .send(JSON.stringify(toLineItemBody(platform, lineItem)));
  };
  router.get(LIST_PATH, reading, access.accept(MANY), (req, res) => {
    const query = QuerySchema.safeParse(req.query);
    if (query.success) sendList(deps, res, query.data);
    else refuse(res, 400, 'Bad query');
  });
  router.post(LIST_PATH, writing, access.contentType(ONE), text({ type: () => true }), async (req, res) => {
    const given = GivenLineItemSchema.safeParse(readBody(req));
    const link = given.data?.resourceLinkId;
    if (!given.success) refuse(res, 400, 'No label or scoreMaximum');
    else if (link !== undefined && !store.state.activities.some(({ id }) => id === link)) {
      refuse(res, 400, 'Unknown resourceLinkId');
    } else {
      const { resourceLinkId = null, ...rest } = given.data;
      sendOne(res, await store.change((state) => addLineItem(state, { ...rest, resourceLinkId })), 201);
    }
  });
  router.get(ONE_PATH, reading, access.accept(ONE), (req, res) => {
    const lineItem = store.state.lineItems.find(({ id }) => id === req.params['id']);
    if (lineItem) sendOne(res, lineItem);
    else refuse(res, 404, 'Unknown line item');
  });
  router.put(ONE_PATH, writing, access.contentType(ONE), text({ type: () => true }), async (req, res) => {
    const lineItem = store.state.lineItems.find(({ id }) => id === req.params['id']);
    const given = GivenLineItemSchema.safeParse(readBody(req));
    if (!lineItem) refuse(res, 404, 'Unknown line item');
    else if (!given.success) refuse(res, 400, 'No label or scoreMaximum');
    else {
      await store.change((state) => {
        changeLineItem(state, lineItem, given.data);
      });
      sendOne(res, lineItem);
    }
  });
  router.all(ONE_PATH, (_req, res) => {
    res.set('Allow', 'GET, PUT');
    refuse(res, 405, 'Method Not Allowed');
  });
  return router;
}

function sendList({ platform, store }: Deps, res: Response, query: Query): void {
  const { limit, from } = query;
  const found = store.state.lineItems.filter((lineItem) => matches(lineItem, query));
  const until = from + (limit ?? found.length);
  if (limit !== undefined && until < found.length) {
    const next = new URL(platform.lineItemsUrl);
    for (const [name, value] of Object.entries({ ...query, from: until })) next.searchParams.set(name, String(value));
    res.set('Link', `<${next.href}>; rel="next"`);
  }
  const page = found.slice(from, until);
  res.type(MANY).send(JSON.stringify(page.map((lineItem) => toLineItemBody(platform, lineItem))));
}

function matches(lineItem: LineItem, query: Query): boolean {
  const { resource_link_id: link, resource_id: resource, tag } = query;
  return (
    (link === undefined || lineItem.resourceLinkId === link) &&
    (resource === undefined || lineItem.resourceId === resource) &&
    (tag === undefined || lineItem.tag === tag)
  );
}
