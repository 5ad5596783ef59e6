import { Router } from 'express';
import type { Registrations } from './registrations.ts';

/**
 * `GET /lti/jwks`, also at `/.well-known/jwks.json`: our public keys.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#h_key-set-url
 */
export function jwksRouter(registrations: Registrations): Router {
  const router = Router();
  router.get(['/lti/jwks', '/.well-known/jwks.json'], async (_req, res) => {
    res.set('Cache-Control', 'public, max-age=60').json({ keys: await registrations.publicKeys() });
  });
  return router;
}
