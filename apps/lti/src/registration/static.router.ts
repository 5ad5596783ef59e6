import { readFileSync } from 'node:fs';
import { Router } from 'express';

/** Scripts by address, so that the content security policy needs no exception. */
const SCRIPTS = {
  /**
   * Tells the LMS to close its frame or window. The message holds nothing secret, and who opened us is not known for
   * certain, so it goes to whoever that is.
   */
  'close.js': `const close = document.querySelector('button[data-close]');
const outside = window.opener ?? (window.parent === window ? null : window.parent);
close.hidden = false;
close.addEventListener('click', () => {
  outside?.postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
  if (window.parent === window) window.close();
  document.querySelector('[data-closing]').hidden = false;
});
`,

  /** Shows the copy buttons, and has each put its field on the clipboard. */
  'copy.js': `for (const button of document.querySelectorAll('button[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      copied = document.execCommand('copy');
    }
    button.nextElementSibling.textContent = copied ? button.dataset.copied : button.dataset.failed;
  });
}
`,
} as const;

/** `/static/*`: what the pages of this folder load. */
export function registrationStaticRouter(): Router {
  const router = Router();
  const style = readFileSync(new URL('registration.css', import.meta.url));
  router.get('/static/registration.css', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=3600').type('css').send(style);
  });
  for (const [name, script] of Object.entries(SCRIPTS)) {
    router.get(`/static/${name}`, (_req, res) => {
      res.set('Cache-Control', 'public, max-age=3600').type('js').send(script);
    });
  }
  return router;
}
