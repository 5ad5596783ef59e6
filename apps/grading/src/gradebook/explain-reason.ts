import type { LocalisedText } from '@mgv/core';

/** Why a mark is not in the gradebook (yet), by stable code. */
export const REASONS = {
  'no-claim': {
    nl: 'Deze opdracht heeft geen kolom in de cijferlijst. Zet in de instellingen van de activiteit het cijfer aan.',
    en: 'This assignment has no gradebook column. Turn grading on in the settings of the activity.',
  },
  'no-permission': {
    nl: 'Het LMS geeft geen recht om cijfers door te geven. Vraag de beheerder om dit voor de tool aan te zetten.',
    en: 'The LMS does not allow marks to be passed on. Ask the administrator to turn this on for the tool.',
  },
  'no-line-item': {
    nl: 'Er is geen kolom in de cijferlijst en we mogen er geen maken. Zet in de activiteit het cijfer aan.',
    en: 'There is no gradebook column and we may not make one. Turn grading on in the activity.',
  },
  unreachable: {
    nl: 'Het LMS is niet bereikbaar. We proberen het vanzelf opnieuw.',
    en: 'The LMS cannot be reached. We try again by ourselves.',
  },
  'server-error': {
    nl: 'Het LMS geeft een storing. We proberen het vanzelf opnieuw.',
    en: 'The LMS reports a failure. We try again by ourselves.',
  },
  'too-many-requests': {
    nl: 'Het LMS heeft het druk. We proberen het vanzelf opnieuw.',
    en: 'The LMS is busy. We try again by ourselves.',
  },
  'token-unavailable': {
    nl: 'We krijgen nu geen toegang tot het LMS. We proberen het vanzelf opnieuw.',
    en: 'We cannot get access to the LMS now. We try again by ourselves.',
  },
  'platform-off': {
    nl: 'De koppeling met dit LMS is uitgezet. Het cijfer wacht tot de beheerder haar weer aanzet.',
    en: 'The connection with this LMS was switched off. The mark waits until the administrator switches it on again.',
  },
  'no-access': {
    nl: 'Het LMS laat ons niet toe. Vraag de beheerder om de registratie van de tool na te kijken en verstuur dan opnieuw.',
    en: 'The LMS does not let us in. Ask the administrator to check the registration of the tool, then send again.',
  },
  locked: {
    nl: 'Dit cijfer is vergrendeld in de cijferlijst. Ontgrendel het daar en verstuur opnieuw.',
    en: 'This mark is locked in the gradebook. Unlock it there and send again.',
  },
  stale: {
    nl: 'In de cijferlijst staat een nieuwer cijfer, dat we niet overschrijven. Kijk daar welk cijfer moet gelden.',
    en: 'The gradebook holds a newer mark, which we do not overwrite. Check there which mark should stand.',
  },
  'not-found': {
    nl: 'De kolom in de cijferlijst bestaat niet meer. Open de opdracht opnieuw vanuit de cursus en verstuur dan opnieuw.',
    en: 'The gradebook column no longer exists. Open the assignment again from the course, then send again.',
  },
  'not-a-member': {
    nl: 'Het LMS neemt het cijfer niet aan: deze student staat niet (meer) als student in de cursus.',
    en: 'The LMS does not take the mark: this student is not (or no longer) a student in the course.',
  },
  'refused-by-lms': {
    nl: 'Het LMS neemt het cijfer niet aan. Vraag de beheerder om hulp en verstuur dan opnieuw.',
    en: 'The LMS does not take the mark. Ask the administrator for help, then send again.',
  },
  'bad-address': {
    nl: 'Het adres van de cijferlijst mag niet gebruikt worden. Vraag de beheerder om hulp.',
    en: 'The address of the gradebook may not be used. Ask the administrator for help.',
  },
  'gave-up': {
    nl: 'Het is 48 uur lang niet gelukt om het cijfer door te geven. Verstuur opnieuw als het LMS weer werkt.',
    en: 'Passing the mark on failed for 48 hours. Send again when the LMS works.',
  },
  differs: {
    nl: 'Het LMS nam het cijfer aan, maar toont een ander cijfer. Mogelijk paste iemand het daar zelf aan.',
    en: 'The LMS took the mark, but shows another one. Somebody may have changed it there.',
  },
  'not-checked': {
    nl: 'Het LMS nam het cijfer aan. We konden niet nakijken of het er staat.',
    en: 'The LMS took the mark. We could not check that it is there.',
  },
} as const satisfies Record<string, LocalisedText>;

/** Code of a reason. */
export type Reason = keyof typeof REASONS;

const isReason = (code: string): code is Reason => Object.hasOwn(REASONS, code);

/** The reason in a plain sentence; `null` without one. */
export function explainReason(code: string | null): LocalisedText | null {
  return code !== null && isReason(code) ? REASONS[code] : null;
}
