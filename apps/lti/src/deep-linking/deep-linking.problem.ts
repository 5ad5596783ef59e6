import { ProblemError } from '@mgv/service-kit';

/** What can go wrong in the picker. */
export const deepLinkingProblem = ProblemError.of({
  'not-deep-linking': {
    status: 409,
    nl: { title: 'Er wordt hier geen opdracht gekozen.', detail: 'Voeg een opdracht toe vanuit de cursus.' },
    en: { title: 'No assignment is being chosen here.', detail: 'Add an assignment from the course.' },
  },
  'already-answered': {
    status: 409,
    nl: {
      title: 'Deze keuze is al teruggestuurd.',
      detail: 'Kijk in de cursus of de opdracht er staat. Zo niet, open het kiezen dan opnieuw.',
    },
    en: {
      title: 'This choice has been sent back already.',
      detail: 'See in the course whether the assignment is there. If not, open the picker again.',
    },
  },
  'unknown-scenario': {
    status: 400,
    nl: {
      title: 'Dit scenario bestaat niet (meer).',
      detail: 'Er is niets toegevoegd. Laad de pagina opnieuw en kies een ander.',
    },
    en: {
      title: 'This scenario does not exist (any more).',
      detail: 'Nothing was added. Reload the page and choose another.',
    },
  },
  'one-only': {
    status: 409,
    nl: {
      title: 'Op deze plek neemt je leeromgeving één opdracht tegelijk aan.',
      detail: 'Er is niets toegevoegd. Kies één scenario.',
    },
    en: {
      title: 'Your learning platform takes one assignment at a time in this place.',
      detail: 'Nothing was added. Choose one scenario.',
    },
  },
  'dates-reversed': {
    status: 400,
    nl: {
      title: 'De datums staan niet in de goede volgorde.',
      detail: 'Er is niets toegevoegd. Een opdracht gaat eerst open, wordt dan ingeleverd en sluit als laatste.',
    },
    en: {
      title: 'The dates are not in the right order.',
      detail: 'Nothing was added. An assignment opens first, then is due, and closes last.',
    },
  },
  'scenarios-unavailable': {
    status: 503,
    nl: {
      title: "De scenario's konden niet worden opgehaald.",
      detail: 'Er is niets toegevoegd. Probeer het over een minuut nog eens.',
    },
    en: {
      title: 'The scenarios could not be loaded.',
      detail: 'Nothing was added. Try again in a minute.',
    },
  },
  'links-not-accepted': {
    status: 409,
    nl: {
      title: 'Op deze plek neemt je leeromgeving geen opdrachten aan.',
      detail: 'Er is niets toegevoegd. Voeg de opdracht toe als activiteit of opdracht van de cursus.',
    },
    en: {
      title: 'Your learning platform takes no assignments in this place.',
      detail: 'Nothing was added. Add the assignment as an activity or assignment of the course.',
    },
  },
});
