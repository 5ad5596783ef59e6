import type { Request, Response } from 'express';
import { ProblemError } from '@mgv/service-kit';
import { readCookie } from '../pages/cookies.ts';
import type { Signer } from '../platform/signed-text.ts';
import { mayEdit, type Person, selectOptionalPerson } from './people.ts';

const COOKIE = 'lms_person';
/** For the authorization address alone. */
const FRAME_COOKIE = 'lms_person_frame';
const PURPOSE = 'person';

const problem = ProblemError.of({
  'sign-in-first': {
    status: 401,
    nl: { title: 'Kies eerst wie je bent.', detail: 'Ga naar de cursus en kies een persoon.' },
    en: { title: 'First choose who you are.', detail: 'Go to the course and choose a person.' },
  },
  'administrators-only': {
    status: 403,
    nl: { title: 'Dit is alleen voor de beheerder.', detail: 'Ga terug naar de cursus, of wissel van persoon.' },
    en: { title: 'This is for the administrator only.', detail: 'Go back to the course, or switch person.' },
  },
  'teachers-only': {
    status: 403,
    nl: { title: 'Dit is alleen voor docenten.', detail: 'Ga terug naar de cursus, of wissel van persoon.' },
    en: { title: 'This is for teachers only.', detail: 'Go back to the course, or switch person.' },
  },
});

/** Knows who is signed in. */
export interface Sessions {
  signIn: (res: Response, person: Person) => void;
  selectOptionalPerson: (req: Request) => Person | null;
  /** @throws {ProblemError} `sign-in-first`. */
  selectPerson: (req: Request) => Person;
  /** @throws {ProblemError} `sign-in-first`, or `teachers-only` for who may not change a course. */
  selectEditor: (req: Request) => Person;
  /** @throws {ProblemError} `sign-in-first`, or `administrators-only`. */
  selectAdmin: (req: Request) => Person;
}

/**
 * Sessions in a signed cookie. It is `SameSite=Lax`: it travels with a navigation of the frame that began on this site,
 * also when the tool redirects it back here. A tool that comes back by a page of its own, and not by a redirect, starts
 * the navigation from its site; for it the authorization address has a `SameSite=None` cookie, as an LMS has it.
 */
export function createSessions(signer: Signer): Sessions {
  const optional = (req: Request): Person | null => {
    const id = signer.open(PURPOSE, readCookie(req, COOKIE) ?? readCookie(req, FRAME_COOKIE) ?? '');
    return id === null ? null : selectOptionalPerson(id);
  };
  const selectPerson = (req: Request): Person => {
    const person = optional(req);
    if (!person) throw problem('sign-in-first');
    return person;
  };
  const only =
    (allowed: (person: Person) => boolean, code: 'teachers-only' | 'administrators-only') => (req: Request) => {
      const person = selectPerson(req);
      if (!allowed(person)) throw problem(code);
      return person;
    };
  return {
    signIn: (res, person) => {
      const value = signer.sign(PURPOSE, person.id);
      res.cookie(COOKIE, value, { httpOnly: true, sameSite: 'lax', path: '/' });
      res.cookie(FRAME_COOKIE, value, { httpOnly: true, sameSite: 'none', secure: true, path: '/lti/auth' });
    },
    selectOptionalPerson: optional,
    selectPerson,
    selectEditor: only(mayEdit, 'teachers-only'),
    selectAdmin: only(({ role }) => role === 'admin', 'administrators-only'),
  };
}
