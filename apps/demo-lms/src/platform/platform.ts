/** This platform and the one tool that is registered with it. */
export interface Platform {
  /** Issuer and base address, without a slash at its end. */
  issuer: string;
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  deepLinkReturnUrl: string;
  returnUrl: string;
  lineItemsUrl: string;
  membershipsUrl: string;
  clientId: string;
  deploymentId: string;
  tool: {
    origin: string;
    loginUrl: string;
    /** Target of launches, and the only redirect URI registered. */
    launchUrl: string;
    jwksUrl: string;
  };
}

/** The platform at an address, with the tool at another. */
export function platformAt(issuer: string, toolUrl: string): Platform {
  return {
    issuer,
    authUrl: `${issuer}/lti/auth`,
    tokenUrl: `${issuer}/lti/token`,
    jwksUrl: `${issuer}/lti/jwks`,
    deepLinkReturnUrl: `${issuer}/lti/deep-linking/return`,
    returnUrl: `${issuer}/lti/return`,
    lineItemsUrl: `${issuer}/lti/courses/1/lineitems?type_id=1`,
    membershipsUrl: `${issuer}/lti/courses/1/memberships`,
    clientId: 'mgv-practice',
    deploymentId: '1',
    tool: {
      origin: new URL(toolUrl).origin,
      loginUrl: `${toolUrl}/lti/login`,
      launchUrl: `${toolUrl}/lti/launch`,
      jwksUrl: `${toolUrl}/lti/jwks`,
    },
  };
}

/** Address of a line item: with a query behind it, as several platforms do. */
export const lineItemUrl = ({ issuer }: Platform, id: string): string =>
  `${issuer}/lti/courses/1/lineitems/${id}/lineitem?type_id=1`;

/** Scopes that the platform grants. */
export const SCOPES = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  lineItemReadonly: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  resultReadonly: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  membershipReadonly: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;

/** Prefix of the claims of LTI itself. */
export const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';

/** Prefix of the claims of Deep Linking. */
export const DEEP_LINKING_CLAIM = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
