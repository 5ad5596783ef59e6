import type { PageLanguage } from '../pages/language.ts';

/** One thing that the platform looks at during a launch. */
interface LaunchCheckText {
  nl: string;
  en: string;
  /** Where the specification asks it. */
  section: string;
}

const SECURITY = 'LTI Security 1.0';

/** Every launch check, in the order of a launch. */
export const LAUNCH_CHECKS = {
  'login-answered': {
    nl: 'De tool beantwoordt het begin van de aanmelding met een aanvraag',
    en: 'The tool answers the login initiation with an authentication request',
    section: `${SECURITY} §5.1.1.2`,
  },
  'message-hint': {
    nl: 'lti_message_hint komt letter voor letter terug, één keer',
    en: 'lti_message_hint comes back byte for byte, once',
    section: 'LTI Core 1.3 §4.1.1',
  },
  'redirect-uri': {
    nl: 'redirect_uri is precies zo geregistreerd',
    en: 'redirect_uri is registered exactly so',
    section: `${SECURITY} §5.1.1.2`,
  },
  'client-id': { nl: 'client_id is bekend', en: 'client_id is known', section: `${SECURITY} §5.1.1.2` },
  scope: { nl: 'scope is openid', en: 'scope is openid', section: `${SECURITY} §5.1.1.2` },
  'response-type': {
    nl: 'response_type is id_token',
    en: 'response_type is id_token',
    section: `${SECURITY} §5.1.1.2`,
  },
  'response-mode': {
    nl: 'response_mode is form_post',
    en: 'response_mode is form_post',
    section: `${SECURITY} §5.1.1.2`,
  },
  prompt: { nl: 'prompt is none', en: 'prompt is none', section: `${SECURITY} §5.1.1.2` },
  state: {
    nl: 'state is nieuw en minstens 128 bits lang',
    en: 'state is new and at least 128 bits long',
    section: 'RFC 6749 §10.12',
  },
  nonce: {
    nl: 'nonce is nieuw en minstens 128 bits lang',
    en: 'nonce is new and at least 128 bits long',
    section: 'OpenID Connect Core §15.5.2',
  },
  'login-hint': {
    nl: 'login_hint komt letter voor letter terug',
    en: 'login_hint comes back byte for byte',
    section: `${SECURITY} §5.1.1.2`,
  },
  person: {
    nl: 'De aanvraag komt uit de browser van wie is aangemeld',
    en: 'The request comes from the browser of who is signed in',
    section: `${SECURITY} §5.1.1.3`,
  },
  'id-token': {
    nl: 'id_token is afgegeven, met dezelfde state',
    en: 'id_token is handed over, with the same state',
    section: `${SECURITY} §5.1.1.3`,
  },
  'tool-page': {
    nl: 'Daarna staat de pagina van de tool in het frame (de statuscode ziet een LMS niet)',
    en: 'After that the page of the tool is in the frame (an LMS cannot see its status code)',
    section: 'LTI Core 1.3 §5.4.4',
  },
} as const satisfies Record<string, LaunchCheckText>;

export type LaunchCheckId = keyof typeof LAUNCH_CHECKS;

/** Checks that a launch has been through: passed or not; an absent one was not reached. */
export type LaunchChecks = Partial<Record<LaunchCheckId, boolean>>;

/** One check with its outcome, to show. */
export interface LaunchCheckLine {
  id: string;
  text: string;
  section: string;
  passed: boolean | null;
}

/** All checks with their outcome; `null` is not seen. */
export function launchCheckLines(
  checks: Partial<Record<string, boolean>>,
  language: PageLanguage,
): readonly LaunchCheckLine[] {
  return Object.entries(LAUNCH_CHECKS).map(([id, text]) => ({
    id,
    text: text[language],
    section: text.section,
    passed: checks[id] ?? null,
  }));
}
