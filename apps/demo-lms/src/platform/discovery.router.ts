import { Router } from 'express';
import { VARIABLE_NAMES } from './custom-variables.ts';
import { NOTICE_TYPES, type Platform, SCOPES } from './platform.ts';
import type { PlatformKey } from './platform-key.ts';

/**
 * `GET /lti/jwks` and `GET /.well-known/openid-configuration`.
 *
 * @see https://www.imsglobal.org/spec/lti-dr/v1p0#platform-configuration
 */
export function discoveryRouter(platform: Platform, key: PlatformKey): Router {
  const router = Router();
  router.get('/lti/jwks', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=300').json({ keys: [key.publicJwk] });
  });
  router.get('/.well-known/openid-configuration', (_req, res) => {
    res.json({
      issuer: platform.issuer,
      authorization_endpoint: platform.authUrl,
      token_endpoint: platform.tokenUrl,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256'],
      jwks_uri: platform.jwksUrl,
      registration_endpoint: platform.registrationUrl,
      scopes_supported: ['openid', ...Object.values(SCOPES)],
      response_types_supported: ['id_token'],
      response_modes_supported: ['form_post'],
      grant_types_supported: ['implicit', 'client_credentials'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
      'https://purl.imsglobal.org/spec/lti-platform-configuration': {
        product_family_code: 'mgv-practice-lms',
        version: '1',
        messages_supported: [
          { type: 'LtiResourceLinkRequest' },
          { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
          { type: 'LtiSubmissionReviewRequest' },
        ],
        notice_types_supported: NOTICE_TYPES,
        variables: VARIABLE_NAMES,
      },
    });
  });
  return router;
}
