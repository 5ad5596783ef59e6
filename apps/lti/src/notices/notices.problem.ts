import { ProblemError } from '@mgv/service-kit';

/** Answers to a platform's notices: read by programs, and by whoever looks at their logs. */
export const noticeProblem = ProblemError.of({
  'notice-refused': {
    status: 400,
    nl: { title: 'Een melding klopt niet.', detail: 'Er is niets bewaard. De reden staat bij de fouten.' },
    en: { title: 'A notice is not right.', detail: 'Nothing was kept. The faults say why.' },
  },
  'notices-late': {
    status: 503,
    nl: { title: 'De meldingen konden niet op tijd worden nagekeken.', detail: 'Stuur ze straks opnieuw.' },
    en: { title: 'The notices could not be checked in time.', detail: 'Send them again later.' },
  },
});
