import { ProblemError } from '@mgv/service-kit';

/** Problems with setting up an assignment. */
export const assignmentProblem = ProblemError.of({
  'unknown-scenario': {
    status: 400,
    nl: { title: 'Deze oefening bestaat niet.', detail: 'Er is niets veranderd. Kies een andere oefening.' },
    en: { title: 'This exercise does not exist.', detail: 'Nothing was changed. Choose another exercise.' },
  },
  'scenario-in-use': {
    status: 409,
    nl: {
      title: 'Een student is al begonnen, dus deze opdracht houdt haar oefening.',
      detail:
        'Er is niets veranderd. De andere instellingen kun je wel aanpassen. Voeg voor een andere oefening een nieuwe opdracht toe.',
    },
    en: {
      title: 'A student has already started, so this assignment keeps its exercise.',
      detail: 'Nothing was changed. You can change the other settings. Add a new assignment for another exercise.',
    },
  },
});
