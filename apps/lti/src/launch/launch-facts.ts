import type { Language } from '@mgv/core';
import type { DeepLinkingFacts, SessionFacts } from '../session/session-facts.ts';
import { CLAIM, type LaunchClaims } from './claims.ts';
import { cleanText } from './clean-text.ts';
import { chooseLanguage } from './launch-language.ts';
import { customText, itemOf, scenarioOf, settingsOf } from './link-settings.ts';
import { isTestPerson, roleOf } from './roles.ts';

/**
 * Turns the claims of a launch into what its session keeps.
 *
 * @param fallback - Language when the platform names none of ours.
 */
export function launchFacts(claims: LaunchClaims, fallback: Language): SessionFacts {
  const roles = claims[CLAIM.roles];
  return {
    person: { lmsUserId: claims.sub, name: nameOf(claims), test: isTestPerson(roles) },
    role: roleOf(roles),
    link: linkOf(claims),
    gradebook: gradebookOf(claims),
    platformFamily: cleanText(claims[CLAIM.toolPlatform]?.product_family_code, 255)?.toLowerCase() ?? null,
    language: chooseLanguage([claims[CLAIM.launchPresentation]?.locale, claims.locale], fallback),
    deepLinking: deepLinkingOf(claims),
    review: reviewOf(claims),
    roster: rosterOf(claims),
    history: historyOf(claims[CLAIM.custom] ?? {}),
    mentees: claims[CLAIM.mentees],
  };
}

/** A person's name as the platform gives it: whole, else put together; `null` without. */
export function nameOf({
  name,
  given_name: given,
  family_name: family,
}: Pick<LaunchClaims, 'name' | 'given_name' | 'family_name'>): string | null {
  return cleanText(name, 255) ?? cleanText(`${given ?? ''} ${family ?? ''}`, 255);
}

function linkOf(claims: LaunchClaims): SessionFacts['link'] {
  const link = claims[CLAIM.resourceLink];
  if (claims[CLAIM.messageType] === 'LtiDeepLinkingRequest' || !link) return null;
  const custom = claims[CLAIM.custom] ?? {};
  return {
    id: link.id,
    title: cleanText(link.title, 255),
    scenarioId: scenarioOf(custom, claims[CLAIM.targetLinkUri]),
    itemId: itemOf(custom),
    settings: settingsOf(custom),
  };
}

function gradebookOf(claims: LaunchClaims): SessionFacts['gradebook'] {
  const ags = claims[CLAIM.ags];
  if (!ags) return null;
  return { lineItem: ags.lineitem ?? null, lineItems: ags.lineitems ?? null, scopes: ags.scope };
}

function deepLinkingOf(claims: LaunchClaims): DeepLinkingFacts | null {
  const settings = claims[CLAIM.deepLinking];
  if (claims[CLAIM.messageType] !== 'LtiDeepLinkingRequest' || !settings) return null;
  return {
    returnUrl: settings.deep_link_return_url,
    acceptTypes: settings.accept_types,
    targets: settings.accept_presentation_document_targets,
    acceptMultiple: settings.accept_multiple === true,
    acceptLineItem: settings.accept_lineitem ?? (UNGRADED.has(claims[CLAIM.canvasPlacement] ?? '') ? false : null),
    previous: previousOf(claims),
    data: settings.data ?? null,
  };
}

/** Places where Canvas takes a link without a column: older versions do not say so in `accept_lineitem`. */
const UNGRADED = new Set(['link_selection', 'editor_button', 'resource_selection']);

/** What was chosen for the link that the picker was opened from, where the platform sends its custom parameters. */
function previousOf(claims: LaunchClaims): DeepLinkingFacts['previous'] {
  const custom = claims[CLAIM.custom] ?? {};
  const scenarioId = scenarioOf(custom, claims[CLAIM.targetLinkUri]);
  return scenarioId === null ? null : { scenarioId, settings: settingsOf(custom) };
}

const ATTEMPT = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** @see https://www.imsglobal.org/spec/lti-sr/v1p0/#for_user-claim */
function reviewOf(claims: LaunchClaims): SessionFacts['review'] {
  const attempt = new URL(claims[CLAIM.targetLinkUri]).searchParams.get('attempt') ?? '';
  const attemptId = ATTEMPT.test(attempt) ? attempt.toLowerCase() : null;
  const reviews = claims[CLAIM.messageType] === 'LtiSubmissionReviewRequest';
  const lmsUserId = reviews ? (claims[CLAIM.forUser]?.user_id ?? null) : null;
  return lmsUserId === null && attemptId === null ? null : { lmsUserId, attemptId };
}

function rosterOf(claims: LaunchClaims): SessionFacts['roster'] {
  const nrps = claims[CLAIM.nrps];
  const url = nrps?.service_versions.includes('2.0') === true ? nrps.context_memberships_url : undefined;
  return url === undefined ? null : { url };
}

/** Each id in such a list is URL-encoded; one that is not stays as it is. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Ids of a list with commas, at most 50, each once; what a platform did not fill in counts as absent. */
const idsIn = (custom: Readonly<Record<string, unknown>>, name: string): string[] => {
  const ids = (customText(custom, name) ?? '').split(',').map((id) => decoded(id.trim()));
  return [...new Set(ids.filter((id) => id !== '' && id.length <= 255))].slice(0, 50);
};

/** @see https://www.imsglobal.org/spec/lti/v1p3/#lti-resource-link-variables */
const historyOf = (custom: Readonly<Record<string, unknown>>): SessionFacts['history'] => ({
  contexts: idsIn(custom, 'mgv_context_history'),
  links: idsIn(custom, 'mgv_link_history'),
});
