import { ProblemError } from '@mgv/service-kit';

/** Why somebody does not get to see the work that a launch asks for. */
export const reviewProblem = ProblemError.of({
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
  'not-in-course': {
    status: 404,
    nl: {
      title: 'Dit werk hoort niet bij deze cursus.',
      detail: 'Er is niets veranderd. Open de opdracht in de cursus waarin het is ingeleverd.',
    },
    en: {
      title: 'This work does not belong to this course.',
      detail: 'Nothing was changed. Open the assignment in the course where it was handed in.',
    },
  },
});
