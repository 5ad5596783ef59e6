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
  /** Canvas may leave it out. */
  target_link_uri: opaqueText(2048).optional(),
  lti_message_hint: z.literal('').or(opaqueText(16_384)).optional(),
  client_id: id.optional(),
  lti_deployment_id: id.optional(),
  /** The frame that keeps data for us; with anything else than a frame's name the login goes on without. */
  lti_storage_target: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional()
    .catch(undefined),
  /** Our own: this is the second try, which shows whether the browser keeps cookies. */
  mgv_probe: z.literal('1').optional().catch(undefined),
});
export type LoginRequest = z.infer<typeof LoginRequestSchema>;
