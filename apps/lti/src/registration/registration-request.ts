import { type Family, familyOf, type PlatformConfiguration, type SupportedMessage } from './platform-configuration.ts';
import type { ToolAddresses } from './tool-addresses.ts';
import {
  CANVAS_TOOL_ID,
  CUSTOM_PARAMETERS,
  NAVIGATION_PLACEMENT,
  PERSON_CLAIMS,
  PICKER_PLACEMENTS,
  PLAIN_CLAIMS,
  TOOL_TEXT,
  WANTED_SCOPES,
} from './tool-description.ts';

const CANVAS = 'https://canvas.instructure.com/lti';

interface Wish {
  addresses: ToolAddresses;
  configuration: PlatformConfiguration;
  /** Ask for names and e-mail addresses. */
  personData: boolean;
}

/** Rights to ask a platform for: those it knows; where it does not say, all but its own extensions. */
export function askedScopes({ scopes }: PlatformConfiguration): string[] {
  return WANTED_SCOPES.filter((scope) => scopes?.includes(scope) ?? !scope.endsWith('/noticehandlers'));
}

/**
 * What is posted to a platform's registration endpoint.
 *
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0/#client-registration-request
 */
export function registrationRequest({ addresses, configuration, personData }: Wish): object {
  const family = familyOf(configuration.productFamily);
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['client_credentials', 'implicit'],
    initiate_login_uri: addresses.login,
    redirect_uris: [addresses.launch],
    client_name: TOOL_TEXT.title,
    'client_name#en': 'Motivational interviewing',
    jwks_uri: addresses.jwks,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: askedScopes(configuration).join(' '),
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      domain: addresses.domain,
      description: TOOL_TEXT.description,
      target_link_uri: addresses.launch,
      custom_parameters: CUSTOM_PARAMETERS,
      claims: askedClaims(configuration, personData),
      messages: askedMessages(configuration, family, addresses),
      ...(family === 'canvas' && {
        [`${CANVAS}/privacy_level`]: personData ? 'public' : 'anonymous',
        [`${CANVAS}/tool_id`]: CANVAS_TOOL_ID,
      }),
    },
  };
}

function askedClaims({ claims }: PlatformConfiguration, personData: boolean): string[] {
  const wanted = [...PLAIN_CLAIMS, ...(personData ? PERSON_CLAIMS : [])];
  return wanted.filter((claim) => claim === 'iss' || claim === 'sub' || (claims?.includes(claim) ?? true));
}

type MessageMaker = (supported: SupportedMessage | null, family: Family) => object | null;

/** Each message by its type; `null` leaves it out. */
const MESSAGES: Record<string, MessageMaker> = {
  LtiDeepLinkingRequest: (supported, family) => {
    const wanted = family === 'canvas' ? PICKER_PLACEMENTS : ['ContentArea'];
    const placements = wanted.filter((placement) => supported?.placements?.includes(placement) ?? family === 'canvas');
    if (family === 'canvas' && placements.length === 0) return null;
    return { label: TOOL_TEXT.choose, ...(placements.length > 0 && { placements }) };
  },
  LtiResourceLinkRequest: (supported, family) => {
    if (family !== 'canvas') return {};
    if (supported?.placements?.includes(NAVIGATION_PLACEMENT) === false) return null;
    return {
      label: TOOL_TEXT.navigation,
      placements: [NAVIGATION_PLACEMENT],
      // In the course menu it is for teachers, and only after one of them has put it there.
      [`${CANVAS}/${NAVIGATION_PLACEMENT}/default_enabled`]: false,
      [`${CANVAS}/visibility`]: 'admins',
    };
  },
  LtiSubmissionReviewRequest: (supported) => supported && { label: TOOL_TEXT.review },
};

function askedMessages({ messages }: PlatformConfiguration, family: Family, { launch }: ToolAddresses): object[] {
  return Object.entries(MESSAGES).flatMap(([type, make]) => {
    const supported = messages?.find((message) => message.type === type) ?? null;
    if (messages && !supported) return [];
    const message = make(supported, family);
    return message ? [{ type, target_link_uri: launch, ...message }] : [];
  });
}
