import { type Request, type Response, Router, text } from 'express';
import { z } from 'zod';
import { addLineItem, type Place } from '../courses/activities.ts';
import { lineItemsUrl, type Platform, SCOPES } from '../platform/platform.ts';
import type { LineItem, State } from '../storage/state.schema.ts';
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
const LIST_PATH = '/lti/courses/:courseId/lineitems';
const ONE_PATH = '/lti/courses/:courseId/lineitems/:id/lineitem';

const QuerySchema = z.object({
  resource_link_id: z.string().optional(),
  resource_id: z.string().optional(),
  tag: z.string().optional(),
  limit: z.coerce.number().int().min(1).optional(),
  from: z.coerce.number().int().min(0).default(0),
});
type Query = z.infer<typeof QuerySchema>;

/**
 * The line items of a tool in a course: list, add, read, change. Removing one is refused: that would take grades with it.
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
    if (query.success) sendList(deps, req, res, query.data);
    else refuse(res, 400, 'Bad query');
  });
  router.post(LIST_PATH, writing, access.contentType(ONE), text({ type: () => true }), async (req, res) => {
    const given = GivenLineItemSchema.safeParse(readBody(req));
    const place = placeOf(access, req);
    if (!given.success) refuse(res, 400, 'No label or scoreMaximum');
    else if (!store.state.courses.some(({ id }) => id === place.courseId)) refuse(res, 404, 'Unknown course');
    else if (!isOwnLink(store.state, place, given.data.resourceLinkId)) refuse(res, 400, 'Unknown resourceLinkId');
    else {
      const { resourceLinkId = null, ...rest } = given.data;
      sendOne(res, await store.change((state) => addLineItem(state, { ...rest, ...place, resourceLinkId })), 201);
    }
  });
  router.get(ONE_PATH, reading, access.accept(ONE), (req, res) => {
    const lineItem = selectOptionalLineItem(store.state, access, req);
    if (lineItem) sendOne(res, lineItem);
    else refuse(res, 404, 'Unknown line item');
  });
  router.put(ONE_PATH, writing, access.contentType(ONE), text({ type: () => true }), async (req, res) => {
    const lineItem = selectOptionalLineItem(store.state, access, req);
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

const placeOf = (access: Access, req: Request): Place => ({
  courseId: String(req.params['courseId']),
  clientId: access.clientId(req),
});

const isIn = (one: Place, { courseId, clientId }: Place): boolean =>
  one.courseId === courseId && one.clientId === clientId;

const isOwnLink = ({ activities }: State, place: Place, link: string | undefined): boolean =>
  link === undefined || activities.some((activity) => activity.id === link && isIn(activity, place));

/** The line item that a request names, if it is in the course of the address and of the tool that asks; else `null`. */
export function selectOptionalLineItem({ lineItems }: State, access: Access, req: Request): LineItem | null {
  const place = placeOf(access, req);
  return lineItems.find((lineItem) => lineItem.id === req.params['id'] && isIn(lineItem, place)) ?? null;
}

function sendList({ platform, store, access }: Deps, req: Request, res: Response, query: Query): void {
  const { limit, from } = query;
  const place = placeOf(access, req);
  const found = store.state.lineItems.filter((lineItem) => isIn(lineItem, place) && matches(lineItem, query));
  const until = from + (limit ?? found.length);
  if (limit !== undefined && until < found.length) {
    const next = new URL(lineItemsUrl(platform, place.courseId));
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
