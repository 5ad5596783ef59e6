import type { ProblemText } from '@mgv/service-kit';

/** What the page says when a platform could not be registered by its link; whoever reads it manages an LMS. */
export const REGISTRATION_REFUSALS = {
  'registration-link-unknown': {
    status: 404,
    nl: {
      title: 'Deze aanmeldlink kennen we niet.',
      detail:
        'Er is niets aangemeld. Kijk of je de hele link hebt geplakt, of vraag een nieuwe aan wie je de link gaf (admin registration-link).',
    },
    en: {
      title: 'We do not know this registration link.',
      detail:
        'Nothing was registered. See whether you pasted the whole link, or ask who gave it to you for a new one (admin registration-link).',
    },
  },
  'registration-link-expired': {
    status: 410,
    nl: {
      title: 'Deze aanmeldlink is verlopen.',
      detail: 'Er is niets aangemeld. Vraag een nieuwe link aan wie je deze gaf (admin registration-link).',
    },
    en: {
      title: 'This registration link has expired.',
      detail: 'Nothing was registered. Ask who gave it to you for a new link (admin registration-link).',
    },
  },
  'registration-link-used': {
    status: 410,
    nl: {
      title: 'Met deze link is al een leeromgeving aangemeld.',
      detail:
        'Die aanmelding staat. Was het de jouwe, dan kun je dit venster sluiten. Voor nog een leeromgeving vraag je een nieuwe link (admin registration-link).',
    },
    en: {
      title: 'This link has registered a learning platform already.',
      detail:
        'That registration stands. If it was yours, you can close this window. For another platform, ask for a new link (admin registration-link).',
    },
  },
  'registration-invalid': {
    status: 400,
    nl: {
      title: 'Je leeromgeving stuurde geen geldige aanmelding mee.',
      detail:
        'Er is niets aangemeld, de link blijft geldig. Plak de link in je leeromgeving bij het registreren van een LTI 1.3-tool en begin opnieuw.',
    },
    en: {
      title: 'Your learning platform sent no valid registration along.',
      detail:
        'Nothing was registered and the link stays valid. Paste the link in your platform where it registers an LTI 1.3 tool, and begin again.',
    },
  },
  'registration-under-way': {
    status: 409,
    nl: {
      title: 'Er loopt al een aanmelding van deze leeromgeving.',
      detail: 'Er is niets dubbel aangemeld. Wacht een minuut, kijk of de tool er al staat, en begin anders opnieuw.',
    },
    en: {
      title: 'A registration of this learning platform is under way already.',
      detail:
        'Nothing was registered twice. Wait a minute, see whether the tool is there already, and begin again if not.',
    },
  },
  'registration-address-refused': {
    status: 400,
    nl: {
      title: 'Het adres van je leeromgeving is van buiten niet te gebruiken.',
      detail:
        'Er is niets aangemeld, de link blijft geldig. Het adres moet met https beginnen en openbaar zijn. Staat de leeromgeving in een eigen netwerk, zet dan ALLOW_PRIVATE_NETWORKS=1.',
    },
    en: {
      title: "Your learning platform's address cannot be used from outside.",
      detail:
        'Nothing was registered and the link stays valid. The address has to begin with https and be public. For a platform on a network of your own, set ALLOW_PRIVATE_NETWORKS=1.',
    },
  },
  'registration-platform-unreachable': {
    status: 424,
    nl: {
      title: 'Je leeromgeving gaf geen antwoord.',
      detail:
        'Hier is niets opgeslagen, de link blijft geldig. Probeer het over een paar minuten opnieuw. Staat de tool dan al in je leeromgeving, verwijder haar daar eerst.',
    },
    en: {
      title: 'Your learning platform gave no answer.',
      detail:
        'Nothing was stored here and the link stays valid. Try again in a few minutes. If the tool is in your platform by then, delete it there first.',
    },
  },
  'registration-configuration-invalid': {
    status: 424,
    nl: {
      title: 'Je leeromgeving stuurde geen bruikbare gegevens.',
      detail:
        'Er is niets aangemeld, de link blijft geldig. Begin de aanmelding opnieuw in je leeromgeving. Lukt het dan nog niet, meld haar dan met de hand aan: zie /lti/settings.',
    },
    en: {
      title: 'Your learning platform sent no usable data.',
      detail:
        'Nothing was registered and the link stays valid. Begin the registration again in your platform. If that does not work, register it by hand: see /lti/settings.',
    },
  },
  'registration-issuer-mismatch': {
    status: 403,
    nl: {
      title: 'De leeromgeving noemt zich anders dan het adres dat antwoordde.',
      detail:
        'Er is niets aangemeld, de link blijft geldig. Open de aanmelding op het eigen adres van de leeromgeving. Klopt dit adres toch, meld haar dan met de hand aan: zie /lti/settings.',
    },
    en: {
      title: 'The learning platform calls itself something else than the address that answered.',
      detail:
        "Nothing was registered and the link stays valid. Open the registration at the platform's own address. If this address is right after all, register it by hand: see /lti/settings.",
    },
  },
  'registration-refused': {
    status: 424,
    nl: {
      title: 'Je leeromgeving weigerde de aanmelding.',
      detail:
        'Hier is niets opgeslagen, de link blijft geldig. Begin de aanmelding in je leeromgeving opnieuw: een begonnen aanmelding geldt daar maar één keer. Blijft het zo, geef dan de gegevens hieronder door.',
    },
    en: {
      title: 'Your learning platform refused the registration.',
      detail:
        'Nothing was stored here and the link stays valid. Begin the registration in your platform again: there, a registration that was begun counts once. If it stays like this, pass on the values below.',
    },
  },
  'registration-platform-failed': {
    status: 424,
    nl: {
      title: 'Bij je leeromgeving ging iets mis tijdens de aanmelding.',
      detail:
        'Hier is niets opgeslagen, de link blijft geldig. Staat de tool half in je leeromgeving, verwijder haar daar. Begin daarna opnieuw, of meld de leeromgeving met de hand aan: zie /lti/settings.',
    },
    en: {
      title: 'Something went wrong at your learning platform during the registration.',
      detail:
        'Nothing was stored here and the link stays valid. If half a tool is left in your platform, delete it there. Then begin again, or register the platform by hand: see /lti/settings.',
    },
  },
  'registration-conflict': {
    status: 409,
    nl: {
      title: 'Deze client_id hoort hier al bij een andere school.',
      detail:
        'Er is niets veranderd. Verwijder de tool in je leeromgeving en begin opnieuw. Blijft het zo, geef dan de gegevens hieronder door.',
    },
    en: {
      title: 'This client_id belongs to another school here.',
      detail:
        'Nothing was changed. Delete the tool in your platform and begin again. If it stays like this, pass on the values below.',
    },
  },
} as const satisfies Record<string, ProblemText>;
