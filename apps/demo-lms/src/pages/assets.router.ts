import { readFileSync } from 'node:fs';
import { Router } from 'express';
import { ProblemError } from '@mgv/service-kit';
import { SCRIPTS } from './scripts.ts';

/** `/assets`: the style sheet and the scripts of the pages. */
export function assetsRouter(): Router {
  const css = ['lms.css', 'tables.css', 'forms.css']
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
    .join('\n');
  const router = Router();
  router.get('/assets/lms.css', (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('css').send(css);
  });
  router.get('/assets/:name', (req, res) => {
    const script = SCRIPTS[req.params.name];
    if (script === undefined) throw ProblemError.common('not-found');
    res.set('Cache-Control', 'no-cache').type('js').send(script);
  });
  return router;
}
