import { ProblemError } from '@mgv/service-kit';

/** Why there is no access token. */
export const accessTokenProblem = ProblemError.of({
  'unknown-tenant': {
    status: 404,
    nl: { title: 'Deze school is hier niet bekend.', detail: 'Kijk met platform list welke aanmeldingen er zijn.' },
    en: { title: 'This tenant is not known here.', detail: 'See with platform list which registrations there are.' },
  },
  'platform-disabled': {
    status: 409,
    nl: {
      title: 'De koppeling met dit platform staat uit.',
      detail: 'Zet haar aan met platform add; cijfers wachten zolang.',
    },
    en: {
      title: 'The connection with this platform is off.',
      detail: 'Switch it on with platform add; marks wait until then.',
    },
  },
  'platform-token-refused': {
    status: 502,
    nl: {
      title: 'Het platform geeft geen toegang tot de cijferlijst.',
      detail: 'Controleer bij het platform of de tool aan staat en rechten heeft op de cijferlijst.',
    },
    en: {
      title: 'The platform gives no access to the gradebook.',
      detail: 'Check at the platform that the tool is active and may use the gradebook.',
    },
  },
  'platform-unreachable': {
    status: 502,
    nl: { title: 'Het platform is niet bereikbaar.', detail: 'Het wordt later opnieuw geprobeerd.' },
    en: { title: 'The platform cannot be reached.', detail: 'It will be tried again later.' },
  },
});
