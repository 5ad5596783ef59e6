import { AccessTokenRequestSchema } from '@mgv/contracts';
import { type Logger, parse } from '@mgv/service-kit';
import { Router } from 'express';
import type { AccessTokens } from './access-tokens.ts';

interface Needs {
  accessTokens: AccessTokens;
  logger: Logger;
}

/** `POST /internal/access-tokens`: lends grading a token for a tenant's gradebook. */
export function accessTokensRouter({ accessTokens, logger }: Needs): Router {
  const router = Router();
  router.post('/access-tokens', async (req, res) => {
    const wish = parse(AccessTokenRequestSchema, req.body);
    const token = await accessTokens.get(wish);
    const missing = wish.scopes.filter((scope) => !token.scopes.includes(scope));
    if (missing.length > 0)
      logger.warn({ tenantId: wish.tenantId, missing }, 'the platform gave fewer scopes than asked');
    res.set('Cache-Control', 'no-store').json(token);
  });
  return router;
}
