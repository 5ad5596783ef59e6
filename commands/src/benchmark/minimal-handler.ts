import { randomBytes } from 'node:crypto';
import express from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';

/**
 * The least an LTI tool can do: Express 5, jose with a cached key set, state and nonce in memory, no database, no checks
 * beyond signature, issuer, audience, times and nonce. The lower bound for launches. Run as `node minimal-handler.ts PORT ISSUER`.
 */
const [port = '', issuer = ''] = process.argv.slice(2);
const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
const nonces = new Map<string, string>();
const app = express();
app.use(express.urlencoded({ extended: false }));

app.post('/lti/login', (req, res) => {
  const body = req.body as Record<string, string>;
  const state = randomBytes(16).toString('base64url');
  const nonce = randomBytes(16).toString('base64url');
  nonces.set(state, nonce);
  const query = new URLSearchParams({
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: 'bench',
    redirect_uri: `http://127.0.0.1:${port}/lti/launch`,
    login_hint: body['login_hint'] ?? '',
    state,
    nonce,
  });
  res.redirect(302, `${issuer}/auth?${query.toString()}`);
});

app.post('/lti/launch', async (req, res) => {
  const { state = '', id_token: token = '' } = req.body as Record<string, string>;
  const { payload } = await jwtVerify(token, keys, { issuer, audience: 'bench', algorithms: ['RS256'] });
  const nonce = nonces.get(state);
  nonces.delete(state);
  if (nonce === undefined || payload['nonce'] !== nonce) res.status(401).end();
  else res.send('<!doctype html><title>launched</title>');
});

app.listen(Number(port), '127.0.0.1', () => process.send?.({ ready: Number(port) }));
