import { z } from 'zod';
import { lineItemUrl, type Platform } from '../platform/platform.ts';
import type { LineItem, State } from '../storage/state.schema.ts';
import { toPoints } from './score.ts';

/** A line item as a tool sends it. */
export const GivenLineItemSchema = z.object({
  label: z.string().trim().min(1).max(255),
  scoreMaximum: z.number().positive(),
  resourceId: z.string().max(255).default(''),
  tag: z.string().max(255).default(''),
  resourceLinkId: z.string().optional(),
});
export type GivenLineItem = z.infer<typeof GivenLineItemSchema>;

/** A line item as the service shows it. */
export function toLineItemBody(platform: Platform, lineItem: LineItem): Record<string, unknown> {
  const { label, scoreMaximum, resourceId, tag, resourceLinkId } = lineItem;
  return {
    id: lineItemUrl(platform, lineItem),
    label,
    scoreMaximum,
    resourceId,
    tag,
    ...(resourceLinkId !== null && { resourceLinkId }),
  };
}

/** Changes a line item; its id and link stay, and grades keep their part of the maximum. */
export function changeLineItem(state: State, lineItem: LineItem, given: GivenLineItem): void {
  for (const grade of state.grades) {
    if (grade.lineItemId !== lineItem.id || grade.score === null) continue;
    grade.score = toPoints(grade.score, lineItem.scoreMaximum, given.scoreMaximum);
  }
  const { label, scoreMaximum, resourceId, tag } = given;
  Object.assign(lineItem, { label, scoreMaximum, resourceId, tag });
}
