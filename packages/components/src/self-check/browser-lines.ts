import { msg } from '@lit/localize';
import type { BrowserCheck } from './frame-check.ts';
import type { CheckLine } from './check-line.ts';

/** What the browser allows, in words. @param grows - `null` while it is not known. */
export function browserLines(check: BrowserCheck, grows: boolean | null): CheckLine[] {
  return [cookieLine(check), storageLine(check), frameLine(check, grows)];
}

function cookieLine({ cookie, storage }: BrowserCheck): CheckLine {
  const line = { id: 'cookie', title: msg('Cookies in deze browser') };
  if (cookie) return { ...line, state: 'good', found: msg('Een cookie van de tool komt terug.') };
  const found = msg('Deze browser houdt cookies van de tool tegen.');
  if (storage === 'kept') {
    return {
      ...line,
      state: 'good',
      found: `${found} ${msg('Dat is niet erg: het LMS bewaart wat de tool nodig heeft.')}`,
    };
  }
  return {
    ...line,
    state: 'attention',
    found,
    advice: msg(
      'Opdrachten vragen hier om een nieuw venster. Stel in het LMS in dat de tool meteen in een nieuw venster opent.',
    ),
  };
}

function storageLine({ storage, cookie }: BrowserCheck): CheckLine {
  const line = { id: 'storage', title: msg('Bewaren door het LMS') };
  if (storage === 'kept') return { ...line, state: 'good', found: msg('Het LMS bewaart en geeft terug.') };
  const found =
    storage === 'failed'
      ? msg('Het LMS biedt aan om te bewaren, maar antwoordt niet.')
      : msg('Dit LMS biedt dat niet aan.');
  if (cookie) return { ...line, state: 'good', found: `${found} ${msg('Dat is niet erg zolang cookies werken.')}` };
  return {
    ...line,
    state: 'attention',
    found,
    advice: msg('Open de opdracht in een nieuw venster, of in een andere browser.'),
  };
}

function frameLine({ framed, answers }: BrowserCheck, grows: boolean | null): CheckLine {
  const line = { id: 'frame', title: msg('Frame') };
  if (!framed) return { ...line, state: 'good', found: msg('De pagina staat in een eigen venster.') };
  if (grows === null) return { ...line, state: 'open', found: msg('Even kijken.') };
  if (grows)
    return { ...line, state: 'good', found: msg('De pagina staat in een frame van het LMS, dat hoog genoeg is.') };
  return {
    ...line,
    state: 'attention',
    found: answers
      ? msg('Het frame groeit niet mee met de pagina; het heeft een eigen schuifbalk.')
      : msg('Het LMS antwoordt niet op berichten van de pagina; het frame heeft een eigen schuifbalk.'),
    advice: msg('Alles werkt. Rustiger wordt het in een nieuw venster, of in een hoger frame.'),
  };
}
