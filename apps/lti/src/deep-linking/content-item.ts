import type { SetUpAssignment } from '@mgv/contracts';
import type { DeepLinkingFacts } from '../session/session-facts.ts';

/** A link with its gradebook column, as the platform stores it; custom values are strings, never null. */
export interface ContentItem {
  type: 'ltiResourceLink';
  title: string;
  url: string;
  custom: Record<string, string>;
  lineItem?: { label: string; scoreMaximum: number; resourceId: string; tag: 'mgv' };
  iframe?: { width: number; height: number };
  window?: { targetName: string };
}

/**
 * The item for a chosen assignment. Its scenario stands in the address, in `custom` and in `resourceId`, so that a
 * copied course finds it again. There is no line item where the platform says it takes none.
 *
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0/#lti-resource-link
 */
export function toContentItem(choice: SetUpAssignment, facts: DeepLinkingFacts, publicUrl: string): ContentItem {
  const { scenarioId, settings } = choice;
  const { title, points } = settings;
  return {
    type: 'ltiResourceLink',
    title,
    url: `${publicUrl}/lti/launch?scenario=${encodeURIComponent(scenarioId)}`,
    custom: {
      mgv_scenario: scenarioId,
      mgv_title: title,
      mgv_points: String(points),
      mgv_attempts: settings.attempts === null ? 'unlimited' : String(settings.attempts),
      mgv_counts: settings.counts,
      mgv_results: settings.results,
    },
    ...(facts.acceptLineItem !== false && {
      lineItem: { label: title, scoreMaximum: points, resourceId: scenarioId, tag: 'mgv' },
    }),
    ...presentation(facts.targets),
  };
}

/** A frame where the platform can show one, else a window; nothing when it did not say. */
function presentation(targets: readonly string[]): Pick<ContentItem, 'iframe' | 'window'> {
  if (targets.includes('iframe')) return { iframe: { width: 900, height: 700 } };
  return targets.includes('window') ? { window: { targetName: 'mgv' } } : {};
}
