import { ProblemError } from '@mgv/service-kit';

interface Text {
  title: string;
  detail: string;
}

const nothingAdded = (why: { nl: string; en: string }): { status: number; nl: Text; en: Text } => ({
  status: 400,
  nl: { title: 'Er is niets toegevoegd', detail: `${why.nl} Kies de activiteit opnieuw.` },
  en: { title: 'Nothing was added', detail: `${why.en} Choose the activity again.` },
});

/** Why the answer of a picker is not taken. */
export const problem = ProblemError.of({
  'bad-deep-linking-response': nothingAdded({
    nl: 'Het antwoord van de tool klopt niet.',
    en: 'The answer of the tool is not valid.',
  }),
  'too-many-items': nothingAdded({
    nl: 'De tool stuurde meer dan één activiteit, terwijl hier één past.',
    en: 'The tool sent more than one activity, where one fits.',
  }),
  'bad-deep-linking-signature': nothingAdded({
    nl: 'De handtekening, de afzender of de tijd van het antwoord klopt niet.',
    en: 'The signature, the sender or the time of the answer is not right.',
  }),
  'used-deep-linking-response': nothingAdded({
    nl: 'Dit antwoord is al gebruikt, of hoort bij geen keuze die loopt.',
    en: 'This answer was used before, or belongs to no choice under way.',
  }),
});
