import { COURSE, type CourseRole } from '../courses/people.ts';
import { CLAIM, DEEP_LINKING_CLAIM, lineItemUrl, type Platform, SCOPES } from './platform.ts';
import type { PendingLaunch } from './launches.ts';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/** Roles as launches and the roster name them in full. */
export const ROLE_URNS: Record<CourseRole, readonly string[]> = {
  teacher: [`${MEMBERSHIP}#Instructor`],
  assistant: [`${MEMBERSHIP}#Instructor`, `${MEMBERSHIP}/Instructor#TeachingAssistant`],
  student: [`${MEMBERSHIP}#Learner`],
};

interface Launch {
  platform: Platform;
  launch: PendingLaunch;
  /** Line item of the activity; `null` when it is not graded. */
  lineItemId: string | null;
  /** `data` that the answer of deep linking must bring back. */
  data: string;
}

/**
 * The claims of a launch, apart from the times and the nonce.
 *
 * @see https://www.imsglobal.org/spec/lti/v1p3#required-message-claims
 */
export function launchClaims({ platform, launch, lineItemId, data }: Launch): Record<string, unknown> {
  const { person, activity } = launch;
  return {
    iss: platform.issuer,
    aud: platform.clientId,
    sub: person.id,
    name: person.name,
    given_name: person.givenName,
    family_name: person.familyName,
    email: person.email,
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: platform.deploymentId,
    [`${CLAIM}roles`]: ROLE_URNS[person.role],
    [`${CLAIM}context`]: {
      ...COURSE,
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection'],
    },
    [`${CLAIM}tool_platform`]: {
      guid: 'mgv-practice-lms',
      name: 'Oefen-LMS',
      product_family_code: 'mgv-practice-lms',
      version: '1',
    },
    [`${CLAIM}launch_presentation`]: {
      locale: launch.language,
      document_target: launch.target,
      return_url: platform.returnUrl,
    },
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
      scope: [SCOPES.lineItem, SCOPES.lineItemReadonly, SCOPES.resultReadonly, SCOPES.score],
      lineitems: platform.lineItemsUrl,
      ...(lineItemId !== null && { lineitem: lineItemUrl(platform, lineItemId) }),
    },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: platform.membershipsUrl,
      service_versions: ['2.0'],
    },
    ...(activity ? resourceLinkClaims(platform, activity) : deepLinkingClaims(platform, data)),
  };
}

function resourceLinkClaims(
  platform: Platform,
  activity: NonNullable<PendingLaunch['activity']>,
): Record<string, unknown> {
  return {
    [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
    [`${CLAIM}target_link_uri`]: platform.tool.origin + activity.path,
    [`${CLAIM}resource_link`]: {
      id: activity.id,
      title: activity.title,
      ...(activity.text !== '' && { description: activity.text }),
    },
    [`${CLAIM}custom`]: activity.custom,
  };
}

/** @see https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-request-message */
function deepLinkingClaims(platform: Platform, data: string): Record<string, unknown> {
  return {
    [`${CLAIM}message_type`]: 'LtiDeepLinkingRequest',
    [`${CLAIM}target_link_uri`]: platform.tool.launchUrl,
    [`${DEEP_LINKING_CLAIM}deep_linking_settings`]: {
      deep_link_return_url: platform.deepLinkReturnUrl,
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['iframe', 'window'],
      accept_multiple: true,
      accept_lineitem: true,
      auto_create: true,
      data,
    },
  };
}
