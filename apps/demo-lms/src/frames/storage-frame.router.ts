import { Router } from 'express';
import type { Faults } from '../faults/faults.ts';
import { html } from '../pages/html.ts';
import type { Tools } from '../tools/tool.ts';

/**
 * `GET /lti/storage`: the page of the frame `post_message_forwarding`, which keeps what tools store.
 *
 * @see https://www.imsglobal.org/spec/lti-pm-s/v0p1
 */
export function storageFrameRouter(tools: Tools, faults: () => Faults): Router {
  const router = Router();
  router.get('/lti/storage', (_req, res) => {
    const origins = JSON.stringify(tools.active().map(({ origin }) => origin));
    const page = html`<!doctype html>
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <title>Opslag · Oefen-LMS</title>
        </head>
        <body data-origins="${origins}" data-mode="${faults().storage}">
          <script src="/assets/storage.js"></script>
          <script src="/assets/storage-frame.js"></script>
        </body>
      </html> `;
    res.type('html').send(page.text);
  });
  return router;
}
