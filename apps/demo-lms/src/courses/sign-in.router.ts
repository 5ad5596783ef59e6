import { Router } from 'express';
import { parse, ProblemError } from '@mgv/service-kit';
import { z } from 'zod';
import { html } from '../pages/html.ts';
import { pageLanguage } from '../pages/language.ts';
import { sendPage } from '../pages/page.ts';
import { PEOPLE, ROLE_NAMES, selectOptionalPerson } from './people.ts';
import type { Sessions } from './session.ts';

const SignInSchema = z.object({ person: z.string() });

/**
 * `GET /`: choose who you are; `POST /sign-in` (form field `person`, made-up students too): be that person. There are no
 * passwords.
 */
export function signInRouter(sessions: Sessions): Router {
  const router = Router();
  router.get('/', (req, res) => {
    const language = pageLanguage(req);
    const nl = language === 'nl';
    const people = PEOPLE.map(
      ({ id, name, givenName, role }) =>
        html`<li>
          <button name="person" value="${id}" class="person">
            <span class="initial" aria-hidden="true">${givenName.slice(0, 1)}</span>
            <span>${name}<span class="role">${ROLE_NAMES[role][language]}</span></span>
          </button>
        </li>`,
    );
    const body = html`<h1>${nl ? 'Wie ben je?' : 'Who are you?'}</h1>
      <p>
        ${
          nl
            ? 'Dit is een oefen-LMS: alle personen zijn verzonnen en een wachtwoord is niet nodig.'
            : 'This is a practice LMS: all people are made up, and no password is needed.'
        }
      </p>
      <form method="post" action="/sign-in">
        <ul class="people">
          ${people}
        </ul>
      </form>
      <p class="quiet">
        ${nl ? 'Wil Peters volgt het werk van Sam de Vries.' : 'Wil Peters follows the work of Sam de Vries.'}
      </p>`;
    const title = nl ? 'Wie ben je?' : 'Who are you?';
    sendPage(res, { language, title, body, person: sessions.selectOptionalPerson(req), path: '/' });
  });
  router.post('/sign-in', (req, res) => {
    const { person: id } = parse(SignInSchema, req.body ?? {});
    const person = selectOptionalPerson(id);
    if (!person) throw ProblemError.common('not-found');
    sessions.signIn(res, person);
    res.redirect(303, person.role === 'admin' ? '/courses' : '/courses/1');
  });
  return router;
}
