import type { Login } from './login-states.ts';

/** The fields that begin the same login again; `null` when the platform's hints are gone. */
export function restartFields(login: Login): Record<string, string> | null {
  const { issuer, clientId, targetLinkUri, deploymentHint, hints } = login;
  if (!hints) return null;
  return {
    iss: issuer,
    login_hint: hints.login,
    target_link_uri: targetLinkUri,
    client_id: clientId,
    ...(hints.message !== null && { lti_message_hint: hints.message }),
    ...(deploymentHint !== null && { lti_deployment_id: deploymentHint }),
  };
}

/** The address that begins the same login again, in a window of its own: there the platform's storage is not needed. */
export function restartUrl(login: Login): string | null {
  const fields = restartFields(login);
  return fields && `/lti/login?${new URLSearchParams(fields).toString()}`;
}
