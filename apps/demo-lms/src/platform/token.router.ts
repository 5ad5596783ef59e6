import { Router } from 'express';
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { ACCESS_TOKEN_LIFE_S, issueAccessToken } from './access-token.ts';
import type { Launches } from './launches.ts';
import { type Platform, SCOPES } from './platform.ts';
import type { Signer } from './signed-text.ts';

interface Deps {
  platform: Platform;
  toolKeys: JWTVerifyGetKey;
  signer: Signer;
  launches: Launches;
  now: () => Date;
}

const TokenRequestSchema = z.object({
  grant_type: z.literal('client_credentials', 'unsupported_grant_type'),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: z.string(),
  scope: z.string(),
});

/** Why no token is given, by its OAuth code. */
class TokenError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'TokenError';
    this.code = code;
  }
}

/**
 * `POST /lti/token`: an access token for a client assertion that the tool signed. Scopes that are unknown are left out;
 * with none left there is no token.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant
 */
export function tokenRouter(deps: Deps): Router {
  const router = Router();
  router.post('/lti/token', async (req, res) => {
    try {
      const scopes = await grantedScopes(deps, req.body);
      res.json({
        access_token: issueAccessToken(deps.signer, scopes, deps.now()),
        token_type: 'Bearer',
        expires_in: ACCESS_TOKEN_LIFE_S,
        scope: scopes.join(' '),
      });
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      res
        .status(error.code === 'invalid_client' ? 401 : 400)
        .json({ error: error.code, error_description: error.message });
    }
  });
  return router;
}

async function grantedScopes(deps: Deps, body: unknown): Promise<string[]> {
  const parsed = TokenRequestSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const grant = issue?.message === 'unsupported_grant_type';
    throw new TokenError(
      grant ? issue.message : 'invalid_request',
      `${String(issue?.path[0] ?? 'body')} is missing or wrong`,
    );
  }
  await verifyAssertion(deps, parsed.data.client_assertion);
  const known: readonly string[] = Object.values(SCOPES);
  const scopes = parsed.data.scope.split(' ').filter((scope) => known.includes(scope));
  if (scopes.length === 0) throw new TokenError('invalid_scope', 'none of these scopes is known here');
  return scopes;
}

async function verifyAssertion({ platform, toolKeys, launches, now }: Deps, assertion: string): Promise<void> {
  const { clientId, tokenUrl, issuer } = platform;
  const verified = await jwtVerify(assertion, toolKeys, {
    algorithms: ['RS256'],
    issuer: clientId,
    subject: clientId,
    audience: [tokenUrl, issuer],
    requiredClaims: ['exp', 'iat', 'jti'],
    currentDate: now(),
  }).catch((error: unknown) => {
    const why = error instanceof errors.JOSEError ? error.message : 'the keys of the tool cannot be fetched';
    throw new TokenError('invalid_client', `client_assertion: ${why}`);
  });
  const { iat = 0, jti = '' } = verified.payload;
  // No leeway, as the strictest platforms have none.
  if (iat * 1000 > now().getTime()) throw new TokenError('invalid_client', 'client_assertion: iat lies ahead');
  if (launches.seenBefore(`jti ${jti}`))
    throw new TokenError('invalid_client', 'client_assertion: jti was used before');
}
