import { ProblemError } from '@mgv/service-kit';

/** Why a launch cannot begin or go on. */
export const problem = ProblemError.of({
  'tool-inactive': {
    status: 403,
    nl: {
      title: 'Deze tool staat uit.',
      detail: 'Een beheerder kan hem aanzetten bij Externe tools. Wat je deed, is bewaard.',
    },
    en: {
      title: 'This tool is switched off.',
      detail: 'An administrator can switch it on at External tools. What you did is safe.',
    },
  },
  'unknown-launch': {
    status: 400,
    nl: { title: 'Deze launch is onbekend of al gebruikt.', detail: 'Open de activiteit opnieuw vanuit de cursus.' },
    en: { title: 'This launch is unknown or was used already.', detail: 'Open the activity again from the course.' },
  },
  'unknown-redirect-uri': {
    status: 400,
    nl: {
      title: 'De tool wil het antwoord op een adres dat niet is geregistreerd.',
      detail: 'Er is niets verstuurd. De redirect_uri moet letter voor letter gelijk zijn aan de geregistreerde.',
    },
    en: {
      title: 'The tool wants the answer at an address that is not registered.',
      detail: 'Nothing was sent. The redirect_uri must equal the registered one, byte for byte.',
    },
  },
});
