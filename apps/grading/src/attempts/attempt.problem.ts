import { ProblemError } from '@mgv/service-kit';

const wrongAnswer = {
  status: 400,
  nl: {
    title: 'Dit antwoord past niet bij de vraag.',
    detail: 'Dit antwoord is niet opgeslagen. Laad de pagina opnieuw en antwoord nog eens.',
  },
  en: {
    title: 'This answer does not fit the question.',
    detail: 'This answer was not saved. Reload the page and answer again.',
  },
};

/** Problems with an attempt and its answers. */
export const attemptProblem = ProblemError.of({
  'unknown-step': {
    ...wrongAnswer,
    status: 404,
    nl: { ...wrongAnswer.nl, title: 'Deze stap bestaat niet.' },
    en: { ...wrongAnswer.en, title: 'This step does not exist.' },
  },
  'wrong-kind': wrongAnswer,
  'unknown-option': wrongAnswer,
  'one-only': wrongAnswer,
  'picked-twice': wrongAnswer,
  'no-attempts-left': {
    status: 409,
    nl: {
      title: 'Je hebt al je pogingen gebruikt.',
      detail: 'Wat je hebt ingeleverd blijft staan. Vraag je trainer of je nog een poging krijgt.',
    },
    en: {
      title: 'You have used all your attempts.',
      detail: 'What you handed in is kept. Ask your trainer whether you can have another attempt.',
    },
  },
  'already-handed-in': {
    status: 409,
    nl: {
      title: 'Deze poging is al ingeleverd.',
      detail: 'Je antwoorden bij het inleveren blijven staan; dit antwoord is niet opgeslagen. Laad de pagina opnieuw.',
    },
    en: {
      title: 'This attempt was already handed in.',
      detail: 'Your answers at handing in are kept; this answer was not saved. Reload the page.',
    },
  },
  'answer-locked': {
    status: 409,
    nl: {
      title: 'Dit antwoord staat vast.',
      detail: 'Je eerdere antwoord blijft staan, want je zag er al feedback op. Ga verder met de volgende stap.',
    },
    en: {
      title: 'This answer is fixed.',
      detail: 'Your earlier answer is kept, because you have seen its feedback. Go on with the next step.',
    },
  },
  'lock-not-allowed': {
    status: 409,
    nl: {
      title: 'Bij deze opdracht zie je feedback pas later.',
      detail: 'Je antwoorden zijn opgeslagen. Ga verder met de volgende stap.',
    },
    en: {
      title: 'In this assignment feedback comes later.',
      detail: 'Your answers are saved. Go on with the next step.',
    },
  },
  'step-not-answered': {
    status: 409,
    nl: {
      title: 'Je hebt deze stap nog niet beantwoord.',
      detail: 'Geef eerst een antwoord; daarna zie je de feedback.',
    },
    en: { title: 'You have not answered this step yet.', detail: 'Answer first; then you will see the feedback.' },
  },
});
