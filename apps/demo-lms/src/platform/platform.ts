import type { LineItem } from '../storage/state.schema.ts';

/** The addresses of this platform that do not depend on a course. */
export interface Platform {
  /** Issuer and base address, without a slash at its end. */
  issuer: string;
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  configurationUrl: string;
  registrationUrl: string;
  deepLinkReturnUrl: string;
}

/** The platform at an address. */
export function platformAt(issuer: string): Platform {
  return {
    issuer,
    authUrl: `${issuer}/lti/auth`,
    tokenUrl: `${issuer}/lti/token`,
    jwksUrl: `${issuer}/lti/jwks`,
    configurationUrl: `${issuer}/.well-known/openid-configuration`,
    registrationUrl: `${issuer}/lti/registrations`,
    deepLinkReturnUrl: `${issuer}/lti/deep-linking/return`,
  };
}

/** Address of a course's line items: with a query behind it, as several platforms do. */
export const lineItemsUrl = ({ issuer }: Platform, courseId: string): string =>
  `${issuer}/lti/courses/${courseId}/lineitems?type_id=1`;

/** Address of a line item. */
export const lineItemUrl = ({ issuer }: Platform, { id, courseId }: Pick<LineItem, 'id' | 'courseId'>): string =>
  `${issuer}/lti/courses/${courseId}/lineitems/${id}/lineitem?type_id=1`;

/** Address of a course's roster. */
export const membershipsUrl = ({ issuer }: Platform, courseId: string): string =>
  `${issuer}/lti/courses/${courseId}/memberships`;

/** Address where a deployment says where it wants notices. */
export const noticeHandlersUrl = ({ issuer }: Platform, deploymentId: string): string =>
  `${issuer}/lti/notice-handlers/${deploymentId}`;

/** Where the tool sends people back to. */
export const returnUrl = ({ issuer }: Platform, courseId: string): string => `${issuer}/lti/return?course=${courseId}`;

/** Scopes that the platform grants. */
export const SCOPES = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  lineItemReadonly: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  resultReadonly: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  membershipReadonly: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  noticeHandlers: 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
} as const;

/** The scopes of assignments and grades. */
export const GRADE_SCOPES: readonly string[] = [
  SCOPES.lineItem,
  SCOPES.lineItemReadonly,
  SCOPES.resultReadonly,
  SCOPES.score,
];

/** Prefix of the claims of LTI itself. */
export const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';

/** Prefix of the claims of Deep Linking. */
export const DEEP_LINKING_CLAIM = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

/** Notices that the platform can send. */
export const NOTICE_TYPES = ['LtiHelloWorldNotice', 'LtiContextCopyNotice'] as const;
