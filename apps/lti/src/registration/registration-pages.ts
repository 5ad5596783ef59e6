import type { Language } from '@mgv/core';
import { html, type Html } from '../pages/html.ts';
import { LAST_CLICKS } from './last-clicks.ts';
import { facts, steps } from './page.ts';
import type { Attempt, Registered, Undecided } from './register-platform.ts';
import { SCOPE_USES } from './tool-description.ts';

/** A page's title and what stands below it. */
export interface PageContent {
  title: string;
  body: Html[];
}

const WORDS = {
  nl: {
    registered: (name: string) => `${name} is aangemeld.`,
    registeredLead: 'De aanmelding is bewaard. Nog een paar klikken in je leeromgeving:',
    missing: 'Je leeromgeving gaf niet alle rechten die we vroegen. Zonder deze rechten kan de tool niet:',
    missingHelp: 'Sta ze toe in je leeromgeving; opnieuw aanmelden is niet nodig.',
    replaced: (names: string) => `Uitgezet en vervangen door deze aanmelding: ${names}.`,
    later: 'volgt bij de eerste keer openen',
    close: 'Sluiten',
    closed: 'Klaar. Gebeurt er niets, sluit dit venster dan zelf.',
    known: 'Deze leeromgeving is al aangemeld.',
    knownLead: 'Er is nog niets veranderd. Wat wil je?',
    since: (date: string) => `sinds ${date}`,
    replace: 'Vervangen',
    replaceHelp:
      'Vervangen: de nieuwe aanmelding komt in de plaats van wat hieronder staat. Opdrachten van de oude aanmelding openen niet meer; werk en cijfers blijven bewaard.',
    add: 'Toevoegen',
    addHelp: 'Toevoegen: de oude aanmelding blijft werken en er komt een tweede tool bij in je leeromgeving.',
    link: 'Deze link hoort in je leeromgeving.',
    linkLead: 'Kopieer het hele adres van deze pagina en plak het daar waar een LTI 1.3-tool wordt geregistreerd:',
    until: (date: string) => `De link werkt één keer, tot ${date}.`,
  },
  en: {
    registered: (name: string) => `${name} is registered.`,
    registeredLead: 'The registration has been stored. A few more clicks in your platform:',
    missing: 'Your platform did not give all the rights we asked for. Without these the tool cannot:',
    missingHelp: 'Allow them in your platform; there is no need to register again.',
    replaced: (names: string) => `Switched off and replaced by this registration: ${names}.`,
    later: 'follows when it is opened for the first time',
    close: 'Close',
    closed: 'Done. If nothing happens, close this window yourself.',
    known: 'This learning platform is registered already.',
    knownLead: 'Nothing has been changed yet. What would you like?',
    since: (date: string) => `since ${date}`,
    replace: 'Replace',
    replaceHelp:
      'Replace: the new registration takes the place of what stands below. Assignments of the old registration no longer open; work and marks are kept.',
    add: 'Add',
    addHelp: 'Add: the old registration keeps working, and your platform gets a second tool.',
    link: 'This link belongs in your learning platform.',
    linkLead: 'Copy the whole address of this page and paste it where an LTI 1.3 tool is registered:',
    until: (date: string) => `The link works once, until ${date}.`,
  },
} as const;

/** Where each LMS takes a registration link. */
const WHERE = [
  'Moodle: Site administration → Plugins → Activity modules → External tool → Manage tools → Tool URL',
  'Canvas: Admin → Apps → Manage → Install a New App → Dynamic Registration',
  'Brightspace: Admin Tools → Manage Extensibility → LTI Advantage → Register Tool → Dynamic',
  'Blackboard: Administrator Panel → Integrations → LTI Tool Providers → Register LTI 1.3/Advantage Tool',
] as const;

const dateIn = (language: Language, date: Date): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(date);

const momentIn = (language: Language, date: Date): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(
    date,
  );

/** The last page of a registration: what is left to do in the LMS. */
export function closingPage({ answer, family, name, issuer, replaced }: Registered, language: Language): PageContent {
  const words = WORDS[language];
  const { clientId, deploymentId, missingScopes } = answer;
  const body = [
    html`<p>${words.registeredLead}</p>`,
    steps(LAST_CLICKS[family][language]),
    ...missing(missingScopes, language),
    ...(replaced.length > 0 ? [html`<p class="notice">${words.replaced(replaced.join(', '))}</p>`] : []),
    html`<p><button type="button" class="action" data-close hidden>${words.close}</button></p>
      <p data-closing hidden role="status">${words.closed}</p>`,
    facts([
      ['issuer', issuer],
      ['client_id', clientId],
      ['deployment_id', deploymentId ?? words.later],
    ]),
  ];
  return { title: words.registered(name), body };
}

function missing(scopes: readonly string[], language: Language): Html[] {
  if (scopes.length === 0) return [];
  const uses: Record<string, Record<Language, string>> = SCOPE_USES;
  const words = WORDS[language];
  return [
    html`<div class="notice">
      <p>${words.missing}</p>
      <ul>
        ${scopes.map((scope) => html`<li>${uses[scope]?.[language] ?? scope}</li>`)}
      </ul>
      <p>${words.missingHelp}</p>
    </div>`,
  ];
}

/** Asks what to do with a registration that is there already. */
export function choicePage({ known }: Undecided, { code, opening }: Attempt, language: Language): PageContent {
  const words = WORDS[language];
  const fields: [string, string | null][] = [
    ['code', code],
    ['openid_configuration', opening.configurationUrl],
    ['registration_token', opening.token],
  ];
  const body = [
    html`<p>${words.knownLead}</p>
      <p>${words.replaceHelp}</p>
      <p>${words.addHelp}</p>
      <form method="post" action="/lti/register">
        ${fields.map(([name, value]) => (value === null ? html`` : html`<input type="hidden" name="${name}" value="${value}" />`))}
        <p class="choices">
          <button name="choice" value="replace">${words.replace}</button>
          <button name="choice" value="add">${words.add}</button>
        </p>
      </form>`,
    facts(
      known.map(({ name, clientId, createdAt }) => [
        name,
        `client_id ${clientId}, ${words.since(dateIn(language, createdAt))}`,
      ]),
    ),
  ];
  return { title: words.known, body };
}

/** What somebody sees who opens the link in a browser instead of pasting it into an LMS. */
export function linkPage(expiresAt: Date, language: Language): PageContent {
  const words = WORDS[language];
  return {
    title: words.link,
    body: [
      html`<p>${words.linkLead}</p>
        <ul>
          ${WHERE.map((where) => html`<li>${where}</li>`)}
        </ul>
        <p>${words.until(momentIn(language, expiresAt))}</p>`,
    ],
  };
}
