import type { DeepLinkingAnswer } from '@mgv/contracts';

/**
 * Posts the deep-linking answer to the LMS, in this frame.
 *
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-response-message
 */
export function sendToPlatform({ returnUrl, jwt }: DeepLinkingAnswer): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = returnUrl;
  form.hidden = true;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'JWT';
  field.value = jwt;
  form.append(field);
  document.body.append(form);
  form.submit();
}
