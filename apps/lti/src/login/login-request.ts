import { z } from 'zod';
import { opaqueText } from './opaque-text.ts';

const id = opaqueText(255);

/**
 * Parameters of a third-party initiated login; the platform's own extras are left alone.
 *
 * @see https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login
 */
export const LoginRequestSchema = z.object({
  iss: id,
  login_hint: opaqueText(4096),
  target_link_uri: opaqueText(2048),
  lti_message_hint: z.literal('').or(opaqueText(16_384)).optional(),
  client_id: id.optional(),
  lti_deployment_id: id.optional(),
});
export type LoginRequest = z.infer<typeof LoginRequestSchema>;
