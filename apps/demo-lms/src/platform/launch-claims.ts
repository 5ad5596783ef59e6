import type { CourseRole } from '../courses/people.ts';
import type { Faults } from '../faults/faults.ts';
import type { Activity, LineItem } from '../storage/state.schema.ts';
import { customParameters } from './custom-variables.ts';
import type { PendingLaunch } from './launches.ts';
import {
  CLAIM,
  DEEP_LINKING_CLAIM,
  GRADE_SCOPES,
  lineItemsUrl,
  lineItemUrl,
  membershipsUrl,
  NOTICE_TYPES,
  noticeHandlersUrl,
  type Platform,
  returnUrl,
  SCOPES,
} from './platform.ts';

const LIS = 'http://purl.imsglobal.org/vocab/lis/v2';

/** Roles as launches and the roster name them in full. An administrator has none in the course. */
export const ROLE_URNS: Record<CourseRole, readonly string[]> = {
  teacher: [`${LIS}/membership#Instructor`],
  assistant: [`${LIS}/membership#Instructor`, `${LIS}/membership/Instructor#TeachingAssistant`],
  student: [`${LIS}/membership#Learner`],
  observer: [`${LIS}/membership#Mentor`],
  admin: [`${LIS}/institution/person#Administrator`, `${LIS}/system/person#Administrator`],
};

interface Launch {
  platform: Platform;
  launch: PendingLaunch;
  /** Column of the activity; `null` when it is not graded. */
  lineItem: LineItem | null;
  /** `data` that the answer of deep linking must bring back. */
  data: string;
  faults: Faults;
}

/**
 * The claims of a launch, apart from the times and the nonce.
 *
 * @see https://www.imsglobal.org/spec/lti/v1p3#required-message-claims
 */
export function launchClaims(given: Launch): Record<string, unknown> {
  const { platform, launch } = given;
  const { tool, course, person } = launch;
  return {
    iss: platform.issuer,
    aud: tool.clientId,
    sub: person.id,
    ...personClaims(given),
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: tool.deploymentId,
    [`${CLAIM}roles`]: ROLE_URNS[person.role],
    ...(person.mentees.length > 0 && { [`${CLAIM}role_scope_mentor`]: person.mentees }),
    [`${CLAIM}context`]: {
      id: course.id,
      label: course.label,
      title: course.title,
      type: [`${LIS}/course#CourseSection`],
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
      return_url: returnUrl(platform, course.id),
    },
    [`${CLAIM}custom`]: customParameters(launch, given.faults),
    ...serviceClaims(given),
    ...messageClaims(given),
  };
}

/** Names and e-mail, as far as the tool asked for them. */
function personClaims({ launch: { person, tool }, faults }: Launch): Record<string, string> {
  if (faults.privacy === 'anonymous') return {};
  const all: Record<string, string> = {
    name: person.name,
    given_name: person.givenName,
    family_name: person.familyName,
    email: person.email,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => tool.claims.includes(name)));
}

/** The services that the tool was granted. */
function serviceClaims({ platform, launch, lineItem, faults }: Launch): Record<string, unknown> {
  const { tool, course } = launch;
  const gradeScopes = GRADE_SCOPES.filter((scope) => tool.scopes.includes(scope));
  return {
    ...(gradeScopes.length > 0 && {
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
        scope: gradeScopes,
        lineitems: lineItemsUrl(platform, course.id),
        ...(lineItem && { lineitem: lineItemUrl(platform, lineItem) }),
      },
    }),
    ...(tool.scopes.includes(SCOPES.membershipReadonly) && {
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
        context_memberships_url: membershipsUrl(platform, course.id),
        service_versions: ['2.0'],
      },
    }),
    ...(tool.scopes.includes(SCOPES.noticeHandlers) &&
      faults.notices !== 'off' && {
        [`${CLAIM}platformnotificationservice`]: {
          service_versions: ['1.0'],
          platform_notification_service_url: noticeHandlersUrl(platform, tool.deploymentId),
          scope: [SCOPES.noticeHandlers],
          notice_types_supported: NOTICE_TYPES,
        },
      }),
  };
}

function messageClaims(given: Launch): Record<string, unknown> {
  const { message } = given.launch;
  const target = { [`${CLAIM}target_link_uri`]: message.targetUri };
  if (message.type === 'deep-linking') return { ...target, ...deepLinkingClaims(given) };
  const link = message.activity && { [`${CLAIM}resource_link`]: resourceLink(message.activity) };
  if (message.type === 'resource-link') {
    return { ...target, ...link, [`${CLAIM}message_type`]: 'LtiResourceLinkRequest' };
  }
  return { ...target, ...link, ...reviewClaims(message.forPerson.id) };
}

const resourceLink = ({ id, title, text }: Activity): Record<string, string> => ({
  id,
  title,
  ...(text !== '' && { description: text }),
});

/** @see https://www.imsglobal.org/spec/lti-sr/v1p0#submission-review-message */
const reviewClaims = (userId: string): Record<string, unknown> => ({
  [`${CLAIM}message_type`]: 'LtiSubmissionReviewRequest',
  [`${CLAIM}for_user`]: { user_id: userId },
});

/** @see https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-request-message */
function deepLinkingClaims({ platform, launch, data, faults }: Launch): Record<string, unknown> {
  const { acceptMultiple, acceptLineItem, acceptTypes, acceptTargets } = faults;
  const again = launch.message.activity !== null;
  return {
    [`${CLAIM}message_type`]: 'LtiDeepLinkingRequest',
    [`${DEEP_LINKING_CLAIM}deep_linking_settings`]: {
      deep_link_return_url: platform.deepLinkReturnUrl,
      accept_types: acceptTypes,
      accept_presentation_document_targets: acceptTargets,
      ...(acceptMultiple !== 'absent' && { accept_multiple: acceptMultiple && !again }),
      ...(acceptLineItem !== 'absent' && { accept_lineitem: acceptLineItem }),
      auto_create: !again,
      data,
    },
  };
}
