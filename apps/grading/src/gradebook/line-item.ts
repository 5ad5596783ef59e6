import type { Gradebook } from '@mgv/contracts';
import { z } from 'zod';
import { MEDIA, type SendAgs, withQuery } from './ags-client.ts';
import { DeliveryError } from './delivery.error.ts';
import { SCOPES } from './gradebook-state.ts';
import { parseJson } from './parse-json.ts';

/** Tag of our line items, as the picker sets it too. */
const TAG = 'mgv';
const MOST_PAGES = 10;

const LineItemSchema = z.object({ id: z.url(), resourceLinkId: z.string().nullish() });
type LineItem = z.infer<typeof LineItemSchema>;

/** What a line item is looked up by, and made from. */
export interface WantedLineItem {
  linkId: string;
  scenarioId: string;
  title: string;
  /** Maximum of the column. */
  points: number;
  /** Whether another assignment uses this line item. */
  isTaken: (id: string) => Promise<boolean>;
}

/** URL of the next page, on the same host only. */
function nextPage(link: string | undefined, from: string): string | null {
  const next = /<([^>]+)>\s*;[^,]*rel="?next"?/i.exec(link ?? '')?.[1];
  if (next === undefined || !URL.canParse(next, from)) return null;
  const url = new URL(next, from);
  return url.origin === new URL(from).origin ? url.href : null;
}

async function listLineItems(send: SendAgs, lineItems: string, query: Record<string, string>): Promise<LineItem[]> {
  const found: LineItem[] = [];
  let url: string | null = withQuery(lineItems, query);
  for (let page = 0; url !== null && page < MOST_PAGES; page += 1) {
    const { answer } = await send(url, { headers: { Accept: MEDIA.lineItems } });
    const items = z.array(LineItemSchema).safeParse(parseJson(answer.body));
    if (!items.success) throw new DeliveryError('server-error', false, { cause: items.error });
    found.push(...items.data);
    url = nextPage(answer.headers['link'], url);
  }
  return found;
}

async function createLineItem(send: SendAgs, lineItems: string, wanted: WantedLineItem): Promise<string> {
  const { linkId, scenarioId, title, points } = wanted;
  const item = { label: title, scoreMaximum: points, resourceId: scenarioId, resourceLinkId: linkId, tag: TAG };
  const { answer } = await send(lineItems, {
    method: 'POST',
    headers: { 'Content-Type': MEDIA.lineItem, Accept: MEDIA.lineItem },
    body: JSON.stringify(item),
  });
  const made = LineItemSchema.safeParse(parseJson(answer.body));
  if (!made.success) throw new DeliveryError('server-error', false, { cause: made.error });
  return made.data.id;
}

/**
 * The line item of a link whose launches name none: by resource link id, else by resource id and tag (a copied course),
 * else a new one where the scope allows.
 *
 * The caller holds the tenant's delivery lease, so that first marks at the same moment make one.
 *
 * @throws {DeliveryError} `no-line-item`, and as {@link SendAgs}.
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#container-request-filters
 */
export async function findOrCreateLineItem(
  send: SendAgs,
  { lineItems, scopes }: Gradebook,
  wanted: WantedLineItem,
): Promise<string> {
  if (lineItems === null) throw new DeliveryError('no-line-item', true);
  const ofLink = await listLineItems(send, lineItems, { resource_link_id: wanted.linkId });
  const own = ofLink.find(({ resourceLinkId }) => (resourceLinkId ?? wanted.linkId) === wanted.linkId);
  if (own) return own.id;
  const alike = await listLineItems(send, lineItems, { resource_id: wanted.scenarioId, tag: TAG });
  for (const { id, resourceLinkId } of alike) {
    if ((resourceLinkId ?? wanted.linkId) === wanted.linkId && !(await wanted.isTaken(id))) return id;
  }
  if (!scopes.includes(SCOPES.lineItem)) throw new DeliveryError('no-line-item', true);
  return createLineItem(send, lineItems, wanted);
}
