import type { Language } from '@mgv/core';
import type { DeepLinkingFacts, SessionFacts } from '../session/session-facts.ts';
import { CLAIM, type LaunchClaims } from './claims.ts';
import { cleanText } from './clean-text.ts';
import { chooseLanguage } from './launch-language.ts';
import { scenarioOf, settingsOf } from './link-settings.ts';
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
  };
}

function nameOf({ name, given_name: given, family_name: family }: LaunchClaims): string | null {
  return cleanText(name, 255) ?? cleanText(`${given ?? ''} ${family ?? ''}`, 255);
}

function linkOf(claims: LaunchClaims): SessionFacts['link'] {
  const link = claims[CLAIM.resourceLink];
  if (claims[CLAIM.messageType] !== 'LtiResourceLinkRequest' || !link) return null;
  const custom = claims[CLAIM.custom] ?? {};
  return {
    id: link.id,
    title: cleanText(link.title, 255),
    scenarioId: scenarioOf(custom, claims[CLAIM.targetLinkUri]),
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
    acceptLineItem: settings.accept_lineitem ?? null,
    data: settings.data ?? null,
  };
}
