import { languageOf } from '@mgv/service-kit';
import type { Db } from '@mgv/service-kit/database';
import express, { Router } from 'express';
import { freshSecret, hashOf } from '../login/secrets.ts';
import { sendPage } from '../pages/app-page.ts';
import type { PageAssets, PageName } from '../pages/page-assets.ts';
import { Refusal } from '../pages/refusal.ts';
import { insertContinuation, moveSession } from './session.repository.ts';
import type { SessionPages } from './session-page.ts';

interface Needs {
  db: Db;
  pages: Record<PageName, PageAssets>;
  sessionPages: SessionPages;
  now: () => Date;
}

/**
 * `GET /lti/resume`: what a page asks for when it is reloaded. Its script posts the ticket that the page before it kept;
 * `POST /lti/resume` then sends that page again, with a token of its own, as long as the session lives.
 */
export function resumeRouter({ db, pages, sessionPages, now }: Needs): Router {
  const router = Router();
  router.get('/lti/resume', (req, res) => {
    const { frame } = req.query;
    sendPage(res, pages.storage, {
      data: { page: 'storage', language: languageOf(req), frame: null, storage: { mode: 'resume' } },
      frameAncestors: typeof frame === 'string' ? sessionPages.openFraming(frame) : [],
    });
  });
  router.post('/lti/resume', express.urlencoded({ extended: false, limit: '50kb' }), async (req, res) => {
    const { ticket: sealed } = (req.body ?? {}) as { ticket?: unknown };
    const ticket = typeof sealed === 'string' ? sessionPages.openTicket(sealed) : null;
    const token = freshSecret();
    // A picker answers once, so it moves. Elsewhere the page before lives on: an answer that gets lost costs nothing.
    const goOn = ticket?.page.data.page === 'picker' ? moveSession : insertContinuation;
    if (!ticket || !(await goOn(db, { from: ticket.tokenHash, to: hashOf(token), now: now() }))) {
      throw new Refusal('login-over', { code: 'session-over' });
    }
    sessionPages.send(res, token, ticket.page);
  });
  return router;
}
