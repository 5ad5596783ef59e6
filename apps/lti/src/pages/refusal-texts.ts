import type { ProblemText } from '@mgv/service-kit';
import { REGISTRATION_REFUSALS } from './registration-refusals.ts';

/** What the page of a refused login or launch says, by what is wrong for the person who reads it. */
export const REFUSAL_TEXTS = {
  ...REGISTRATION_REFUSALS,
  'login-invalid': {
    status: 400,
    nl: {
      title: 'De aanmelding vanuit je leeromgeving is niet volledig.',
      detail:
        'Er is niets opgeslagen. Open de opdracht opnieuw vanuit de cursus. Lukt het dan nog niet, geef de beheerder dan het nummer hieronder.',
    },
    en: {
      title: 'The sign-in from your learning platform is not complete.',
      detail:
        'Nothing was saved. Open the assignment again from the course. If that does not work, give the administrator the number below.',
    },
  },
  'launch-invalid': {
    status: 401,
    nl: {
      title: 'De aanmelding vanuit je leeromgeving klopt niet.',
      detail:
        'Er is niets opgeslagen. Open de opdracht opnieuw vanuit de cursus. Lukt het dan nog niet, geef de beheerder dan het nummer hieronder.',
    },
    en: {
      title: 'The sign-in from your learning platform is not valid.',
      detail:
        'Nothing was saved. Open the assignment again from the course. If that does not work, give the administrator the number below.',
    },
  },
  'login-over': {
    status: 401,
    nl: {
      title: 'Deze aanmelding is verlopen of al gebruikt.',
      detail: 'Je werk is bewaard. Open de opdracht opnieuw vanuit de cursus.',
    },
    en: {
      title: 'This sign-in has expired or was used before.',
      detail: 'Your work is safe. Open the assignment again from the course.',
    },
  },
  'not-a-launch': {
    status: 405,
    nl: {
      title: 'Deze pagina opent alleen vanuit een cursus.',
      detail: 'Ga naar de cursus in je leeromgeving en open de opdracht daar.',
    },
    en: {
      title: 'This page only opens from a course.',
      detail: 'Go to the course in your learning platform and open the assignment there.',
    },
  },
  'cookies-blocked': {
    status: 401,
    nl: {
      title: 'Je browser laat aanmelden in dit venster niet toe.',
      detail:
        'Er is niets verloren. Open de opdracht in een nieuw venster. Lukt dat ook niet, sta dan cookies toe voor deze site.',
    },
    en: {
      title: 'Your browser does not allow signing in within this frame.',
      detail:
        'Nothing is lost. Open the assignment in a new window. If that does not work either, allow cookies for this site.',
    },
  },
  'other-browser': {
    status: 401,
    nl: {
      title: 'Deze aanmelding is in een andere browser begonnen.',
      detail: 'Er is niets opgeslagen. Open de opdracht opnieuw vanuit de cursus, in deze browser.',
    },
    en: {
      title: 'This sign-in was started in another browser.',
      detail: 'Nothing was saved. Open the assignment again from the course, in this browser.',
    },
  },
  'sign-in-needed': {
    status: 401,
    nl: {
      title: 'Je leeromgeving vraagt je om eerst in te loggen.',
      detail: 'Open de opdracht in een nieuw venster en log daar in, of open haar opnieuw vanuit de cursus.',
    },
    en: {
      title: 'Your learning platform asks you to sign in first.',
      detail: 'Open the assignment in a new window and sign in there, or open it again from the course.',
    },
  },
  'platform-error': {
    status: 401,
    nl: {
      title: 'Je leeromgeving heeft de aanmelding afgebroken.',
      detail:
        'Er is niets opgeslagen. Open de opdracht opnieuw vanuit de cursus. Lukt het dan nog niet, geef de beheerder dan het nummer hieronder.',
    },
    en: {
      title: 'Your learning platform stopped the sign-in.',
      detail:
        'Nothing was saved. Open the assignment again from the course. If that does not work, give the administrator the number below.',
    },
  },
  'platform-unknown': {
    status: 403,
    nl: {
      title: 'Deze leeromgeving is hier niet aangemeld.',
      detail:
        'Voor de beheerder: voeg de leeromgeving toe (admin platform add) met precies de gegevens hieronder, en open de opdracht dan opnieuw.',
    },
    en: {
      title: 'This learning platform is not registered here.',
      detail:
        'For the administrator: add the platform (admin platform add) with exactly the values below, then open the assignment again.',
    },
  },
  'platform-ambiguous': {
    status: 403,
    nl: {
      title: 'Deze leeromgeving is hier meer dan eens aangemeld.',
      detail:
        'Voor de beheerder: laat de leeromgeving client_id meesturen bij het aanmelden, of zet de overbodige aanmelding uit.',
    },
    en: {
      title: 'This learning platform is registered here more than once.',
      detail:
        'For the administrator: have the platform send client_id with the login, or disable the registration that is not needed.',
    },
  },
  'platform-disabled': {
    status: 403,
    nl: {
      title: 'De koppeling met deze leeromgeving staat uit.',
      detail: 'Je werk is bewaard. Voor de beheerder: zet de koppeling weer aan met admin platform add.',
    },
    en: {
      title: 'The connection with this learning platform is switched off.',
      detail: 'Your work is safe. For the administrator: switch it on again with admin platform add.',
    },
  },
  'platform-keys': {
    status: 503,
    nl: {
      title: 'De sleutels van je leeromgeving zijn even niet op te halen.',
      detail: 'Er is niets verloren. Probeer het over een minuut opnieuw vanuit de cursus.',
    },
    en: {
      title: 'The keys of your learning platform cannot be fetched for a moment.',
      detail: 'Nothing is lost. Try again from the course in a minute.',
    },
  },
  'deployment-pending': {
    status: 403,
    nl: {
      title: 'Deze plek in je leeromgeving wacht op goedkeuring.',
      detail:
        'Er is niets verloren. Geef de gegevens hieronder aan de beheerder van deze modules: die keurt de plek goed met admin deployment approve. Open de opdracht daarna opnieuw.',
    },
    en: {
      title: 'This place in your learning platform waits for approval.',
      detail:
        'Nothing is lost. Give the values below to the administrator of these modules, who approves the place with admin deployment approve. Then open the assignment again.',
    },
  },
  'deployment-refused': {
    status: 403,
    nl: {
      title: 'Deze plek in je leeromgeving is niet toegelaten.',
      detail:
        'De beheerder van deze modules heeft haar geweigerd. Klopt dat niet, geef dan de gegevens hieronder door: admin deployment approve laat haar alsnog toe.',
    },
    en: {
      title: 'This place in your learning platform is not admitted.',
      detail:
        'The administrator of these modules turned it down. If that is not right, pass on the values below: admin deployment approve admits it after all.',
    },
  },
  'message-unsupported': {
    status: 400,
    nl: {
      title: 'Dit soort bericht van de leeromgeving kennen we niet.',
      detail:
        'Er is niets opgeslagen. We ondersteunen LtiResourceLinkRequest en LtiDeepLinkingRequest; geef dit door aan de beheerder.',
    },
    en: {
      title: 'We do not know this kind of message from a learning platform.',
      detail:
        'Nothing was saved. We support LtiResourceLinkRequest and LtiDeepLinkingRequest; pass this on to the administrator.',
    },
  },
  'not-a-trainer': {
    status: 403,
    nl: {
      title: 'Alleen een trainer kan opdrachten toevoegen.',
      detail: 'Er is niets toegevoegd. Vraag de docent van de cursus om de opdracht klaar te zetten.',
    },
    en: {
      title: 'Only a trainer can add assignments.',
      detail: 'Nothing was added. Ask the teacher of the course to set up the assignment.',
    },
  },
  'not-your-work': {
    status: 403,
    nl: {
      title: 'Dit is het werk van iemand anders.',
      detail: 'Je kunt alleen je eigen werk bekijken. Open de opdracht vanuit de cursus.',
    },
    en: {
      title: 'This is somebody else’s work.',
      detail: 'You can only look at your own work. Open the assignment from the course.',
    },
  },
  'no-role': {
    status: 403,
    nl: {
      title: 'Je hebt in deze cursus geen rol die de opdracht kan openen.',
      detail:
        'Er is niets opgeslagen. Vraag de docent of de beheerder van de cursus om je als student of docent toe te voegen, en open de opdracht dan opnieuw.',
    },
    en: {
      title: 'You have no role in this course that can open the assignment.',
      detail:
        'Nothing was saved. Ask the teacher or the course administrator to add you as a student or teacher, then open the assignment again.',
    },
  },
} as const satisfies Record<string, ProblemText>;

export type RefusalKind = keyof typeof REFUSAL_TEXTS;
