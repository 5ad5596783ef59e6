import { msg, str } from '@lit/localize';
import type { SelfCheck } from '@mgv/contracts';
import type { CheckLine } from './check-line.ts';

const SCOPE = 'https://purl.imsglobal.org/spec/lti-ags/scope/';
/** Seconds that nobody has to look at, and seconds from which launches are refused. */
const CLOCK = { fine: 10, refused: 60 };

/** What the service found: launch, role, clock, roster, gradebook. */
export function lmsLines(check: SelfCheck): CheckLine[] {
  return [
    launchLine(check),
    roleLine(check),
    clockLine(check),
    rosterLine(check),
    columnLine(check),
    rightsLine(check),
  ];
}

function launchLine({ checks }: SelfCheck): CheckLine {
  return {
    id: 'launch',
    state: 'good',
    title: msg('Start vanuit het LMS'),
    found: msg(str`Alle ${checks} controles gehaald.`),
  };
}

function roleLine({ role }: SelfCheck): CheckLine {
  const words: Partial<Record<SelfCheck['role'], string>> = {
    trainer: msg('Trainer van deze cursus.'),
    assistant: msg('Assistent in deze cursus.'),
    admin: msg('Beheerder, zonder rol in deze cursus.'),
  };
  return { id: 'role', state: 'good', title: msg('Jouw rol'), found: words[role] ?? role };
}

function clockLine({ clock: { ahead, reachable } }: SelfCheck): CheckLine {
  const line = { id: 'clock', title: msg('Bereikbaarheid en klok') };
  if (!reachable) {
    return {
      ...line,
      state: 'bad',
      found: msg('De tool kan de sleutels van het LMS niet ophalen.'),
      advice: msg('Laat de beheerder van de tool nakijken of de server het adres van het LMS kan bereiken.'),
    };
  }
  if (ahead === null)
    return { ...line, state: 'good', found: msg('Bereikbaar. Het LMS zegt niet hoe laat het daar is.') };
  const off = Math.abs(ahead);
  // To about a second is all that can be seen.
  const same = msg('Bereikbaar. De klokken lopen gelijk.');
  const found = off <= 1 ? same : msg(str`Bereikbaar. De klokken verschillen ${off} seconden.`);
  if (off <= CLOCK.fine) return { ...line, state: 'good', found };
  const advice = msg(
    'Zet de klok van de server gelijk, van het LMS of van de tool. Boven 60 seconden opent er geen opdracht meer.',
  );
  return { ...line, state: off > CLOCK.refused ? 'bad' : 'attention', found, advice };
}

function rosterLine({ roster }: SelfCheck): CheckLine {
  const line = { id: 'roster', title: msg('Deelnemerslijst') };
  if (!roster) {
    return {
      ...line,
      state: 'attention',
      found: msg('Het LMS geeft hier geen deelnemerslijst door.'),
      advice: msg(
        'Zet bij de tool ‘Names and Role Provisioning’ aan. Zonder lijst ziet een trainer alleen wie al begonnen is.',
      ),
    };
  }
  const { people, students, problem } = roster;
  if (problem === null) {
    return { ...line, state: 'good', found: msg(str`${people} deelnemers, van wie ${students} studenten.`) };
  }
  const found = {
    'still-reading': msg('De lijst wordt nog opgehaald.'),
    'not-allowed': msg('De tool mag de lijst van het LMS niet lezen.'),
    unreachable: msg('Het LMS gaf de lijst niet.'),
    unreadable: msg('Het LMS gaf een antwoord waar de tool niets mee kan.'),
  }[problem];
  if (problem === 'still-reading')
    return { ...line, state: 'attention', found, advice: msg('Controleer over een minuut opnieuw.') };
  const advice =
    problem === 'not-allowed'
      ? msg('Geef de tool in het LMS het recht op ‘Names and Role Provisioning’.')
      : msg('Controleer straks opnieuw. Blijft het zo, stuur deze lijst dan naar de beheerder van de tool.');
  return { ...line, state: 'bad', found, advice };
}

function columnLine({ gradebook, role }: SelfCheck): CheckLine {
  const line = { id: 'column', title: msg('Kolom in de cijferlijst') };
  if (gradebook?.lineItem) return { ...line, state: 'good', found: msg('Deze activiteit heeft een kolom.') };
  const may = (name: string): boolean => gradebook?.scopes.includes(SCOPE + name) ?? false;
  if (gradebook?.lineItems && may('lineitem')) {
    return { ...line, state: 'good', found: msg('De tool maakt de kolom bij het eerste cijfer.') };
  }
  if (gradebook?.lineItems && may('lineitem.readonly')) {
    return {
      ...line,
      state: 'attention',
      found: msg('Deze start noemt geen kolom. De tool zoekt haar op bij het eerste cijfer.'),
      advice: msg('Zet in de instellingen van de activiteit het cijfer aan.'),
    };
  }
  return {
    ...line,
    // An admin may well have started from a place that never has marks.
    state: role === 'admin' ? 'attention' : 'bad',
    found: msg('Op deze plaats is er geen kolom.'),
    advice: msg(
      'Zet in de instellingen van de activiteit het cijfer aan, of voeg de opdracht opnieuw toe met de kiezer.',
    ),
  };
}

function rightsLine({ gradebook, role }: SelfCheck): CheckLine {
  const line = { id: 'rights', title: msg('Cijfers doorgeven') };
  const may = (name: string): boolean => gradebook?.scopes.includes(SCOPE + name) ?? false;
  if (may('score') && may('result.readonly')) {
    return { ...line, state: 'good', found: msg('De tool mag cijfers doorgeven en nakijken of ze er staan.') };
  }
  const advice = msg('Geef de tool in het LMS het recht op ‘Assignment and Grade Services’.');
  if (may('score')) {
    const found = msg('De tool mag cijfers doorgeven, maar niet nakijken of ze er staan.');
    return { ...line, state: 'attention', found, advice };
  }
  const state = role === 'admin' && !gradebook ? 'attention' : 'bad';
  return { ...line, state, found: msg('De tool mag hier geen cijfers doorgeven.'), advice };
}
