import { z } from 'zod';
import type { Activity, LineItem } from '../storage/state.schema.ts';

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
  activity: Omit<Activity, 'id'>;
  /** `null` when the link is not graded. */
  lineItem: Omit<LineItem, 'id' | 'resourceLinkId'> | null;
}

/**
 * Turns a content item into an activity with its gradebook column.
 *
 * @param launchUrl - Where the tool takes launches; used when the item has no address of its own.
 * @throws {ContentItemError} when its address is not on the tool's origin.
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#lti-resource-link
 */
export function toNewActivity(item: ContentItem, launchUrl: string): NewActivity {
  const url = new URL(item.url ?? launchUrl);
  if (url.origin !== new URL(launchUrl).origin) throw new ContentItemError(url.href);
  const title = item.title ?? item.lineItem?.label ?? 'Activiteit';
  return {
    activity: { title, text: item.text ?? '', path: url.pathname + url.search, custom: item.custom ?? {} },
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
