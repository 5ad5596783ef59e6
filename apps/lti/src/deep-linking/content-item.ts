import type { AssignmentDates, ChosenAssignment } from '@mgv/contracts';
import type { DeepLinkingFacts } from '../session/session-facts.ts';

/** A time span, as ISO 8601 with its zone. */
interface Span {
  startDateTime?: string;
  endDateTime?: string;
}

/** A link with its gradebook column, as the platform stores it; custom values are strings, never null. */
export interface ContentItem {
  type: 'ltiResourceLink';
  title: string;
  url: string;
  custom: Record<string, string>;
  lineItem?: { label: string; scoreMaximum: number; resourceId: string; tag: 'mgv' };
  iframe?: { width: number; height: number };
  window?: { targetName: string };
  available?: Span;
  submission?: Span;
}

interface Surroundings {
  facts: Pick<DeepLinkingFacts, 'acceptLineItem' | 'targets'>;
  publicUrl: string;
  /** A fresh id for the item. */
  itemId: string;
}

/**
 * The item for a chosen assignment. Its scenario stands in the address, in `custom` and in `resourceId`, so that a
 * copied course finds it again; `mgv_item` stays the same in copies of the link, and the two variables are filled in by
 * the platform with what course and link were copied from. There is no line item where the platform says it takes none.
 *
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0/#lti-resource-link
 */
export function toContentItem(choice: ChosenAssignment, { facts, publicUrl, itemId }: Surroundings): ContentItem {
  const { scenarioId, settings, dates } = choice;
  const { title, points } = settings;
  return {
    type: 'ltiResourceLink',
    title,
    url: `${publicUrl}/lti/launch?scenario=${encodeURIComponent(scenarioId)}`,
    custom: {
      mgv_scenario: scenarioId,
      mgv_item: itemId,
      mgv_title: title,
      mgv_points: String(points),
      mgv_attempts: settings.attempts === null ? 'unlimited' : String(settings.attempts),
      mgv_counts: settings.counts,
      mgv_results: settings.results,
      mgv_context_history: '$Context.id.history',
      mgv_link_history: '$ResourceLink.id.history',
    },
    ...(facts.acceptLineItem !== false && {
      lineItem: { label: title, scoreMaximum: points, resourceId: scenarioId, tag: 'mgv' },
    }),
    ...presentation(facts.targets),
    ...spans(dates),
  };
}

/** A frame where the platform can show one, else a window; nothing when it did not say. */
function presentation(targets: readonly string[]): Pick<ContentItem, 'iframe' | 'window'> {
  if (targets.includes('iframe')) return { iframe: { width: 900, height: 700 } };
  return targets.includes('window') ? { window: { targetName: 'mgv' } } : {};
}

/** @see https://www.imsglobal.org/spec/lti-dl/v2p0/#lti-resource-link */
function spans({ opensAt, dueAt, closesAt }: AssignmentDates): Pick<ContentItem, 'available' | 'submission'> {
  const available = {
    ...(opensAt !== null && { startDateTime: opensAt }),
    ...(closesAt !== null && { endDateTime: closesAt }),
  };
  return {
    ...(Object.keys(available).length > 0 && { available }),
    ...(dueAt !== null && { submission: { endDateTime: dueAt } }),
  };
}
