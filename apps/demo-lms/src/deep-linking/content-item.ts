import { z } from 'zod';
import type { Activity, LineItem, Period } from '../storage/state.schema.ts';
import type { Tool } from '../tools/tool.ts';

/** ISO-8601 with a zone. */
const MomentSchema = z.iso.datetime({ offset: true });
const PeriodSchema = z.object({ startDateTime: MomentSchema.optional(), endDateTime: MomentSchema.optional() });

/** A link as a tool hands it over; other kinds of content item are not taken. */
export const ContentItemSchema = z.object({
  type: z.literal('ltiResourceLink'),
  title: z.string().trim().min(1).max(255).optional(),
  text: z.string().max(10_000).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  /** All texts: other values do not survive a launch. */
  custom: z.record(z.string().max(255), z.string().max(10_000)).optional(),
  lineItem: z
    .object({
      label: z.string().trim().min(1).max(255).optional(),
      scoreMaximum: z.number().positive(),
      resourceId: z.string().max(255).optional(),
      tag: z.string().max(255).optional(),
    })
    .optional(),
  available: PeriodSchema.optional(),
  submission: PeriodSchema.optional(),
  iframe: z.object({}).optional(),
  window: z.object({}).optional(),
});
export type ContentItem = z.infer<typeof ContentItemSchema>;

/** Why a content item cannot become an activity. */
export class ContentItemError extends Error {
  readonly code = 'FOREIGN_URL';

  constructor(url: string) {
    super(`${url} is not an address of the tool`);
    this.name = 'ContentItemError';
  }
}

/** What a content item becomes; ids are given when it is stored. */
export interface NewActivity {
  activity: Omit<Activity, 'id' | 'courseId' | 'clientId' | 'history'>;
  /** `null` when the link is not graded. */
  lineItem: Pick<LineItem, 'label' | 'scoreMaximum' | 'resourceId' | 'tag'> | null;
}

/**
 * Turns a content item into an activity with its gradebook column.
 *
 * @param tool - Its launch address is used when the item has no address of its own.
 * @throws {ContentItemError} when its address is not on the tool's origin.
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#lti-resource-link
 */
export function toNewActivity(item: ContentItem, tool: Pick<Tool, 'launchUrl' | 'origin'>): NewActivity {
  const url = new URL(item.url ?? tool.launchUrl);
  if (url.origin !== tool.origin) throw new ContentItemError(url.href);
  const title = item.title ?? item.lineItem?.label ?? 'Activiteit';
  return {
    activity: {
      title,
      text: item.text ?? '',
      path: url.pathname + url.search,
      custom: item.custom ?? {},
      available: toPeriod(item.available),
      submission: toPeriod(item.submission),
      newWindow: item.window !== undefined && item.iframe === undefined,
    },
    lineItem: item.lineItem
      ? {
          label: item.lineItem.label ?? title,
          scoreMaximum: item.lineItem.scoreMaximum,
          resourceId: item.lineItem.resourceId ?? '',
          tag: item.lineItem.tag ?? '',
        }
      : null,
  };
}

const toPeriod = (given: z.infer<typeof PeriodSchema> | undefined): Period | null =>
  given ? { start: given.startDateTime ?? null, end: given.endDateTime ?? null } : null;
