import type { AssignmentView, PassbackState, Review, Roster, SubmissionRow } from '@mgv/contracts';
import { msg, str } from '@lit/localize';
import { currentLanguage } from '../shared/language.ts';
import type { ClassRow } from './class-list.ts';
import type { SubmissionFilter } from './submission-filter.ts';

/** The name from the LMS, or the pseudonym where it gave none. */
export function personName({ name, ordinal }: Pick<SubmissionRow, 'name' | 'ordinal'>): string {
  return name ?? msg(str`Student ${ordinal}`);
}

/** As {@link personName}; who has no number yet goes by a few signs of their own. */
export function rowName({ name, ordinal, personId }: Pick<ClassRow, 'name' | 'ordinal' | 'personId'>): string {
  if (name !== null || ordinal !== null) return personName({ name, ordinal: ordinal ?? 0 });
  const code = personId.slice(-4).toUpperCase();
  return msg(str`Student ${code}`);
}

/** A moment for a table: `3 mrt 14:05`. */
export function shortMoment(iso: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso));
}

/** How far a student is, in a word. */
export function stateWord(state: ClassRow['state']): string {
  switch (state) {
    case 'not-started':
      return msg('nog niet begonnen');
    case 'opened':
      return msg('geopend');
    case 'busy':
      return msg('nog bezig');
    case 'to-grade':
      return msg('na te kijken');
    case 'graded':
      return msg('nagekeken');
    case 'released':
      return msg('vrijgegeven');
  }
}

/** A filter's name in its list. */
export function filterWord(filter: SubmissionFilter): string {
  switch (filter) {
    case 'all':
      return msg('alles');
    case 'busy':
      return msg('nog bezig');
    case 'to-grade':
      return msg('na te kijken');
    case 'graded':
      return msg('nagekeken');
    case 'released':
      return msg('vrijgegeven');
    case 'not-started':
      return msg('nog niet begonnen');
    case 'test':
      return msg('testpersonen');
  }
}

/** Where a released mark is, as the trainer reads it. */
export function passbackWord(state: PassbackState): string {
  switch (state) {
    case 'waiting':
      return msg('wacht');
    case 'sent':
      return msg('verstuurd');
    case 'confirmed':
      return msg('in de cijferlijst');
    case 'refused':
      return msg('geweigerd');
    case 'superseded':
      return msg('vervangen door een nieuwere');
    case 'not-connected':
      return msg('geen cijferlijst gekoppeld');
  }
}

/** Why marks do not reach a gradebook, and what to do; `null` where they do. */
export function gradebookNotice(gradebook: AssignmentView['gradebook']): string | null {
  switch (gradebook) {
    case 'connected':
      return null;
    case 'no-line-item':
      return msg(
        'Deze opdracht heeft nog geen kolom in de cijferlijst. Je kunt gewoon nakijken; zet in de cursus beoordeling aan bij deze activiteit en open haar daarna opnieuw.',
      );
    case 'no-permission':
      return msg(
        'De cursus staat niet toe dat cijfers worden verstuurd. Je kunt gewoon nakijken; vraag de beheerder om cijfers voor deze tool toe te staan.',
      );
    case 'absent':
      return msg('Bij deze opdracht hoort geen cijferlijst. Studenten zien hun punten hier, na het vrijgeven.');
  }
}

/** How fresh the roster is, where it is not; `null` when there is nothing to say. */
export function rosterNotice(roster: Roster | null): string | null {
  if (!roster?.problem) return null;
  if (roster.readAt !== null) {
    const when = shortMoment(roster.readAt);
    return msg(str`Wie nog niet begonnen is, staat hier zoals de cursus het op ${when} doorgaf.`);
  }
  return roster.problem === 'still-reading' ? msg('Wie nog niet begonnen is, verschijnt hier zo.') : null;
}

/** Why no attempt opened for a launch that asked for a student's work. */
export function reviewNotice({ name, ordinal }: Review): string {
  if (name === null && ordinal === null) return msg('Deze student heeft de opdracht nog niet geopend.');
  const student = personName({ name, ordinal: ordinal ?? 0 });
  return msg(str`${student} heeft nog niets ingeleverd.`);
}
