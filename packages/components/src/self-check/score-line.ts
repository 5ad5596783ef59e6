import { msg } from '@lit/localize';
import type { ScoreCheck } from '@mgv/contracts';
import { inLanguage } from '../shared/language.ts';
import type { CheckLine } from './check-line.ts';

/** What came of the trial score; `null` while it was not tried. */
export function scoreLine(score: ScoreCheck | null): CheckLine {
  const line = { id: 'score', title: msg('Proefcijfer') };
  if (!score) {
    const found = msg('Stuurt het volle aantal punten voor de proefstudent van het LMS, nooit voor een echte student.');
    return { ...line, state: 'open', found };
  }
  const later = msg(
    'Controleer het bij het eerste echte cijfer: bij de inzending staat of het in de cijferlijst is aangekomen.',
  );
  const lines: Record<ScoreCheck['outcome'], Omit<CheckLine, 'id' | 'title'>> = {
    confirmed: {
      state: 'good',
      found: msg('Verstuurd en teruggelezen. Het cijfer van de proefstudent staat in de cijferlijst.'),
    },
    accepted: {
      state: 'attention',
      found: msg('Het LMS nam het cijfer aan. De tool mag het niet teruglezen.'),
      advice: later,
    },
    differs: {
      state: 'bad',
      found: msg('Het LMS nam het cijfer aan, maar de cijferlijst toont het niet zo.'),
      advice: msg('Kijk in de cijferlijst bij de proefstudent. Is de kolom vergrendeld of met de hand aangepast?'),
    },
    'no-test-person': {
      state: 'attention',
      found: msg('Er is niets verstuurd: niemand opende deze opdracht als proefstudent van het LMS.'),
      advice: msg(
        'In Canvas: kies Studentweergave, open deze opdracht en probeer het hier opnieuw. Moodle heeft geen proefstudent; controleer het daar bij het eerste echte cijfer.',
      ),
    },
    'no-column-yet': {
      state: 'attention',
      found: msg('Er is niets verstuurd: de kolom komt er pas bij het eerste cijfer.'),
      advice: later,
    },
    'try-later': {
      state: 'bad',
      found: msg('Het LMS geeft nu geen bruikbaar antwoord.'),
      advice: msg('Probeer het straks nog een keer.'),
    },
    failed: {
      state: 'bad',
      found: score.explanation ? inLanguage(score.explanation) : msg('Het LMS weigerde het cijfer.'),
      advice: later,
    },
  };
  return { ...line, ...lines[score.outcome] };
}
