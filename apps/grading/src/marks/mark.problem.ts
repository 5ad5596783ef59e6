import { ProblemError } from '@mgv/service-kit';

/** Problems with grading. */
export const markProblem = ProblemError.of({
  'mark-changed': {
    status: 409,
    nl: {
      title: 'Iemand anders heeft deze beoordeling intussen aangepast.',
      detail:
        'Die versie is bewaard; de jouwe is nog niet opgeslagen. Bekijk de nieuwste versie en sla daarna je eigen oordeel op.',
    },
    en: {
      title: 'Somebody else has changed this mark in the meantime.',
      detail: 'That version is kept; yours is not saved yet. Look at the newest version, then save your own judgement.',
    },
  },
  'newer-attempt': {
    status: 409,
    nl: {
      title: 'De student heeft intussen een nieuwe poging ingeleverd.',
      detail: 'Er is nog niets opgeslagen. Bekijk de nieuwe poging en bepaal welke je beoordeelt.',
    },
    en: {
      title: 'The student has handed in a new attempt in the meantime.',
      detail: 'Nothing was saved yet. Look at the new attempt and decide which one to grade.',
    },
  },
  'mark-incomplete': {
    status: 409,
    nl: {
      title: 'Deze beoordeling is nog niet af.',
      detail: 'Wat je opsloeg is bewaard. Kies bij elke tekst een niveau voor elk onderdeel en geef daarna vrij.',
    },
    en: {
      title: 'This mark is not complete yet.',
      detail: 'What you saved is kept. Choose a level for every criterion of every text, then release.',
    },
  },
  'reason-required': {
    status: 400,
    nl: {
      title: 'De student heeft dit cijfer al gezien.',
      detail: 'Er is nog niets opgeslagen. Schrijf erbij waarom je het aanpast.',
    },
    en: { title: 'The student has already seen this mark.', detail: 'Nothing was saved yet. Add why you change it.' },
  },
});
