import { Router } from 'express';
import { decodeJwt, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { ACCESS_TOKEN_LIFE_S, type Grant, issueAccessToken } from './access-token.ts';
import type { Launches } from './launches.ts';
import type { Tool, Tools } from '../tools/tool.ts';
import type { Platform } from './platform.ts';
import type { Signer } from './signed-text.ts';

interface Deps {
  platform: Platform;
  tools: Tools;
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
 * `POST /lti/token`: an access token for a client assertion that a tool signed. Scopes that it was not granted are left
 * out; with none left there is no token.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant
 */
export function tokenRouter(deps: Deps): Router {
  const router = Router();
  router.post('/lti/token', async (req, res) => {
    try {
      const grant = await grantFor(deps, req.body);
      res.json({
        access_token: issueAccessToken(deps.signer, grant, deps.now()),
        token_type: 'Bearer',
        expires_in: ACCESS_TOKEN_LIFE_S,
        scope: grant.scopes.join(' '),
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

async function grantFor(deps: Deps, body: unknown): Promise<Grant> {
  const parsed = TokenRequestSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const grant = issue?.message === 'unsupported_grant_type';
    throw new TokenError(
      grant ? issue.message : 'invalid_request',
      `${String(issue?.path[0] ?? 'body')} is missing or wrong`,
    );
  }
  const { client_assertion: assertion, scope } = parsed.data;
  const tool = signerOf(deps.tools, assertion);
  await verifyAssertion(deps, tool, assertion);
  const scopes = scope.split(' ').filter((one) => tool.scopes.includes(one));
  if (scopes.length === 0) throw new TokenError('invalid_scope', 'none of these scopes was granted');
  return { clientId: tool.clientId, scopes };
}

/** The tool that an assertion says it comes from; the signature is yet to be checked. */
function signerOf(tools: Tools, assertion: string): Tool {
  try {
    const tool = tools.selectOptional(decodeJwt(assertion).iss);
    if (tool) return tool;
  } catch {
    throw new TokenError('invalid_client', 'client_assertion is not a JWT');
  }
  throw new TokenError('invalid_client', 'client_assertion: no active tool has this client id');
}

async function verifyAssertion(deps: Deps, tool: Tool, assertion: string): Promise<void> {
  const { platform, tools, launches, now } = deps;
  const { tokenUrl, issuer } = platform;
  const { clientId } = tool;
  const verified = await jwtVerify(assertion, tools.keysOf(tool), {
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
  if (launches.seenBefore(`jti ${clientId} ${jti}`))
    throw new TokenError('invalid_client', 'client_assertion: jti was used before');
}
